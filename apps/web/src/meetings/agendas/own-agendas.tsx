import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import {
  agendaLimits,
  agendaStepName,
  standardAgendaNames,
  standardAgendas,
  isStandardAgenda,
  readAgendaName,
  readStep,
  standardAgendaSteps,
} from '@yoriai/domain/meetings';
import { badInput, ok } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  EditAgendaTemplateMutation,
  EditAgendaTemplateMutationVariables,
  GroupAgendaFragment,
  RemoveAgendaTemplateMutation,
  RemoveAgendaTemplateMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { EmptyState } from '../../ui/empty-state.js';
import { sayDone } from '../../ui/say-done.js';
import { useLanguage } from '../../ui/use-language.js';
import { createAgendaTemplate } from './agenda-form.js';
import { AgendaSteps, type StepEntry } from './agenda-steps.js';
import { ChangedMeanwhile, useSeen } from '../meeting/changed-meanwhile.js';
import { groupAgendaFragment } from './group-agenda.js';
import '../../words/plan-words.js';

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
  ${groupAgendaFragment}
`;

export const removeAgendaTemplate: TypedDocumentNode<
  RemoveAgendaTemplateMutation,
  RemoveAgendaTemplateMutationVariables
> = gql`
  mutation RemoveAgendaTemplate($id: ID!) {
    removeAgendaTemplate(templateId: $id) {
      id
      agendaTemplates {
        id
      }
    }
  }
`;

interface Props {
  readonly groupId: string;
  /** Those who take part: what minutes for each person come to. */
  readonly headCount: number;
  readonly agendas: readonly GroupAgendaFragment[];
}

/** The agendas that a group has made its own: looked at, renamed, changed, taken out of use, and new ones. */
export function OwnAgendas({ groupId, headCount, agendas }: Props): ReactNode {
  const { t } = useTranslation('plan');
  const { t: common } = useTranslation();
  const [editing, setEditing] = useState<GroupAgendaFragment | 'new' | null>(null);
  const [removing, setRemoving] = useState<GroupAgendaFragment | null>(null);
  const [remove] = useMutation(removeAgendaTemplate);
  const close = (): void => setEditing(null);
  // What others do to it meanwhile reaches the open form, which says so.
  const edited = editing === 'new' ? null : (agendas.find(({ id }) => id === editing?.id) ?? editing);
  const another = agendas.length < agendaLimits.templates && (
    <Button variant={agendas.length === 0 ? 'filled' : 'default'} onClick={() => setEditing('new')}>
      {t('ownAgendaNew')}
    </Button>
  );
  return (
    <>
      {agendas.length === 0 && <EmptyState action={another}>{t('ownAgendasNone')}</EmptyState>}
      {agendas.map((agenda) => (
        <Paper key={agenda.id} component="article" aria-label={agenda.name}>
          <Stack gap="sm">
            <Title order={2} size="h3">
              {agenda.name}
            </Title>
            <Stack component="ol" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
              {agenda.steps.map((step, i) => (
                <li key={i}>
                  <Group gap="sm" wrap="nowrap" justify="space-between" align="flex-start">
                    <Text>
                      {i + 1}. {step.name}
                    </Text>
                    <Text c="gray.6" style={{ whiteSpace: 'nowrap' }}>
                      {t(step.perPerson ? 'minutesEach' : 'minutesAll', { minutes: step.minutes })}
                    </Text>
                  </Group>
                </li>
              ))}
            </Stack>
            <Group gap="sm">
              <Button
                variant="default"
                aria-label={t('ownAgendaEditOf', { name: agenda.name })}
                onClick={() => setEditing(agenda)}
              >
                {t('ownAgendaEdit')}
              </Button>
              <Button
                variant="subtle"
                color="red"
                aria-label={t('ownAgendaRemoveOf', { name: agenda.name })}
                onClick={() => setRemoving(agenda)}
              >
                {t('ownAgendaRemove')}
              </Button>
            </Group>
          </Stack>
        </Paper>
      ))}
      {agendas.length > 0 && <Group>{another}</Group>}
      <Modal
        opened={editing !== null}
        onClose={close}
        title={t(edited ? 'ownAgendaEditTitle' : 'ownAgendaNew')}
        size="lg"
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        {edited ? (
          <EditOwn agenda={edited} headCount={headCount} onDone={close} />
        ) : (
          <NewOwn groupId={groupId} headCount={headCount} onDone={close} />
        )}
      </Modal>
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('ownAgendaRemoveOf', { name: removing?.name })}
        confirm={t('ownAgendaRemove')}
        danger
        onConfirm={async () => {
          if (removing) await remove({ variables: { id: removing.id } });
          sayDone(t('ownAgendaRemoved'));
        }}
      >
        <Text>{t('ownAgendaRemoveAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}

/** The boxes of an agenda: what it is called and its steps. */
function useOwnForm(initial: { name: string; steps: readonly StepEntry[] }, draft: string) {
  const { t } = useTranslation('plan');
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

const stepsOf = (agenda: GroupAgendaFragment): readonly StepEntry[] =>
  agenda.steps.map(({ key, name, minutes, perPerson, speakerRule, allowed }) => ({
    ...{ id: null, key: key ?? null, name, minutes, perPerson, speakerRule, allowed },
  }));
const toSend = (steps: readonly StepEntry[]) =>
  steps.map(({ id: _, ...step }) => ({ ...step, allowed: [...step.allowed] }));

interface FormProps {
  readonly headCount: number;
  readonly onDone: () => void;
}

function EditOwn({ agenda, headCount, onDone }: FormProps & { agenda: GroupAgendaFragment }): ReactNode {
  const { t } = useTranslation('plan');
  const { t: common } = useTranslation();
  const [send] = useMutation(editAgendaTemplate);
  const { seen, changed, look, send: sendSeen } = useSeen(agenda);
  const form = useOwnForm(
    { name: agenda.name, steps: stepsOf(agenda) },
    `agenda:${agenda.id}:${seen.version}`,
  );
  return (
    <EntryForm
      form={form}
      submit={common('save')}
      onSubmit={async ({ name, steps }) => {
        const input = { templateId: seen.id, name, steps: toSend(steps), expectedVersion: seen.version };
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
      <OwnBoxes form={form} headCount={headCount} />
    </EntryForm>
  );
}

function NewOwn({ groupId, headCount, onDone }: FormProps & { groupId: string }): ReactNode {
  const { t } = useTranslation('plan');
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
  const form = useOwnForm({ name: '', steps: begun('monthly-review') }, `agenda:new:${groupId}`);
  const { onChange: _, ...template } = form.field('template');
  return (
    <EntryForm
      form={form}
      submit={t('ownAgendaKeep')}
      onSubmit={async ({ name, steps }) => {
        const input = { groupId, name, steps: toSend(steps), idempotencyKey: form.idempotencyKey };
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
      <OwnBoxes form={form} headCount={headCount} />
    </EntryForm>
  );
}

function OwnBoxes({
  form,
  headCount,
}: {
  form: ReturnType<typeof useOwnForm>;
  headCount: number;
}): ReactNode {
  const { t } = useTranslation('plan');
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
