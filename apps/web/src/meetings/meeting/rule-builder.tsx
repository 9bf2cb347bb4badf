import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { isPlainDate, numberIn, type PlainDate } from '@yoriai/domain/kernel';
import { choiceOf, parseRule, ruleOf, weekdays, type RuleEnd, type Weekday } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberBox } from '../../ui/number-box.js';

/** What the boxes hold, in the words people choose by. */
export interface RuleEntry {
  /** `kept`: by the rule that is there already, which the boxes have no words for. */
  readonly repeat: 'MonthlyByWeekday' | 'MonthlyByDay' | 'Weekly' | 'once' | 'kept';
  readonly interval: number;
  readonly ordinal: number;
  readonly weekday: Weekday;
  readonly day: number;
  readonly ends: 'count' | 'until' | 'never';
  readonly count: number;
  readonly until: PlainDate;
  readonly kept: string | null;
}

export const usualRule: RuleEntry = {
  repeat: 'MonthlyByWeekday',
  interval: 1,
  ordinal: 2,
  weekday: 'WE',
  day: 10,
  ends: 'count',
  count: 12,
  until: '',
  kept: null,
};

const intervals = { Weekly: [1, 2, 4], MonthlyByWeekday: [1, 2, 3], MonthlyByDay: [1, 2, 3] } as const;
const ordinals = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' } as const;
const daysOfMonth = [...Array.from({ length: 28 }, (_, i) => i + 1), -1];

/** The boxes for a rule that is there already. A rule that they cannot express is kept as it is until another is chosen. */
export function entryOf(text: string): RuleEntry {
  const rule = parseRule(text);
  const choice = rule.ok ? choiceOf(rule.value) : null;
  const { count = null, until = null } = rule.ok ? rule.value : {};
  const kept: RuleEntry = {
    ...usualRule,
    repeat: 'kept',
    kept: text,
    ends: count !== null ? 'count' : until !== null ? 'until' : 'never',
    ...(count === null ? {} : { count }),
    ...(until === null ? {} : { until: until.slice(0, 10) }),
  };
  if (choice?.kind !== 'MonthlyByWeekday' && choice?.kind !== 'MonthlyByDay' && choice?.kind !== 'Weekly')
    return kept;
  const { kind, interval } = choice;
  const isOffered =
    (intervals[kind] as readonly number[]).includes(interval) &&
    (kind === 'Weekly'
      ? choice.weekdays.length === 1
      : kind === 'MonthlyByDay'
        ? daysOfMonth.includes(choice.day)
        : choice.ordinal in ordinals);
  if (!isOffered) return kept;
  return {
    ...kept,
    kept: null,
    repeat: kind,
    interval,
    ...(kind === 'MonthlyByWeekday' ? { ordinal: choice.ordinal, weekday: choice.weekday } : {}),
    ...(kind === 'MonthlyByDay' ? { day: choice.day } : {}),
    ...(kind === 'Weekly' ? { weekday: choice.weekdays[0]! } : {}),
  };
}

/** The RRULE the boxes mean; null for a single meeting, undefined while something is missing. */
export function ruleText(entry: RuleEntry): string | null | undefined {
  if (entry.repeat === 'once') return null;
  if (entry.repeat === 'kept') return entry.kept ?? undefined;
  const end = endOf(entry);
  if (end === undefined) return undefined;
  const { interval, ordinal, weekday, day } = entry;
  switch (entry.repeat) {
    case 'MonthlyByWeekday':
      return ruleOf({ kind: 'MonthlyByWeekday', interval, ordinal, weekday, end });
    case 'MonthlyByDay':
      return ruleOf({ kind: 'MonthlyByDay', interval, day, end });
    case 'Weekly':
      return ruleOf({ kind: 'Weekly', interval, weekdays: [weekday], end });
  }
}

function endOf({ ends, count, until }: RuleEntry): RuleEnd | undefined {
  if (ends === 'never') return null;
  if (ends === 'until') return isPlainDate(until) ? { until } : undefined;
  return Number.isInteger(count) && count > 0 ? { count } : undefined;
}

