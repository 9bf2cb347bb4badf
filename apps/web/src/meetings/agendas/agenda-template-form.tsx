import { TextInput } from '@mantine/core';
import { badInput, ok } from '@yoriai/domain/kernel';
import { readAgendaName, readStep } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntryForm } from '../../forms/use-entry-form.js';
import { AgendaSteps, type StepEntry } from './agenda-steps.js';

/** The boxes of an agenda: what it is called and its steps. */
export function useAgendaTemplateForm(initial: { name: string; steps: readonly StepEntry[] }, draft: string) {
  const { t } = useTranslation('agendas');
  const { t: meetings } = useTranslation('meetings');
  return useEntryForm({
    initial: { ...initial, template: '' },
    labels: { name: t('ownName'), steps: meetings('agenda'), template: t('ownAgendaFrom') },
    rules: {
      name: readAgendaName,
      steps: (steps) =>
        steps.length === 0
          ? badInput('steps', 'REQUIRED')
          : (steps.map(readStep).find((read) => !read.ok) ?? ok(null)),
    },
    draft,
  });
}

export const stepsToSend = (steps: readonly StepEntry[]) =>
  steps.map(({ id: _, ...step }) => ({ ...step, allowed: [...step.allowed] }));

export interface AgendaTemplateFormProps {
  readonly headCount: number;
  readonly onDone: () => void;
}

export function AgendaTemplateBoxes({
  form,
  headCount,
}: {
  form: ReturnType<typeof useAgendaTemplateForm>;
  headCount: number;
}): ReactNode {
  const { t } = useTranslation('agendas');
  const { steps } = form.values;
  const count = Math.max(1, headCount);
  const minutes = steps.reduce((sum, one) => sum + (one.minutes || 0) * (one.perPerson ? count : 1), 0);
  return (
    <>
      <TextInput {...form.field('name', { required: true })} />
      <AgendaSteps
        id={form.idOf('steps')}
        steps={steps}
        onChange={(next) => form.set({ steps: next })}
        error={form.field('steps').error}
        sum={t('ownSum', { minutes, count })}
        perPerson
      />
    </>
  );
}
