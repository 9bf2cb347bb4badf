import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ReopenMeetingMutation,
  ReopenMeetingMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { afterMeetingFragment } from './close-meeting.js';

const reopenMeeting: TypedDocumentNode<ReopenMeetingMutation, ReopenMeetingMutationVariables> = gql`
  mutation ReopenMeeting($id: ID!) {
    reopenMeeting(meetingId: $id) {
      id
      ...AfterMeeting
    }
  }
  ${afterMeetingFragment}
`;

/** Ten minutes to undo a slip. */
export function ReopenMeeting({ meetingId }: { readonly meetingId: string }): ReactNode {
  const { t } = useTranslation('minutes');
  const [reopen, { loading, error }] = useMutation(reopenMeeting, { variables: { id: meetingId } });
  return (
    <>
      <Group gap="sm">
        <Button
          variant="subtle"
          px="xs"
          loading={loading}
          onClick={() => void reopen().catch(() => undefined)}
        >
          {t('reopen')}
        </Button>
        <Text size="xs" c="gray.6">
          {t('reopenHint')}
        </Text>
      </Group>
      {error && <ErrorText error={error} />}
    </>
  );
}
