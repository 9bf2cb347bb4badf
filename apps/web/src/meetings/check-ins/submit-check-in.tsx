import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Collapse, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { badInput, numberIn, optional, type BadUserInput, type Result } from '@yoriai/domain/kernel';
import {
  checkInLimits,
  checkInTexts,
  checkInVisibilities,
  figureNames,
  figuresMonth,
  readFigure,
  type CheckInVisibility,
  type FigureName,
} from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  SubmitCheckInMutation,
  SubmitCheckInMutationVariables,
} from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';
import { NumberBox } from '../../ui/number-box.js';
import { sayDone } from '../../ui/say-done.js';
import type { MeetingEntries, SeenCheckIn } from '../meeting/meeting-entries.js';
import { ChooseMood, type Mood } from './mood.js';

export const submitCheckIn: TypedDocumentNode<SubmitCheckInMutation, SubmitCheckInMutationVariables> = gql`
  mutation SubmitCheckIn($input: SubmitCheckInInput!) {
    submitCheckIn(input: $input) {
      id
    }
  }
`;

type Entry = Record<(typeof checkInTexts)[number] | FigureName, string> & {
  readonly mood: Mood | null;
  readonly visibility: CheckInVisibility;
  readonly shareMood: boolean;
  readonly shareFigures: boolean;
};

const readsFigure =
  (name: FigureName) =>
  (text: string): Result<number | null, BadUserInput> => {
    const figure = numberIn(text);
    return Number.isNaN(figure) ? badInput(name, 'MALFORMED') : readFigure(name, figure);
  };

interface Props {
  readonly meeting: Pick<MeetingEntries, 'id' | 'startsAtLocal'>;
  readonly before: SeenCheckIn | null;
  readonly onDone: () => void;
}

/** One box; the rest folds away. What is typed stays on this device until it is sent. */
export function SubmitCheckIn({ meeting, before, onDone }: Props): ReactNode {
  const { t } = useTranslation(['checkIns', 'common']);
  const [send] = useMutation(submitCheckIn, {
    refetchQueries: ['Preparation'],
    awaitRefetchQueries: true,
  });
  const form = useEntryForm<Entry>({
    initial: entryOf(before),
    labels: {
      note: t('note'),
      progress: t('progress'),
      problem: t('problem'),
      request: t('request'),
      mood: t('mood'),
      visibility: t('visibility'),
      shareMood: t('shareMood'),
      shareFigures: t('shareFigures'),
      salesYen: t('salesYen'),
      grossProfitYen: t('grossProfitYen'),
      customers: t('customers'),
      ownHours: t('ownHours'),
    },
    rules: {
      note: (text, all) => (isEmpty(all) ? badInput('note', 'REQUIRED') : textRule('note')(text)),
      progress: textRule('progress'),
      problem: textRule('problem'),
      request: textRule('request'),
      salesYen: readsFigure('salesYen'),
      grossProfitYen: readsFigure('grossProfitYen'),
      customers: readsFigure('customers'),
      ownHours: readsFigure('ownHours'),
    },
    draft: `check-in:${meeting.id}`,
  });
  const { values } = form;
  const [open, setOpen] = useState(() => !isShort(values));
  const submit = async (entry: Entry): Promise<void> => {
    await send({
      variables: {
        input: {
          meetingId: meeting.id,
          ...Object.fromEntries(checkInTexts.map((name) => [name, entry[name]])),
          mood: entry.mood,
          figures: Object.fromEntries(figureNames.map((name) => [name, numberIn(entry[name])])),
          visibility: entry.visibility,
          moodVisibility: entry.shareMood ? 'GROUP' : 'FACILITATOR',
          figuresVisibility: entry.shareFigures ? 'GROUP' : 'FACILITATOR',
          expectedVersion: before?.version ?? 0,
          idempotencyKey: form.idempotencyKey,
        },
      },
    });
    sayDone(t('submitted'));
    onDone();
  };
  const month = Number(figuresMonth(meeting).slice(5, 7));
  return (
    <EntryForm
      form={form}
      submit={t(before ? 'submitAgain' : 'submit')}
      onSubmit={submit}
      beside={
        before && (
          <Button
            variant="default"
            onClick={() => {
              form.reset();
              onDone();
            }}
          >
            {t('common:cancel')}
          </Button>
        )
      }
    >
      <Textarea {...form.field('note')} description={t('intro')} />
      <DangerNote text={checkInTexts.map((name) => values[name]).join('\n')} />
      <div>
        <Button variant="subtle" px={0} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('more')}
        </Button>
        <Collapse expanded={open}>
          <Stack gap="md" pt="sm">
            <Textarea {...form.field('progress')} minRows={2} />
            <Textarea {...form.field('problem')} minRows={2} />
            <Textarea {...form.field('request')} minRows={2} />
            <ChooseMood value={values.mood} onChange={(mood) => form.set({ mood })} />
            <Text fw={700}>{t('figures', { month })}</Text>
            {figureNames.map((name) => (
              <NumberBox key={name} {...form.field(name)} decimals maw={240} />
            ))}
            <Text c="gray.6" size="xs">
              {t('apart')}
            </Text>
            {values.visibility === 'GROUP' && (
              <>
                <Checkbox {...form.tick('shareMood')} py={10} />
                <Checkbox {...form.tick('shareFigures')} py={10} />
              </>
            )}
          </Stack>
        </Collapse>
      </div>
      <NativeSelect
        {...form.field('visibility')}
        data={checkInVisibilities.toReversed().map((value) => ({ value, label: t(value) }))}
        value={values.visibility}
        onChange={(event) => form.set({ visibility: event.currentTarget.value as CheckInVisibility })}
      />
    </EntryForm>
  );
}

const textRule = (name: string) => (text: string) => optional(name, text, checkInLimits.text);

const isShort = (entry: Entry): boolean =>
  entry.mood === null &&
  [...checkInTexts.slice(1), ...figureNames].every((name) => entry[name].trim() === '');
const isEmpty = (entry: Entry): boolean => isShort(entry) && entry.note.trim() === '';

function entryOf(before: SeenCheckIn | null): Entry {
  const figure = (name: FigureName): string => String(before?.figures?.[name] ?? '');
  return {
    note: before?.note ?? '',
    progress: before?.progress ?? '',
    problem: before?.problem ?? '',
    request: before?.request ?? '',
    mood: (before?.mood ?? null) as Mood | null,
    salesYen: figure('salesYen'),
    grossProfitYen: figure('grossProfitYen'),
    customers: figure('customers'),
    ownHours: figure('ownHours'),
    visibility: before?.visibility ?? 'GROUP',
    shareMood: before?.moodVisibility === 'GROUP',
    shareFigures: before?.figuresVisibility === 'GROUP',
  };
}
