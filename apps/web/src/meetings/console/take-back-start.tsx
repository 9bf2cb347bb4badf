import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  TakeBackStartMutation,
  TakeBackStartMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { consolePageFragment } from './console-page-fragment.js';

export const takeBackStart: TypedDocumentNode<TakeBackStartMutation, TakeBackStartMutationVariables> = gql`
  mutation TakeBackStart($id: ID!) {
    takeBackStart(meetingId: $id) {
      id
      ...ConsolePageParts
    }
  }
  ${consolePageFragment}
`;

/** Until something is said or recorded, a start that was a mistake leaves no trace. */
export function TakeBackStart({ meetingId }: { readonly meetingId: string }): ReactNode {
  const { t } = useTranslation('console');
  const [send, { loading, error }] = useMutation(takeBackStart, { variables: { id: meetingId } });
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Button variant="subtle" px="xs" loading={loading} onClick={() => void send().catch(() => undefined)}>
          {t('startTakeBack')}
        </Button>
        <Text size="xs" c="gray.6">
          {t('startTakeBackHint')}
        </Text>
      </Group>
      {error && <ErrorText error={error} />}
    </Stack>
  );
}
