import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Modal, Stack, Text } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AttendeeListFragment,
  CorrectAttendanceMutation,
  CorrectAttendanceMutationVariables,
  Presence,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';

export const attendanceCorrections = gql`
  fragment AttendanceCorrections on Meeting {
    attendanceCorrections {
      id
      before
      presence
      at
      member {
        id
        displayName
      }
      by {
        id
        displayName
      }
    }
  }
`;

export const attendeeListFragment: TypedDocumentNode<AttendeeListFragment> = gql`
  fragment AttendeeList on Meeting {
    id
    format
    status
    attendees {
      member {
        id
        displayName
        kana
      }
      rsvp
      note
      presence
      late
    }
    ...AttendanceCorrections @unmask
    viewerCan {
      rsvpForOthers
      correctAttendance
    }
  }
  ${attendanceCorrections}
`;

export type Attendee = AttendeeListFragment['attendees'][number];

export interface AnswerForProps {
  readonly meetingId: string;
  readonly format: AttendeeListFragment['format'];
  readonly attendee: Attendee;
  readonly onClose: () => void;
}

export const correctAttendance: TypedDocumentNode<
  CorrectAttendanceMutation,
  CorrectAttendanceMutationVariables
> = gql`
  mutation CorrectAttendance($input: CorrectAttendanceInput!) {
    correctAttendance(input: $input) {
      id
      ...AttendeeList
    }
  }
  ${attendeeListFragment}
`;

export const wayIn = ({ member }: Attendee): string => `correct-${member.id}`;

/** 訂正: what stood there stays readable below. */
export function CorrectAttendance({ meetingId, format, attendee, onClose }: AnswerForProps): ReactNode {
  const { t } = useTranslation('meetings');
  const { t: common } = useTranslation();
  const [send, { loading, error }] = useMutation(correctAttendance);
  const { id: memberId, displayName } = attendee.member;
  const back = wayIn(attendee);
  // The corrected attendee may stand elsewhere in the list by then.
  useEffect(() => () => document.getElementById(back)?.focus(), [back]);
  const give = async (presence: Presence, late = false): Promise<void> => {
    await send({ variables: { input: { meetingId, memberId, presence, late } } });
    onClose();
  };
  const choices: readonly (readonly [label: string, presence: Presence, late: boolean])[] = [
    [t('wordPRESENT'), 'PRESENT', false],
    [t('wordLate'), 'PRESENT', true],
    ...(format === 'IN_PERSON' ? [] : ([[t('wordONLINE'), 'ONLINE', false]] as const)),
    [t('wordABSENT'), 'ABSENT', false],
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('correctCameOf', { name: displayName })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md">
        <Text>{t('correctCameHint')}</Text>
        {choices.map(([label, presence, late]) => (
          <Button
            key={label}
            variant={attendee.presence === presence && attendee.late === late ? 'filled' : 'default'}
            aria-pressed={attendee.presence === presence && attendee.late === late}
            loading={loading}
            onClick={() => void give(presence, late).catch(() => undefined)}
          >
            {label}
          </Button>
        ))}
        {error && <ErrorText error={error} />}
      </Stack>
    </Modal>
  );
}
