import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Rsvp,
  RsvpControlFragment,
  RsvpNote,
  RsvpToMeetingMutation,
  RsvpToMeetingMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';

export const rsvpControlFragment: TypedDocumentNode<RsvpControlFragment> = gql`
  fragment RsvpControl on Meeting {
    id
    format
    viewerRsvp
    viewerRsvpNote
    viewerCan {
      rsvp
    }
  }
`;

/** The list of who comes is asked for as well, so that every screen that shows it is right at once. */
export const rsvpToMeeting: TypedDocumentNode<RsvpToMeetingMutation, RsvpToMeetingMutationVariables> = gql`
  mutation RsvpToMeeting($meetingId: ID!, $rsvp: Rsvp!, $note: RsvpNote, $memberId: ID) {
    rsvpToMeeting(meetingId: $meetingId, rsvp: $rsvp, note: $note, memberId: $memberId) {
      id
      ...RsvpControl
      attendees {
        member {
          id
        }
        rsvp
        note
      }
    }
  }
  ${rsvpControlFragment}
`;

interface Props {
  readonly meeting: FragmentType<RsvpControlFragment> & { readonly id: string };
}

/** One tap answers; coming late or leaving early is a second, optional one. */
export function RsvpToMeeting({ meeting }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const { data, complete } = useFragment({
    fragment: rsvpControlFragment,
    fragmentName: 'RsvpControl',
    from: meeting,
  });
  const [send, { loading, error }] = useMutation(rsvpToMeeting);
  const [tapped, setTapped] = useState<Rsvp | RsvpNote | null>(null);
  if (!complete || !data.viewerCan.rsvp) return null;
  const { id, viewerRsvp: answer, viewerRsvpNote: note } = data;
  const give = (rsvp: Rsvp, withNote: RsvpNote | null): void => {
    if (loading) return;
    setTapped(withNote ?? (rsvp === answer && note ? note : rsvp));
    void send({ variables: { meetingId: id, rsvp, note: withNote } }).catch(() => undefined);
  };
  const comes = answer === 'YES' || answer === 'ONLINE';
  return (
    <Stack gap="sm" role="group" aria-label={t('ask')}>
      <Text fw={700} c={answer ? undefined : 'attention.8'}>
        {answer ? t('ask') : t('unanswered')}
      </Text>
      <Group gap="sm">
        {answersFor(data.format).map((rsvp) => (
          <Button
            key={rsvp}
            variant={answer === rsvp ? 'filled' : 'default'}
            aria-pressed={answer === rsvp}
            loading={loading && tapped === rsvp}
            onClick={() => give(rsvp, null)}
          >
            {t(rsvp === 'ONLINE' ? 'ONLINE_ANSWER' : rsvp)}
          </Button>
        ))}
      </Group>
      {comes && (
        <Group gap="sm" role="group" aria-label={t('noteAsk')}>
          {(['LATE', 'LEAVING_EARLY'] as const).map((one) => (
            <Button
              key={one}
              variant={note === one ? 'outline' : 'subtle'}
              aria-pressed={note === one}
              loading={loading && tapped === one}
              onClick={() => give(answer, note === one ? null : one)}
            >
              {t(one)}
            </Button>
          ))}
        </Group>
      )}
      <Text role="status" c="gray.6" size="xs">
        {answer &&
          (note
            ? t('answeredWithNote', { answer: answerWord(t, answer), note: t(note) })
            : t('answered', { answer: answerWord(t, answer) }))}
      </Text>
      {error && <ErrorText error={error} />}
    </Stack>
  );
}

/** 書面で参加 is last: it is for those who would otherwise be silent. In an online meeting 出席 says it all. */
export const answersFor = (format: RsvpControlFragment['format']): readonly Rsvp[] =>
  format === 'HYBRID' ? ['YES', 'ONLINE', 'NO', 'ASYNC'] : ['YES', 'NO', 'ASYNC'];

export const answerWord = (
  t: (key: 'YES' | 'NO' | 'ASYNC' | 'ONLINE_ANSWER') => string,
  answer: Rsvp,
): string => t(answer === 'ONLINE' ? 'ONLINE_ANSWER' : answer);
