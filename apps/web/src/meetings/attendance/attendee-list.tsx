import type { FragmentType } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendeeListFragment, Rsvp } from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { answersFor, answerWord, rsvpToMeeting } from '../meeting/rsvp-to-meeting.js';
import {
  attendeeListFragment,
  CorrectAttendance,
  wayIn,
  type AnswerForProps,
  type Attendee,
} from './correct-attendance.js';

interface Props {
  readonly meeting: FragmentType<AttendeeListFragment> & { readonly id: string };
}
const order = ['YES', 'ONLINE', 'ASYNC', 'NO', null] as const;

/** Who comes, by answer. Those who have not answered are counted, and named only for members who may answer for them. */
export function AttendeeList({ meeting }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const [asking, setAsking] = useState<Attendee | null>(null);
  const { data, complete } = useFragment({
    fragment: attendeeListFragment,
    fragmentName: 'AttendeeList',
    from: meeting,
  });
  if (!complete) return null;
  if (data.status === 'CLOSED') return <WhoCame meeting={data} />;
  const forOthers = data.viewerCan.rsvpForOthers;
  return (
    <Paper component="section" aria-labelledby="attendees">
      <Stack gap="md">
        <Title order={2} size="h3" id="attendees">
          {t('attendees')}
        </Title>
        {order.map((answer) => {
          const people = data.attendees.filter(({ rsvp }) => (rsvp ?? null) === answer);
          if (people.length === 0) return null;
          return (
            <Stack key={answer ?? 'none'} gap={4}>
              <Text fw={700}>{t(answer ? `count${answer}` : 'countNone', { count: people.length })}</Text>
              {(answer || forOthers) && (
                <Stack component="ul" gap={forOthers ? 0 : 4} p={0} m={0} style={{ listStyle: 'none' }}>
                  {people.map((attendee) => (
                    <li key={attendee.member.id}>
                      <Group gap="sm" justify={forOthers ? 'space-between' : undefined} wrap="nowrap">
                        <Text>
                          <PersonName {...attendee.member} polite />
                          {attendee.note && `(${t(attendee.note)})`}
                        </Text>
                        {forOthers && (
                          <Button
                            variant="subtle"
                            px="xs"
                            aria-label={t('forOthersOf', { name: attendee.member.displayName })}
                            onClick={() => setAsking(attendee)}
                          >
                            {t('forOthers')}
                          </Button>
                        )}
                      </Group>
                    </li>
                  ))}
                </Stack>
              )}
            </Stack>
          );
        })}
        {asking && (
          <AnswerFor
            meetingId={data.id}
            format={data.format}
            attendee={asking}
            onClose={() => setAsking(null)}
          />
        )}
      </Stack>
    </Paper>
  );
}

/** 事務局・進行役が代わりに入力: for someone who phoned. */
function AnswerFor({ meetingId, format, attendee, onClose }: AnswerForProps): ReactNode {
  const { t } = useTranslation('meetings');
  const { t: common } = useTranslation();
  const [send, { loading, error }] = useMutation(rsvpToMeeting);
  const [tapped, setTapped] = useState<Rsvp | null>(null);
  const { id: memberId, displayName } = attendee.member;
  const give = async (rsvp: Rsvp): Promise<void> => {
    setTapped(rsvp);
    await send({ variables: { meetingId, rsvp, note: null, memberId } });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('forOthersOf', { name: displayName })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="md">
        <Text>{t('forOthersHint')}</Text>
        {answersFor(format).map((rsvp) => (
          <Button
            key={rsvp}
            variant={attendee.rsvp === rsvp ? 'filled' : 'default'}
            aria-pressed={attendee.rsvp === rsvp}
            loading={loading && tapped === rsvp}
            onClick={() => void give(rsvp).catch(() => undefined)}
          >
            {answerWord(t, rsvp)}
          </Button>
        ))}
        {error && <ErrorText error={error} />}
      </Stack>
    </Modal>
  );
}

const presences = ['PRESENT', 'ONLINE', 'ABSENT', null] as const;

/** After the meeting: who was there, and what was corrected since. */
function WhoCame({ meeting }: { readonly meeting: AttendeeListFragment }): ReactNode {
  const { t } = useTranslation('meetings');
  const [correcting, setCorrecting] = useState<Attendee | null>(null);
  const { viewerCan, attendanceCorrections: corrections } = meeting;
  return (
    <Paper component="section" aria-labelledby="attendees">
      <Stack gap="md">
        <Title order={2} size="h3" id="attendees">
          {t('whoCame')}
        </Title>
        {presences.map((presence) => {
          const people = meeting.attendees.filter((one) => (one.presence ?? null) === presence);
          if (people.length === 0) return null;
          return (
            <Stack key={presence ?? 'none'} gap={4}>
              <Text fw={700}>
                {t(presence ? `came${presence}` : 'cameUnknown', { count: people.length })}
              </Text>
              <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
                {people.map((attendee) => (
                  <li key={attendee.member.id}>
                    <Group gap="sm" justify="space-between" wrap="nowrap">
                      <Text>
                        <PersonName {...attendee.member} polite />
                        {attendee.late && `(${t('cameLate')})`}
                      </Text>
                      {viewerCan.correctAttendance && (
                        <Button
                          variant="subtle"
                          px="xs"
                          id={wayIn(attendee)}
                          aria-label={t('correctCameOf', { name: attendee.member.displayName })}
                          onClick={() => setCorrecting(attendee)}
                        >
                          {t('correctCame')}
                        </Button>
                      )}
                    </Group>
                  </li>
                ))}
              </Stack>
            </Stack>
          );
        })}
        {corrections.length > 0 && (
          <Stack
            component="ul"
            gap={4}
            p={0}
            m={0}
            style={{ listStyle: 'none' }}
            aria-label={t('correctedCame')}
          >
            {corrections.map(({ id, member, before, presence, by }) => (
              <li key={id}>
                <Text size="xs" c="gray.6">
                  {t('correctedFromTo', {
                    name: member.displayName,
                    before: t(before ? `word${before}` : 'wordUnknown'),
                    after: t(`word${presence}`),
                    by: by.displayName,
                  })}
                </Text>
              </li>
            ))}
          </Stack>
        )}
        {correcting && (
          <CorrectAttendance
            meetingId={meeting.id}
            format={meeting.format}
            attendee={correcting}
            onClose={() => setCorrecting(null)}
          />
        )}
      </Stack>
    </Paper>
  );
}
