import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Group, Paper, Text, TextInput } from '@mantine/core';
import { dateAt, days, ok, plus } from '@yoriai/domain/kernel';
import {
  describeRule,
  parseRule,
  previewMeetings,
  readDuration,
  readLocal,
  readPlace,
  readTitle,
  readUrl,
  type MeetingFormat,
  type RestOfSeries,
} from '@yoriai/domain/meetings';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  ScheduleMeetingsMutation,
  ScheduleMeetingsMutationVariables,
} from '../../graphql/generated/operations.js';
import { useLanguage } from '../../ui/use-language.js';
import { AgendaSelect } from '../agendas/agenda-select.js';
import { useDoubleBookings } from './double-bookings.js';
import { FormatSelect } from './edit-meeting.js';
import { MeetingPreview } from './meeting-preview.js';
import { entryOf, RuleBuilder, ruleText, usualRule, type RuleEntry } from './rule-builder.js';
import { DurationSelect } from './time-fields.js';

export const scheduleMeetings: TypedDocumentNode<
  ScheduleMeetingsMutation,
  ScheduleMeetingsMutationVariables
> = gql`
  mutation ScheduleMeetings($input: ScheduleMeetingsInput!) {
    scheduleMeetings(input: $input) {
      id
    }
  }
`;

/** A meeting from which on its series changes. */
export interface SeriesFrom {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly rest: Omit<RestOfSeries, 'dates'>;
  readonly durationMinutes: number;
  readonly format: MeetingFormat;
  readonly place?: string | null;
  readonly url?: string | null;
}

export interface SeriesEntry {
  readonly title: string;
  readonly rule: string | null;
  readonly startsAtLocal: string;
  readonly durationMinutes: number;
  readonly format: MeetingFormat;
  readonly place: string | null;
  readonly url: string | null;
  readonly skip: string[];
  readonly postpone: string[];
}

interface FormProps {
  readonly group: { readonly id: string };
  readonly timeZone: string;
  /** Set where the rest of a series is changed instead of a new one made. */
  readonly from?: SeriesFrom;
  readonly onSend: (series: SeriesEntry, agendaTemplate: string, idempotencyKey: string) => Promise<void>;
}

interface Entry {
  title: string;
  rule: RuleEntry;
  startsOn: string;
  time: string;
  durationMinutes: number;
  format: MeetingFormat;
  place: string;
  url: string;
  agendaTemplate: string;
}

