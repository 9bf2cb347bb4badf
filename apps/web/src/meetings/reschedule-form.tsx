import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { List, Stack, Text, TextInput } from '@mantine/core';
import { sayDone } from '../ui/say-done.js';
import { instantAt, ok, type PlainDateTime } from '@yoriai/domain/kernel';
import {
  describeDate,
  describeTime,
  occurrences,
  parseRule,
  readDuration,
  readLocal,
  ruleMoved,
} from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../forms/entry-form.js';
import { useEntryForm } from '../forms/use-entry-form.js';
import type {
  MovableMeetingFragment,
  RescheduleMeetingMutation,
  RescheduleMeetingMutationVariables,
} from '../graphql/generated/operations.js';
import { useLanguage } from '../ui/use-language.js';
import { ChangedMeanwhile, useSeen } from './changed-meanwhile.js';
import { ScopeChoice } from './cancel-meeting.js';
import { movableMeetingFragment } from './movable-meeting.js';
import { DurationSelect } from './time-fields.js';

const rescheduleMeeting: TypedDocumentNode<RescheduleMeetingMutation, RescheduleMeetingMutationVariables> =
  gql`
    mutation RescheduleMeeting($input: RescheduleMeetingInput!) {
      rescheduleMeeting(input: $input) {
        id
        sequence
        ...MovableMeeting
      }
    }
    ${movableMeetingFragment}
  `;

/** Before, after, and what follows, by the domain's own rule for moving. */
export function RescheduleForm({
  meeting,
  onDone,
}: {
  meeting: MovableMeetingFragment;
  onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('meetings');
  const language = useLanguage();
  const [send] = useMutation(rescheduleMeeting, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'meetings' }),
  });
  const { seen, changed, look, send: sendSeen } = useSeen(meeting);
  const [date, time] = meeting.startsAtLocal.split('T') as [string, string];
  const form = useEntryForm({
    initial: { date, time, durationMinutes: meeting.durationMinutes, andFollowing: false },
    labels: {
      date: t('newDate'),
      time: t('newTime'),
      durationMinutes: t('duration'),
      andFollowing: t('scope'),
    },
    rules: {
      date: (day, all) => readLocal('date', `${day}T${all.time}`),
      durationMinutes: (minutes) => readDuration(minutes),
      time: () => ok(null),
    },
    blame: { RULE_NEVER_MATCHES: 'date' },
  });
  const { values } = form;
  const startsAtLocal = `${values.date}T${values.time}`;
  const understood = readLocal('date', startsAtLocal).ok;
  const say = (local: PlainDateTime, minutes: number): string =>
    `${describeDate(local.slice(0, 10), language)} ${describeTime(local, minutes, language)}`;
  return (
    <EntryForm
      form={form}
      submit={t('move')}
      onSubmit={async ({ durationMinutes, andFollowing }) => {
        const { id: meetingId, version: expectedVersion } = seen;
        const input = { meetingId, expectedVersion, startsAtLocal, durationMinutes, andFollowing };
        await sendSeen(() => send({ variables: { input } }));
        sayDone(t('moved'));
        onDone();
      }}
    >
      {changed && (
        <ChangedMeanwhile now={say(meeting.startsAtLocal, meeting.durationMinutes)} onLook={look} />
      )}
      <TextInput {...form.field('date', { required: true })} type="date" data-autofocus />
      <TextInput {...form.field('time', { required: true })} type="time" />
      <DurationSelect {...form.field('durationMinutes')} />
      {meeting.series?.rule && (
        <ScopeChoice
          andFollowing={values.andFollowing}
          onChange={(andFollowing) => form.set({ andFollowing })}
        />
      )}
      {understood && (
        <Stack gap={4} aria-live="polite">
          <Text>
            {t('before')}: {say(meeting.startsAtLocal, meeting.durationMinutes)}
          </Text>
          <Text fw={700}>
            {t('after')}: {say(startsAtLocal, values.durationMinutes)}
          </Text>
          {values.andFollowing && meeting.series?.rule && (
            <>
              <Text mt="xs">{t('followingPreviewNote')}</Text>
              <List>
                {nextDates(meeting, startsAtLocal).map((local) => (
                  <List.Item key={local}>{say(local, values.durationMinutes)}</List.Item>
                ))}
              </List>
            </>
          )}
          <Text c="gray.6" size="xs" mt="xs">
            {t('rescheduleKeeps')}
          </Text>
        </Stack>
      )}
    </EntryForm>
  );
}

const shown = 4;

/** The dates that the domain's own rule gives after the move; a series that ends sooner shows fewer. */
function nextDates(meeting: MovableMeetingFragment, to: PlainDateTime): readonly PlainDateTime[] {
  const rule = parseRule(meeting.series?.rule ?? '');
  if (!rule.ok) return [];
  const moved = ruleMoved({ ...rule.value, count: null }, meeting.startsAtLocal, to);
  return occurrences(moved, to, meeting.timeZone, { limit: shown }).filter(
    (local) => instantAt(local, meeting.timeZone) >= instantAt(to, meeting.timeZone),
  );
}
