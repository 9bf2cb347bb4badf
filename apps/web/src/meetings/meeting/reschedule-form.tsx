import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Stack, Text, TextInput } from '@mantine/core';
import { ok, type PlainDateTime } from '@yoriai/domain/kernel';
import {
  describeDate,
  describeTime,
  previewFollowing,
  readDuration,
  readLocal,
} from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  MovableMeetingFragment,
  RescheduleMeetingMutation,
  RescheduleMeetingMutationVariables,
  RestOfSeriesQuery,
  RestOfSeriesQueryVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { sayDone } from '../../ui/say-done.js';
import { useLanguage } from '../../ui/use-language.js';
import { BusyThen } from './busy-then.js';
import { ChangedMeanwhile, useSeen } from '../../forms/changed-meanwhile.js';
import { ScopeChoice } from './cancel-meeting.js';
import { useDoubleBookings } from './double-bookings.js';
import { MeetingPreview } from './meeting-preview.js';
import { movableMeetingFragment } from './movable-meeting.js';
import { DurationSelect } from './time-fields.js';

export const rescheduleMeeting: TypedDocumentNode<
  RescheduleMeetingMutation,
  RescheduleMeetingMutationVariables
> = gql`
  mutation RescheduleMeeting($input: RescheduleMeetingInput!) {
    rescheduleMeeting(input: $input) {
      id
      sequence
      ...MovableMeeting
    }
  }
  ${movableMeetingFragment}
`;

/** What is left of the series, asked for when the rest moves too. */
export const restOfSeries: TypedDocumentNode<RestOfSeriesQuery, RestOfSeriesQueryVariables> = gql`
  query RestOfSeries($id: ID!) {
    node(id: $id) {
      id
      ... on Meeting {
        restOfSeries {
          rule
          dates {
            slot
            local
          }
        }
      }
    }
  }
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
  const [now] = useState(() => new Date());
  const [postpone, setPostpone] = useState<readonly PlainDateTime[]>([]);
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
  const {
    data,
    error: restError,
    refetch,
  } = useQuery(restOfSeries, {
    variables: { id: meeting.id },
    skip: !values.andFollowing,
    fetchPolicy: 'network-only',
  });
  const rest = data?.node?.__typename === 'Meeting' ? data.node.restOfSeries : null;
  /** Another day or time gives other dates. */
  const newTime = (next: Partial<typeof values>): void => {
    setPostpone([]);
    form.set(next);
  };
  const startsAtLocal = `${values.date}T${values.time}`;
  const understood = readLocal('date', startsAtLocal).ok;
  const preview =
    rest && values.andFollowing && understood
      ? previewFollowing(rest, meeting.timeZone, startsAtLocal, postpone, now)
      : null;
  const { timeZone } = meeting;
  const { durationMinutes } = values;
  const busy = useDoubleBookings(
    { groupId: meeting.group.id, timeZone, durationMinutes, moving: meeting.id },
    preview?.ok ? preview.value.map(({ local }) => local) : understood ? [startsAtLocal] : [],
  );
  const say = (local: PlainDateTime, minutes: number): string =>
    `${describeDate(local.slice(0, 10), language)} ${describeTime(local, minutes, language)}`;
  return (
    <EntryForm
      form={form}
      submit={t('move')}
      onSubmit={async ({ durationMinutes, andFollowing }) => {
        const { id: meetingId, version: expectedVersion } = seen;
        const following = { andFollowing, postpone: andFollowing ? [...postpone] : [] };
        const input = { meetingId, expectedVersion, startsAtLocal, durationMinutes, ...following };
        await sendSeen(() => send({ variables: { input } }));
        sayDone(t('moved'));
        onDone();
      }}
    >
      {changed && (
        <ChangedMeanwhile now={say(meeting.startsAtLocal, meeting.durationMinutes)} onLook={look} />
      )}
      <TextInput
        {...form.field('date', { required: true })}
        type="date"
        data-autofocus
        onChange={(event) => newTime({ date: event.currentTarget.value })}
      />
      <TextInput
        {...form.field('time', { required: true })}
        type="time"
        onChange={(event) => newTime({ time: event.currentTarget.value })}
      />
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
            {t('after')}: {say(startsAtLocal, durationMinutes)}
          </Text>
          {!preview?.ok && <BusyThen people={busy.get(startsAtLocal)} />}
          <Text c="gray.6" size="xs" mt="xs">
            {t('rescheduleKeeps')}
          </Text>
        </Stack>
      )}
      {values.andFollowing &&
        (rest ? (
          <MeetingPreview
            preview={preview}
            durationMinutes={durationMinutes}
            busy={busy}
            onPostpone={(slot, on) =>
              setPostpone(on ? [...postpone, slot] : postpone.filter((one) => one !== slot))
            }
          />
        ) : (
          restError && <ErrorText error={restError} onRetry={() => void refetch()} />
        ))}
    </EntryForm>
  );
}