/** A series in one sentence: 毎月 第2水曜日 19:00 から 2時間, with every date in sight before anything is made. */
export function SeriesForm({ group, timeZone, from, onSend }: FormProps): ReactNode {
  const { t } = useTranslation('meetings');
  const { t: plan } = useTranslation('series');
  const language = useLanguage();
  const [now] = useState(() => new Date());
  const [skip, setSkip] = useState(from?.rest.skip ?? []);
  const [postpone, setPostpone] = useState(from?.rest.postpone ?? []);
  const form = useEntryForm<Entry>({
    initial: {
      title: from?.title ?? t('defaultTitle'),
      rule: from ? entryOf(from.rest.rule) : usualRule,
      startsOn: from?.rest.startsAtLocal.slice(0, 10) ?? dateAt(plus(now, days(1)), timeZone),
      time: from?.rest.startsAtLocal.slice(11) ?? '19:00',
      durationMinutes: from?.durationMinutes ?? 120,
      format: from?.format ?? 'IN_PERSON',
      place: from?.place ?? '',
      url: from?.url ?? '',
      agendaTemplate: '',
    },
    labels: {
      title: t('meetingTitle'),
      rule: t('repeat'),
      startsOn: t('from'),
      time: t('newTime'),
      durationMinutes: t('duration'),
      format: t('format'),
      place: t('place'),
      url: t('url'),
      agendaTemplate: t('agendaTemplate'),
    },
    rules: {
      title: readTitle,
      startsOn: (day, all) => readLocal('startsOn', `${day}T${all.time}`),
      durationMinutes: readDuration,
      place: readPlace,
      url: readUrl,
      rule: (entry, all) => {
        const rule = ruleText(entry);
        if (rule === undefined) return { ok: false, error: { code: 'RULE_NOT_UNDERSTOOD' } };
        return readLocal('startsOn', `${all.startsOn}T${all.time}`).ok
          ? previewMeetings(
              { rule, startsAtLocal: `${all.startsOn}T${all.time}`, timeZone, skip, postpone },
              now,
            )
          : ok(null);
      },
    },
    blame: { RULE_NOT_UNDERSTOOD: 'rule', RULE_NEVER_MATCHES: 'rule', TOO_MANY_MEETINGS: 'rule' },
    draft: from ? undefined : `schedule:${group.id}`,
  });
  const { values } = form;
  const startsAtLocal = `${values.startsOn}T${values.time}`;
  const rule = ruleText(values.rule);
  const preview = useMemo(
    () =>
      rule === undefined || !readLocal('startsOn', startsAtLocal).ok
        ? null
        : previewMeetings({ rule, startsAtLocal, timeZone, skip, postpone }, now),
    [rule, startsAtLocal, timeZone, skip, postpone, now],
  );
  const busy = useDoubleBookings(
    { groupId: group.id, timeZone, durationMinutes: values.durationMinutes, moving: from?.id ?? null },
    preview?.ok ? preview.value.filter(({ skipped }) => !skipped).map(({ local }) => local) : [],
  );
  const held = preview?.ok ? preview.value.filter(({ skipped }) => !skipped).length : 0;
  /** Other slots make what was skipped or postponed among the old ones meaningless. */
  const newSlots = (next: Partial<Entry>): void => {
    setSkip([]);
    setPostpone([]);
    form.set(next);
  };
  const { onChange: _start, ...startsOn } = form.field('startsOn', { required: true });
  const { onChange: _time, ...time } = form.field('time', { required: true });
  return (
    <EntryForm
      form={form}
      submit={from ? plan('seriesSave') : held > 1 ? t('create', { count: held }) : t('createOne')}
      onSubmit={({ title, durationMinutes, format, place, url, agendaTemplate }) =>
        onSend(
          {
            title,
            rule: rule ?? null,
            startsAtLocal,
            durationMinutes,
            format,
            place: format === 'ONLINE' ? null : place,
            url: format === 'IN_PERSON' ? null : url,
            skip: [...skip],
            postpone: [...postpone],
          },
          agendaTemplate,
          form.idempotencyKey,
        )
      }
    >
      <TextInput {...form.field('title', { required: true })} />
      <div id={form.idOf('rule')} tabIndex={-1}>
        <RuleBuilder
          value={values.rule}
          existing={from && describeRest(from, timeZone, language)}
          onChange={(entry) => newSlots({ rule: entry })}
        />
      </div>
      <Group gap="md" grow preventGrowOverflow={false} align="flex-end">
        <TextInput
          {...startsOn}
          label={values.rule.repeat === 'once' ? t('date') : startsOn.label}
          miw={160}
          type="date"
          onChange={(event) => newSlots({ startsOn: event.currentTarget.value })}
        />
        <TextInput
          {...time}
          miw={120}
          type="time"
          onChange={(event) => newSlots({ time: event.currentTarget.value })}
        />
        <DurationSelect {...form.field('durationMinutes')} />
      </Group>
      {timeZone !== Intl.DateTimeFormat().resolvedOptions().timeZone && (
        <Text size="xs" c="gray.6">
          {t('timeZoneIs', { zone: timeZone })}
        </Text>
      )}
      <FormatSelect {...form.field('format')} />
      {values.format !== 'ONLINE' && <TextInput {...form.field('place')} />}
      {values.format !== 'IN_PERSON' && (
        <TextInput {...form.field('url')} type="url" inputMode="url" description={t('urlHint')} />
      )}
      {!from && <AgendaSelect groupId={group.id} {...form.field('agendaTemplate')} />}
      <Paper>
        <MeetingPreview
          preview={preview}
          durationMinutes={values.durationMinutes}
          busy={busy}
          onSkip={(slot, on) => setSkip(on ? [...skip, slot] : skip.filter((one) => one !== slot))}
          onPostpone={(slot, on) =>
            setPostpone(on ? [...postpone, slot] : postpone.filter((one) => one !== slot))
          }
        />
      </Paper>
    </EntryForm>
  );
}

/** 毎週 月・木曜日 19:00〜21:00(全10回) */
function describeRest(
  { rest, durationMinutes }: SeriesFrom,
  timeZone: string,
  language: 'ja' | 'en',
): string {
  const rule = parseRule(rest.rule);
  const { startsAtLocal } = rest;
  return rule.ok ? describeRule(rule.value, { startsAtLocal, durationMinutes, timeZone }, language) : '';
}

interface Props {
  readonly group: { readonly id: string; readonly name: string };
  readonly timeZone: string;
  readonly onDone: () => void;
}

/** A year of meetings at once. */
export function ScheduleMeetings({ group, timeZone, onDone }: Props): ReactNode {
  const [send] = useMutation(scheduleMeetings, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'meetings' }),
  });
  return (
    <SeriesForm
      group={group}
      timeZone={timeZone}
      onSend={async (series, agendaTemplate, idempotencyKey) => {
        const made = { groupId: group.id, timeZone, agendaTemplate: agendaTemplate || null, idempotencyKey };
        await send({ variables: { input: { ...series, ...made } } });
        onDone();
      }}
    />
  );
}
