import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  NudgeForMeFragment,
  SnoozeNudgeMutation,
  SnoozeNudgeMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { sayDone } from '../../ui/say-done.js';

export const nudgeForMeFields: TypedDocumentNode<NudgeForMeFragment> = gql`
  fragment NudgeForMe on SupportRequest {
    viewerNudge {
      id
      reason
      state
    }
  }
`;

export const snoozeNudge: TypedDocumentNode<SnoozeNudgeMutation, SnoozeNudgeMutationVariables> = gql`
  mutation SnoozeNudge($input: SnoozeNudgeInput!) {
    snoozeNudge(input: $input) {
      id
      state
    }
  }
`;

interface Props {
  readonly nudge: NudgeForMeFragment['viewerNudge'];
  /** They can still answer; `onAnswer` leads to the box. */
  readonly open: boolean;
  readonly onAnswer: () => void;
}

/** Why the reader was asked, and three ways to take it. Passing it on sends no notice. */
export function NudgeForMe({ nudge, open, onAnswer }: Props): ReactNode {
  const { t } = useTranslation('nudges');
  const [snooze, { loading, error }] = useMutation(snoozeNudge);
  if (!nudge || !open) return null;
  const pass = (fullThisMonth: boolean): void =>
    void snooze({ variables: { input: { nudgeId: nudge.id, fullThisMonth } } })
      .then(() => sayDone(t(fullThisMonth ? 'snoozedFull' : 'snoozed')))
      .catch(() => undefined);
  return (
    <div role="status">
      {nudge.state === 'ASKED' && (
        <Alert
          color="brand"
          variant="light"
          title={t('nudgeTitle')}
          icon={<IconHeartHandshake aria-hidden />}
        >
          <Stack gap="sm">
            <Text>{nudge.reason}</Text>
            <Group gap="sm">
              <Button onClick={onAnswer}>{t('nudgeAnswer')}</Button>
              <Button variant="default" disabled={loading} onClick={() => pass(false)}>
                {t('nudgeSnooze')}
              </Button>
              <Button variant="default" disabled={loading} onClick={() => pass(true)}>
                {t('nudgeFull')}
              </Button>
            </Group>
            <Text size="xs" c="gray.6">
              {t('nudgeNote')}
            </Text>
            {error && <ErrorText error={error} />}
          </Stack>
        </Alert>
      )}
    </div>
  );
}
