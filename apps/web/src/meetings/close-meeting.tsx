import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../forms/idempotency-key.js';
import type {
  CloseableMeetingFragment,
  CloseMeetingMutation,
  CloseMeetingMutationVariables,
} from '../graphql/generated/operations.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { sayDone } from '../ui/say-done.js';
import { afterMeetingFragment } from './after-meeting.js';
import { decisionListFragment } from './decision-list.js';

export const closeableMeetingFragment: TypedDocumentNode<CloseableMeetingFragment> = gql`
  fragment CloseableMeeting on Meeting {
    id
    status
    endsAt
    viewerCan {
      run
    }
  }
`;

const closeMeeting: TypedDocumentNode<CloseMeetingMutation, CloseMeetingMutationVariables> = gql`
  mutation CloseMeeting($input: CloseMeetingInput!) {
    closeMeeting(input: $input) {
      id
      ...CloseableMeeting
      ...AfterMeeting
      ...DecisionList
    }
  }
  ${closeableMeetingFragment}
  ${afterMeetingFragment}
  ${decisionListFragment}
`;

interface Props {
  readonly meeting: FragmentType<CloseableMeetingFragment> & { readonly id: string };
}

/** Ends a meeting that is open, or one held on paper whose time is over; what was not written down yet can be added on the way. */
export function CloseMeeting({ meeting }: Props): ReactNode {
  const { t } = useTranslation('closing');
  const [opened, setOpened] = useState(false);
  const [left, setLeft] = useState('');
  const [key] = useState(newIdempotencyKey);
  const [now] = useState(() => Date.now());
  const { data, complete } = useFragment({
    fragment: closeableMeetingFragment,
    fragmentName: 'CloseableMeeting',
    from: meeting,
  });
  const [close] = useMutation(closeMeeting);
  if (!complete || !data.viewerCan.run) return null;
  if (data.status !== 'OPEN' && Date.parse(data.endsAt) > now) return null;
  const decisions = left
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('close')}</Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('closeTitle')}
        confirm={t('closeDo')}
        onConfirm={async () => {
          // The key grows with what is sent: the same list twice is one closing.
          const idempotencyKey = `${key}-${decisions.length}`;
          await close({ variables: { input: { meetingId: data.id, decisions, idempotencyKey } } });
          sayDone(t('closed'));
        }}
      >
        <Stack gap="md">
          <Text>{t('closeAsk')}</Text>
          <Textarea
            label={t('decisionsLeft')}
            description={t('decisionsLeftHint')}
            autosize
            minRows={2}
            value={left}
            onChange={(event) => setLeft(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
