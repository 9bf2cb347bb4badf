import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { ok } from '@yoriai/domain/kernel';
import {
  agendaFor,
  agendaStepName,
  fitsInto,
  fittedAgenda,
  isStandardAgenda,
  readAgendaName,
  readStep,
  standardAgendaNames,
  standardAgendas,
} from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  EditableAgendaFragment,
  EditAgendaMutation,
  EditAgendaMutationVariables,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import { useLanguage } from '../../ui/use-language.js';
import { AgendaSteps, type StepEntry } from '../agendas/agenda-steps.js';
import { AgendasLink } from '../agendas/agendas-link.js';
import { createAgendaTemplate } from '../agendas/create-agenda-template.js';

export const editAgenda: TypedDocumentNode<EditAgendaMutation, EditAgendaMutationVariables> = gql`
  mutation EditAgenda($input: EditAgendaInput!) {
    editAgenda(input: $input) {
      id
      version
      agenda {
        id
        key
        name
        minutes
        speakerRule
        allowed
      }
    }
  }
`;

/** The steps of one meeting: another order, other words and minutes, or another template fitted to it. */
export function AgendaForm({
  meeting,
  onDone,
}: {
  meeting: EditableAgendaFragment;
  onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('agendas');
  const { t: meetings } = useTranslation('meetings');
  const language = useLanguage();
  const [send] = useMutation(editAgenda);
  const [keep] = useMutation(createAgendaTemplate, {
    update: (cache) =>
      void cache.evict({ id: cache.identify(meeting.group) ?? '', fieldName: 'agendaTemplates' }),
  });
  // What was on screen when the edit began: another member's change meanwhile is then shown, not overwritten.
  const [{ version: expectedVersion, durationMinutes, group }] = useState(meeting);
  const headCount = group.memberships.filter(({ takesPart }) => takesPart).length;
  const [begun] = useState<readonly StepEntry[]>(() =>
    meeting.agenda.map(({ id, key, name, minutes, speakerRule, allowed }) => ({
      id,
      key: key ?? null,
      name,
      minutes,
      speakerRule,
      allowed,
    })),
  );
  const form = useEntryForm({
    initial: {
      steps: begun,
      template: '',
      asOwn: false,
      ownName: '',
    },
    labels: {
      steps: meetings('agenda'),
      template: t('useAgenda'),
      asOwn: t('saveAsOwn'),
      ownName: t('ownName'),
    },
    rules: {
      steps: (steps) => {
        const wrong = steps.map(readStep).find((read) => !read.ok);
        return wrong ?? fitsInto(steps, durationMinutes);
      },
      ownName: (name, { asOwn }) => (asOwn ? readAgendaName(name) : ok(null)),
    },
    blame: { AGENDA_TOO_LONG: 'steps' },
  });
  const { steps } = form.values;
  const begin = (template: string): void => {
    const own = group.agendaTemplates.find(({ id }) => id === template);
    const fitted = own
      ? fittedAgenda(
          own.steps.map((step) => ({ ...step, key: step.key ?? null })),
          { headCount, durationMinutes },
        )
      : ok(isStandardAgenda(template) ? agendaFor(template, { nth: 3, headCount, durationMinutes }) : []);
    const fresh = fitted.ok
      ? fitted.value.map((step): StepEntry => ({ ...step, id: null, name: agendaStepName(step, language) }))
      : [];
    form.set({ template, ...(template === '' ? {} : { steps: fresh }) });
  };
  const total = steps.reduce((sum, { minutes }) => sum + (minutes || 0), 0);
  const tooLong = total > durationMinutes;
  const { onChange: _choose, ...template } = form.field('template');
  return (
    <EntryForm
      form={form}
      submit={t('editAgenda')}
      onSubmit={async ({ asOwn, ownName }) => {
        const plain = steps.map((step) => ({ ...step, allowed: [...step.allowed] }));
        await send({ variables: { input: { meetingId: meeting.id, expectedVersion, steps: plain } } });
        if (asOwn)
          await keep({
            variables: {
              input: {
                groupId: group.id,
                name: ownName,
                steps: plain.map(({ id: _, ...step }) => step),
                idempotencyKey: form.idempotencyKey,
              },
            },
          });
        sayDone(t(asOwn ? 'ownSaved' : 'agendaSaved'));
        onDone();
      }}
    >
      <NativeSelect
        {...template}
        data={[
          { value: '', label: t('keepAgenda') },
          ...group.agendaTemplates.map(({ id, name }) => ({ value: id, label: name })),
          ...standardAgendas.map((value) => ({ value, label: standardAgendaNames[value][language] })),
        ]}
        onChange={(event) => begin(event.currentTarget.value)}
      />
      {steps === begun && <AgendasLink groupId={group.id} />}
      <AgendaSteps
        id={form.idOf('steps')}
        steps={steps}
        onChange={(next) => form.set({ steps: next })}
        error={form.field('steps').error}
        sum={t(tooLong ? 'sumTooLong' : 'sum', { minutes: total, limit: durationMinutes })}
        tooLong={tooLong}
      />
      <Checkbox {...form.tick('asOwn')} py={10} />
      {form.values.asOwn && <TextInput {...form.field('ownName', { required: true })} />}
    </EntryForm>
  );
}
