import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@apollo/client/react';
import { readCapacity, readGoals } from '@yoriai/domain/groups';
import { limits, numberIn, ok, required } from '@yoriai/domain/kernel';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryFormState } from '../../forms/use-entry-form.js';
import { NumberBox } from '../../ui/number-box.js';
import { programmesQuery } from '../programmes/programmes-query.js';

/** What both a new group and a changed one are described by. */
export interface GroupEntry {
  readonly name: string;
  readonly purpose: string;
  readonly goal1: string;
  readonly goal2: string;
  readonly goal3: string;
  readonly capacity: string;
  readonly programmeId: string;
}

export const goalsOf = ({ goal1, goal2, goal3 }: GroupEntry): string[] =>
  [goal1, goal2, goal3].filter((goal) => goal.trim() !== '');

export const goalFields = (goals: readonly string[]): Pick<GroupEntry, 'goal1' | 'goal2' | 'goal3'> => ({
  goal1: goals[0] ?? '',
  goal2: goals[1] ?? '',
  goal3: goals[2] ?? '',
});

export const groupRules = {
  name: (text: string) => required('name', text, limits.name),
  purpose: (text: string) => required('purpose', text, limits.line),
  goal1: (text: string) => (text.trim() === '' ? ok(null) : readGoals([text])),
  goal2: (text: string) => (text.trim() === '' ? ok(null) : readGoals([text])),
  goal3: (text: string) => (text.trim() === '' ? ok(null) : readGoals([text])),
  capacity: (seats: string) => readCapacity(numberIn(String(seats)) ?? NaN),
};

export function useGroupLabels(): Readonly<Record<keyof GroupEntry, string>> {
  const { t } = useTranslation('groups');
  return {
    name: t('name'),
    purpose: t('purpose'),
    goal1: t('goal1'),
    goal2: t('goal2'),
    goal3: t('goal3'),
    capacity: t('capacity'),
    programmeId: t('programme'),
  };
}

export function GroupFields<Entry extends GroupEntry>({ form }: { form: EntryFormState<Entry> }): ReactNode {
  const { t } = useTranslation('groups');
  const { data } = useQuery(programmesQuery);
  const { field } = form as unknown as EntryFormState<GroupEntry>;
  return (
    <>
      <TextInput {...field('name', { required: true })} />
      <Textarea {...field('purpose', { required: true })} minRows={2} />
      <TextInput {...field('goal1')} />
      <TextInput {...field('goal2')} />
      <TextInput {...field('goal3')} />
      <NumberBox {...field('capacity')} description={t('capacityHint')} w={160} />
      {data && data.programmes.length > 0 && (
        <NativeSelect
          {...field('programmeId')}
          data={[
            { value: '', label: t('noProgramme') },
            ...data.programmes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </>
  );
}
