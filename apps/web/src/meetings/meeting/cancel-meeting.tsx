import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Radio, Stack, Text, TextInput } from '@mantine/core';
import { meetingLimits } from '@yoriai/domain/meetings';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CancelMeetingMutation,
  CancelMeetingMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

export const cancelMeeting: TypedDocumentNode<CancelMeetingMutation, CancelMeetingMutationVariables> = gql`
  mutation CancelMeeting($meetingId: ID!, $reason: String, $andFollowing: Boolean, $expectedVersion: Int) {
    cancelMeeting(
      meetingId: $meetingId
      reason: $reason
      andFollowing: $andFollowing
      expectedVersion: $expectedVersion
    ) {
      id
      status
      cancelReason
      sequence
      version
      viewerCan {
        edit
        rsvp
        rsvpForOthers
      }
    }
  }
`;

interface Props {
  readonly meetingId: string;
  /** What was on screen: another facilitator may have moved it since. */
  readonly version: number;
  /** Part of a series, so that those after it may be meant as well. */
  readonly repeats: boolean;
}

export function CancelMeeting({ meetingId, version, repeats }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const [opened, setOpened] = useState(false);
  const [seen, setSeen] = useState(version);
  const [reason, setReason] = useState('');
  const [andFollowing, setAndFollowing] = useState(false);
  const [cancel] = useMutation(cancelMeeting, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'meetings' }),
  });
  const open = (): void => {
    // A change by another facilitator from here on is unseen: the server says so.
    setSeen(version);
    setOpened(true);
  };
  return (
    <>
      <Button variant="outline" color="red" onClick={open}>
        {t('cancelMeeting')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('cancelTitle')}
        confirm={t(andFollowing ? 'cancelFollowingDo' : 'cancelDo')}
        danger
        onConfirm={() =>
          cancel({
            variables: { meetingId, reason: reason.trim() || null, andFollowing, expectedVersion: seen },
          })
        }
      >
        <Stack gap="md">
          <Text>{t('cancelAsk')}</Text>
          {repeats && <ScopeChoice andFollowing={andFollowing} onChange={setAndFollowing} />}
          <TextInput
            label={t('cancelReason')}
            description={t('cancelReasonHint')}
            maxLength={meetingLimits.cancelReason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}

/** この会だけ / この会から後ろすべて */
export function ScopeChoice({
  andFollowing,
  onChange,
}: {
  andFollowing: boolean;
  onChange: (andFollowing: boolean) => void;
}): ReactNode {
  const { t } = useTranslation('meetings');
  const name = useId();
  return (
    <Radio.Group
      name={name}
      label={t('scope')}
      value={andFollowing ? 'following' : 'this'}
      onChange={(value) => onChange(value === 'following')}
    >
      <Stack gap={0} mt={4}>
        <Radio value="this" label={t('scopeThis')} py={10} />
        <Radio value="following" label={t('scopeFollowing')} py={10} />
      </Stack>
    </Radio.Group>
  );
}
