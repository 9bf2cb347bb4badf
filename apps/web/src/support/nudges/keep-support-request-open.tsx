import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  KeepSupportRequestOpenMutation,
  KeepSupportRequestOpenMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { sayDone } from '../../ui/say-done.js';
import { forAskerFields } from './ask-second-person.js';

export const keepSupportRequestOpen: TypedDocumentNode<
  KeepSupportRequestOpenMutation,
  KeepSupportRequestOpenMutationVariables
> = gql`
  mutation KeepSupportRequestOpen($requestId: ID!) {
    keepSupportRequestOpen(requestId: $requestId) {
      id
      ...ForAsker @unmask
    }
  }
  ${forAskerFields}
`;

interface Props {
  readonly requestId: string;
  /** The buttons that end it otherwise: resolving and withdrawing. */
  readonly ways: ReactNode;
}

/** The kind question whether it goes on. */
export function KeepSupportRequestOpen({ requestId, ways }: Props): ReactNode {
  const { t } = useTranslation('nudges');
  const [keep, { loading, error }] = useMutation(keepSupportRequestOpen, {
    onCompleted: () => sayDone(t('stillOpenKept')),
  });
  return (
    <Alert color="brand" variant="light" title={t('stillOpenTitle')} icon={<IconHelpCircle aria-hidden />}>
      <Stack gap="sm" align="flex-start">
        <Text>{t('stillOpenText')}</Text>
        <Button
          loading={loading}
          onClick={() => void keep({ variables: { requestId } }).catch(() => undefined)}
        >
          {t('stillOpenKeep')}
        </Button>
        <Text size="xs" c="gray.6">
          {t('stillOpenElse')}
        </Text>
        <Group gap="sm">{ways}</Group>
        {error && <ErrorText error={error} />}
      </Stack>
    </Alert>
  );
}
