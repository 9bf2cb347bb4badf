import { Group, NumberInput, NativeSelect, Stack, TextInput } from '@mantine/core';
import { isPlainDate, type PlainDate } from '@yoriai/domain/kernel';
import {
  choiceOf,
  meetingLimits,
  parseRule,
  ruleOf,
  weekdays,
  type RuleEnd,
  type Weekday,
} from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What the boxes hold, in the words people choose by. */
export interface RuleEntry {
  readonly repeat: 'MonthlyByWeekday' | 'MonthlyByDay' | 'Weekly' | 'once';
  readonly interval: number;
  readonly ordinal: number;
  readonly weekday: Weekday;
  readonly day: number;
  readonly ends: 'count' | 'until' | 'never';
  readonly count: number;
  readonly until: PlainDate;
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
};

/** The boxes for a rule that is there already; null where it is one that the boxes cannot say. */
export function entryOf(text: string): RuleEntry | null {
  const rule = parseRule(text);
  const choice = rule.ok ? choiceOf(rule.value) : null;
  if (choice?.kind !== 'MonthlyByWeekday' && choice?.kind !== 'MonthlyByDay' && choice?.kind !== 'Weekly')
    return null;
  if (choice.kind === 'Weekly' && choice.weekdays.length > 1) return null;
  const { kind, interval, end } = choice;
  return {
    ...usualRule,
    repeat: kind,
    interval,
    ...(kind === 'MonthlyByWeekday' ? { ordinal: choice.ordinal, weekday: choice.weekday } : {}),
    ...(kind === 'MonthlyByDay' ? { day: choice.day } : {}),
    ...(kind === 'Weekly' ? { weekday: choice.weekdays[0]! } : {}),
    ...(end === null
      ? { ends: 'never' }
      : 'count' in end
        ? { ends: 'count', count: end.count }
        : { ends: 'until', until: end.until }),
  };
}

/** The RRULE the boxes mean; null for a single meeting, undefined while something is missing. */
export function ruleText(entry: RuleEntry): string | null | undefined {
  if (entry.repeat === 'once') return null;
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
}

/** 毎月 第2水曜日, 全12回: chosen from words, never typed as a rule. */
export function RuleBuilder({ value, onChange }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const set = (next: Partial<RuleEntry>): void => onChange({ ...value, ...next });
  const weekly = value.repeat === 'Weekly';
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('repeat')}
        data={(['MonthlyByWeekday', 'MonthlyByDay', 'Weekly', 'once'] as const).map((repeat) => ({
          value: repeat,
          label: t(repeat),
        }))}
        value={value.repeat}
        onChange={(event) => set({ repeat: event.currentTarget.value as RuleEntry['repeat'], interval: 1 })}
      />
      {value.repeat !== 'once' && (
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
              data={[
                option(1, t('first')),
                option(2, t('second')),
                option(3, t('third')),
                option(4, t('fourth')),
                option(-1, t('last')),
              ]}
              value={String(value.ordinal)}
              onChange={(event) => set({ ordinal: Number(event.currentTarget.value) })}
            />
          )}
          {value.repeat === 'MonthlyByDay' ? (
            <NativeSelect
              label={t('dayOfMonth')}
              miw={120}
              data={[
                ...Array.from({ length: 28 }, (_, i) => option(i + 1, t('dayN', { day: i + 1 }))),
                option(-1, t('lastDay')),
              ]}
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
      {value.repeat !== 'once' && (
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
            <NumberInput
              label={t('count')}
              miw={120}
              min={1}
              max={meetingLimits.meetings}
              allowDecimal={false}
              hideControls
              inputMode="numeric"
              value={value.count}
              onChange={(count) => set({ count: Number(count) })}
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