interface Props {
  readonly value: RuleEntry;
  readonly onChange: (next: RuleEntry) => void;
  /** Set where a series is there already: its rule in plain words. A single meeting it does not become. */
  readonly existing?: string | undefined;
}

/** 毎月 第2水曜日, 全12回: chosen from words, never typed as a rule. */
export function RuleBuilder({ value, onChange, existing }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const { t: plan } = useTranslation('series');
  const set = (next: Partial<RuleEntry>): void => onChange({ ...value, ...next });
  const weekly = value.repeat === 'Weekly';
  const repeats = value.repeat !== 'once' && value.repeat !== 'kept';
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('repeat')}
        data={[
          ...(value.kept === null ? [] : [{ value: 'kept', label: plan('keptRule') }]),
          ...(['MonthlyByWeekday', 'MonthlyByDay', 'Weekly'] as const).map((repeat) => ({
            value: repeat,
            label: t(repeat),
          })),
          ...(existing === undefined ? [{ value: 'once', label: t('once') }] : []),
        ]}
        value={value.repeat}
        onChange={(event) => set({ repeat: event.currentTarget.value as RuleEntry['repeat'], interval: 1 })}
      />
      {value.repeat === 'kept' && <Text fw={700}>{existing}</Text>}
      {repeats && (
        <Group gap="md" grow preventGrowOverflow={false} align="flex-end">
          <NativeSelect
            label={t('every')}
            miw={140}
            data={
              weekly
                ? [option(1, t('everyWeek')), option(2, t('everyTwoWeeks')), option(4, t('everyFourWeeks'))]
                : [
                    option(1, t('everyMonth')),
                    option(2, t('everyTwoMonths')),
                    option(3, t('everyThreeMonths')),
                  ]
            }
            value={String(value.interval)}
            onChange={(event) => set({ interval: Number(event.currentTarget.value) })}
          />
          {value.repeat === 'MonthlyByWeekday' && (
            <NativeSelect
              label={t('which')}
              miw={120}
              data={([1, 2, 3, 4, -1] as const).map((n) => option(n, t(ordinals[n])))}
              value={String(value.ordinal)}
              onChange={(event) => set({ ordinal: Number(event.currentTarget.value) })}
            />
          )}
          {value.repeat === 'MonthlyByDay' ? (
            <NativeSelect
              label={t('dayOfMonth')}
              miw={120}
              data={daysOfMonth.map((day) => option(day, day === -1 ? t('lastDay') : t('dayN', { day })))}
              value={String(value.day)}
              onChange={(event) => set({ day: Number(event.currentTarget.value) })}
            />
          ) : (
            <NativeSelect
              label={t('weekday')}
              miw={140}
              data={weekdays.map((weekday) => ({ value: weekday, label: t(weekday) }))}
              value={value.weekday}
              onChange={(event) => set({ weekday: event.currentTarget.value as Weekday })}
            />
          )}
        </Group>
      )}
      {repeats && (
        <Group gap="md" grow preventGrowOverflow={false} align="flex-end">
          <NativeSelect
            label={t('ends')}
            miw={200}
            data={[
              { value: 'count', label: t('endsCount') },
              { value: 'until', label: t('endsUntil') },
              { value: 'never', label: t('endsNever') },
            ]}
            value={value.ends}
            onChange={(event) => set({ ends: event.currentTarget.value as RuleEntry['ends'] })}
          />
          {value.ends === 'count' && (
            <NumberBox
              label={t('count')}
              miw={120}
              value={Number.isNaN(value.count) ? '' : value.count}
              onChange={(text) => set({ count: numberIn(text) ?? NaN })}
            />
          )}
          {value.ends === 'until' && (
            <TextInput
              label={t('until')}
              miw={160}
              type="date"
              value={value.until}
              onChange={(event) => set({ until: event.currentTarget.value })}
            />
          )}
        </Group>
      )}
    </Stack>
  );
}

const option = (value: number, label: string): { value: string; label: string } => ({
  value: String(value),
  label,
});
