import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Alert, Button, NativeSelect, Stack, Text } from '@mantine/core';
import { IconClockHeart } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  AskSecondPersonMutation,
  AskSecondPersonMutationVariables,
  ForAskerFragment,
} from '../../graphql/generated/operations.js';
import { newIdempotencyKey } from '../../forms/idempotency-key.js';
import { ErrorText } from '../../ui/error-text.js';
import { sayDone } from '../../ui/say-done.js';

export const forAskerFields: TypedDocumentNode<ForAskerFragment> = gql`
  fragment ForAsker on SupportRequest {
    forAsker {
      waitedLong
      askedIfOpen
      peopleToAsk {
        id
        displayName
        businessName
      }
      askedBesides {
        id
        displayName
      }
    }
  }
`;

export const askSecondPerson: TypedDocumentNode<AskSecondPersonMutation, AskSecondPersonMutationVariables> =
  gql`
    mutation AskSecondPerson($input: AskSecondPersonInput!) {
      askSecondPerson(input: $input) {
        id
        ...ForAsker @unmask
      }
    }
    ${forAskerFields}
  `;

type Waiting = Pick<NonNullable<ForAskerFragment['forAsker']>, 'peopleToAsk' | 'askedBesides'>;

/** まだ返事がありません: that we are sorry, help lines, and whom else one may ask. */
export function AskSecondPerson({
  requestId,
  peopleToAsk,
  askedBesides,
}: Waiting & { requestId: string }): ReactNode {
  const { t } = useTranslation('nudges');
  const [memberId, setMemberId] = useState('');
  const [key] = useState(newIdempotencyKey);
  const [ask, { loading, error }] = useMutation(askSecondPerson);
  const left = peopleToAsk.filter(({ id }) => !askedBesides.some((one) => one.id === id));
  const chosen = left.find(({ id }) => id === memberId);
  const send = (): void =>
    void (
      chosen &&
      ask({ variables: { input: { requestId, memberId, idempotencyKey: `${key}:${memberId}` } } })
        .then(() => sayDone(t('asked', { name: chosen.displayName })))
        .catch(() => undefined)
    );
  return (
    <Alert color="brand" variant="light" title={t('waitingTitle')} icon={<IconClockHeart aria-hidden />}>
      <Stack gap="sm" align="flex-start">
        <Text>{t('waitingText')}</Text>
        <Button component={Link} to="/help-lines" target="_blank" variant="default">
          {t('helpLines')}
        </Button>
        {askedBesides.length > 0 && (
          <Text>{t('askedSo', { names: askedBesides.map((one) => one.displayName).join('、') })}</Text>
        )}
        {left.length > 0 && askedBesides.length < 3 && (
          <>
            <NativeSelect
              label={t('secondPerson')}
              description={t('secondPersonHint')}
              w="100%"
              maw={420}
              data={[
                { value: '', label: t('secondPersonPick') },
                ...left.map(({ id, displayName, businessName }) => ({
                  value: id,
                  label: businessName ? `${displayName}(${businessName})` : displayName,
                })),
              ]}
              value={memberId}
              onChange={(event) => setMemberId(event.currentTarget.value)}
            />
            <Button disabled={!chosen} loading={loading} onClick={send}>
              {t('askThem')}
            </Button>
          </>
        )}
        {error && <ErrorText error={error} />}
      </Stack>
    </Alert>
  );
}
