import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangedMeanwhile, useSeen } from '../../forms/changed-meanwhile.js';
import { EntryForm } from '../../forms/entry-form.js';
import type {
  EditAgendaTemplateMutation,
  EditAgendaTemplateMutationVariables,
  GroupAgendaFragment,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import type { StepEntry } from './agenda-steps.js';
import {
  AgendaTemplateBoxes,
  stepsToSend,
  useAgendaTemplateForm,
  type AgendaTemplateFormProps,
} from './agenda-template-form.js';
import { agendaTemplateFragment } from './agenda-template.js';

export const editAgendaTemplate: TypedDocumentNode<
  EditAgendaTemplateMutation,
  EditAgendaTemplateMutationVariables
> = gql`
  mutation EditAgendaTemplate($input: EditAgendaTemplateInput!) {
    editAgendaTemplate(input: $input) {
      id
      ...GroupAgenda
    }
  }
  ${agendaTemplateFragment}
`;

const stepsOf = (agenda: GroupAgendaFragment): readonly StepEntry[] =>
  agenda.steps.map(({ key, name, minutes, perPerson, speakerRule, allowed }) => ({
    id: null,
    key: key ?? null,
    name,
    minutes,
    perPerson,
    speakerRule,
    allowed,
  }));

export function EditAgendaTemplate({
  agenda,
  headCount,
  onDone,
}: AgendaTemplateFormProps & { agenda: GroupAgendaFragment }): ReactNode {
  const { t } = useTranslation('agendas');
  const { t: common } = useTranslation();
  const [send] = useMutation(editAgendaTemplate);
  const { seen, changed, look, send: sendSeen } = useSeen(agenda);
  const form = useAgendaTemplateForm(
    { name: agenda.name, steps: stepsOf(agenda) },
    `agenda:${agenda.id}:${seen.version}`,
  );
  return (
    <EntryForm
      form={form}
      submit={common('save')}
      onSubmit={async ({ name, steps }) => {
        const input = { templateId: seen.id, name, steps: stepsToSend(steps), expectedVersion: seen.version };
        await sendSeen(() => send({ variables: { input } }));
        sayDone(t('ownAgendaEdited'));
        onDone();
      }}
    >
      {changed && (
        <ChangedMeanwhile
          now={[
            agenda.name,
            ...agenda.steps.map(({ name, minutes }) => t('stepNow', { name, minutes })),
          ].join(' / ')}
          onLook={look}
        />
      )}
      <AgendaTemplateBoxes form={form} headCount={headCount} />
    </EntryForm>
  );
}
