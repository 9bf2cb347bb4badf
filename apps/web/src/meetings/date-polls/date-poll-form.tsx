import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import {
  datePollLimits,
  readClosesOn,
  readPollNote,
  readPollOptions,
  readPollTitle,
} from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { FieldError } from '../../forms/field-words.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import { nextDay } from '../meeting/next-day.js';

export interface OptionEntry {
  readonly date: string;
  /** HH:mm; empty for the day alone. */
  readonly time: string;
}
export interface PollEntry {
  title: string;
  options: readonly OptionEntry[];
  closesOn: string;
  note: string;
}
export type PollSending = Omit<PollEntry, 'options'> & {
  readonly options: { date: string; time: string | null }[];
};

interface Props {
  readonly timeZone: string;
  readonly initial: PollEntry;
  readonly submit: string;
  readonly draft?: string;
  readonly onSubmit: (entry: PollSending, idempotencyKey: string) => Promise<unknown>;
}

const whenOf = ({ date, time }: OptionEntry): string => (time ? `${date}T${time}` : date);

/** A title and some days; the last day to answer and a line to the group fold away. */
export function DatePollForm({ timeZone, initial, submit, draft, onSubmit }: Props): ReactNode {
  const { t } = useTranslation('datePolls');
  const [now] = useState(() => new Date());
  const [kept] = useState(() => new Set(initial.options.map(whenOf)));
  const form = useEntryForm<PollEntry>({
    initial,
    labels: {
      title: t('pollTitle'),
      options: t('options'),
      closesOn: t('closesOn'),
      note: t('pollNote'),
    },
    rules: {
      title: readPollTitle,
      options: (options) =>
        readPollOptions(
          options.filter(({ date }) => date !== '').map(whenOf),
          timeZone,
          now,
          draft ? undefined : kept,
        ),
      closesOn: (day) =>
        day === initial.closesOn ? { ok: true, value: null } : readClosesOn(day, timeZone, now),
      note: readPollNote,
    },
    draft,
  });
  const { options } = form.values;
  const set = (next: readonly OptionEntry[]): void => form.set({ options: next });
  const change = (i: number, part: Partial<OptionEntry>): void =>
    set(options.map((option, at) => (at === i ? { ...option, ...part } : option)));
  const problem = form.problems.find(({ name }) => name === 'options');
  return (
    <EntryForm
      form={form}
      submit={submit}
      onSubmit={({ options: chosen, ...entry }) =>
        onSubmit(
          {
            ...entry,
            options: chosen
              .filter(({ date }) => date !== '')
              .map(({ date, time }) => ({ date, time: time || null })),
          },
          form.idempotencyKey,
        )
      }
    >
      <TextInput {...form.field('title', { required: true })} description={t('pollTitleHint')} />
      <Stack gap="sm" role="group" aria-label={t('options')} id={form.idOf('options')} tabIndex={-1}>
        <Text fw={700}>{t('options')}</Text>
        {options.map(({ date, time }, i) => (
          <Group key={i} gap="xs" wrap="nowrap">
            <TextInput
              type="date"
              flex={1.4}
              miw={0}
              aria-label={t('optionDate', { n: i + 1 })}
              value={date}
              onChange={(event) => change(i, { date: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              flex={1}
              miw={0}
              aria-label={t('optionTime', { n: i + 1 })}
              value={time}
              onChange={(event) => change(i, { time: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              size={44}
              aria-label={t('removeOption', { n: i + 1 })}
              disabled={options.length <= datePollLimits.options.min}
              onClick={() => set(options.filter((_, at) => at !== i))}
            >
              <IconX size={20} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {problem && (
          <Text c="red" size="sm" role="alert">
            <FieldError {...problem} />
          </Text>
        )}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            disabled={options.length >= datePollLimits.options.max}
            onClick={() => {
              const last = options.at(-1);
              set([...options, { date: last?.date ? nextDay(last.date) : '', time: last?.time ?? '' }]);
            }}
          >
            {t('addOption')}
          </Button>
        </Group>
      </Stack>
      <details>
        <summary style={{ minHeight: 44, paddingBlock: 10, cursor: 'pointer' }}>{t('moreSettings')}</summary>
        <Stack gap="md">
          <TextInput {...form.field('closesOn')} type="date" description={t('closesOnHint')} />
          <TextInput {...form.field('note')} />
        </Stack>
      </details>
    </EntryForm>
  );
}
