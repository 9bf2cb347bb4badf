import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import {
  agendaStepName,
  isStandardAgenda,
  standardAgendaNames,
  standardAgendas,
  standardAgendaSteps,
} from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import type {
  CreateAgendaTemplateMutation,
  CreateAgendaTemplateMutationVariables,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import { useLanguage } from '../../ui/use-language.js';
import type { StepEntry } from './agenda-steps.js';
import {
  AgendaTemplateBoxes,
  stepsToSend,
  useAgendaTemplateForm,
  type AgendaTemplateFormProps,
} from './agenda-template-form.js';

export const createAgendaTemplate: TypedDocumentNode<
  CreateAgendaTemplateMutation,
  CreateAgendaTemplateMutationVariables
> = gql`
  mutation CreateAgendaTemplate($input: CreateAgendaTemplateInput!) {
    createAgendaTemplate(input: $input) {
      id
      name
    }
  }
`;

export function CreateAgendaTemplate({
  groupId,
  headCount,
  onDone,
}: AgendaTemplateFormProps & { groupId: string }): ReactNode {
  const { t } = useTranslation('agendas');
  const language = useLanguage();
  const [send] = useMutation(createAgendaTemplate, {
    update: (cache) =>
      void cache.evict({
        id: cache.identify({ __typename: 'Group', id: groupId }) ?? '',
        fieldName: 'agendaTemplates',
      }),
  });
  const begun = (template: string): readonly StepEntry[] =>
    (isStandardAgenda(template) ? standardAgendaSteps(template) : []).map((step) => ({
      ...step,
      id: null,
      name: agendaStepName(step, language),
    }));
  const form = useAgendaTemplateForm({ name: '', steps: begun('monthly-review') }, `agenda:new:${groupId}`);
  const { onChange: _, ...template } = form.field('template');
  return (
    <EntryForm
      form={form}
      submit={t('ownAgendaKeep')}
      onSubmit={async ({ name, steps }) => {
        const input = { groupId, name, steps: stepsToSend(steps), idempotencyKey: form.idempotencyKey };
        await send({ variables: { input } });
        sayDone(t('ownSaved'));
        onDone();
      }}
    >
      <NativeSelect
        {...template}
        value={form.values.template || 'monthly-review'}
        data={standardAgendas.map((value) => ({ value, label: standardAgendaNames[value][language] }))}
        onChange={(event) =>
          form.set({ template: event.currentTarget.value, steps: begun(event.currentTarget.value) })
        }
      />
      <AgendaTemplateBoxes form={form} headCount={headCount} />
    </EntryForm>
  );
}
