import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { ActionIcon, Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import {
  agendaFor,
  agendaLimits,
  agendaStepName,
  agendaTemplateNames,
  agendaTemplates,
  allowedTalk,
  fitsInto,
  fittedAgenda,
  isAgendaTemplate,
  readAgendaName,
  readStep,
  speakerRules,
} from '@yoriai/domain/meetings';
import { ok } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../forms/entry-form.js';
import { useEntryForm } from '../forms/use-entry-form.js';
import type {
  AllowedTalk,
  CreateAgendaTemplateMutation,
  CreateAgendaTemplateMutationVariables,
  EditableAgendaFragment,
  EditAgendaMutation,
  EditAgendaMutationVariables,
  SpeakerRule,
} from '../graphql/generated/operations.js';
import { sayDone } from '../ui/say-done.js';
import { useLanguage } from '../ui/use-language.js';
import '../words/plan-words.js';

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

interface StepEntry {
  readonly id: string | null;
  readonly key: string | null;
  readonly name: string;
  readonly minutes: number;
  readonly speakerRule: SpeakerRule;
  readonly allowed: readonly AllowedTalk[];
}

/** The steps of one meeting: another order, other words and minutes, or another template fitted to it. */
export function AgendaForm({
  meeting,
  onDone,
}: {
  meeting: EditableAgendaFragment;
  onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('plan');
  const { t: meetings } = useTranslation('meetings');
  const language = useLanguage();
  const [send] = useMutation(editAgenda);
  const [keep] = useMutation(createAgendaTemplate, {
    update: (cache) =>
      void cache.evict({ id: cache.identify(meeting.group) ?? '', fieldName: 'agendaTemplates' }),
  });
  // What was on screen when the writing began: somebody else's change meanwhile is then told, not overwritten.
  const [{ version: expectedVersion, durationMinutes, group }] = useState(meeting);
  const [moved, setMoved] = useState('');
  const headCount = group.memberships.filter(({ takesPart }) => takesPart).length;
  const form = useEntryForm({
    initial: {
      steps: meeting.agenda.map(({ id, key, name, minutes, speakerRule, allowed }): StepEntry => ({
        id,
        key: key ?? null,
        name,
        minutes,
        speakerRule,
        allowed,
      })) as readonly StepEntry[],
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
  const set = (next: readonly StepEntry[]): void => form.set({ steps: next });
  const change = (i: number, part: Partial<StepEntry>): void =>
    set(steps.map((step, at) => (at === i ? { ...step, ...part } : step)));
  const move = (i: number, by: -1 | 1): void => {
    const next = [...steps];
    [next[i], next[i + by]] = [next[i + by]!, next[i]!];
    set(next);
    setMoved(t('stepMoved', { name: steps[i]!.name, n: i + by + 1 }));
  };
  const begin = (template: string): void => {
    const own = group.agendaTemplates.find(({ id }) => id === template);
    const fitted = own
      ? fittedAgenda(
          own.steps.map((step) => ({ ...step, key: step.key ?? null })),
          { headCount, durationMinutes },
        )
      : ok(isAgendaTemplate(template) ? agendaFor(template, { nth: 3, headCount, durationMinutes }) : []);
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
          ...agendaTemplates.map((value) => ({ value, label: agendaTemplateNames[value][language] })),
        ]}
        onChange={(event) => begin(event.currentTarget.value)}
      />
      <Stack
        component="ol"
        gap="sm"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
        id={form.idOf('steps')}
        tabIndex={-1}
      >
        {steps.map((step, i) => (
          <li key={step.id ?? `new ${i}`}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <TextInput
                flex={1}
                miw={0}
                aria-label={t('stepName', { n: i + 1 })}
                value={step.name}
                onChange={(event) => change(i, { name: event.currentTarget.value })}
              />
              <TextInput
                w={76}
                type="number"
                inputMode="numeric"
                min={1}
                aria-label={t('stepMinutes', { n: i + 1 })}
                value={String(step.minutes || '')}
                onChange={(event) => change(i, { minutes: Number(event.currentTarget.value) })}
              />
            </Group>
            <Group gap={0}>
              <ActionIcon
                variant="subtle"
                size={44}
                aria-label={t('stepUp', { name: step.name })}
                disabled={i === 0}
                onClick={() => move(i, -1)}
              >
                <IconArrowUp size={20} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size={44}
                aria-label={t('stepDown', { name: step.name })}
                disabled={i === steps.length - 1}
                onClick={() => move(i, 1)}
              >
                <IconArrowDown size={20} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size={44}
                aria-label={t('stepRemove', { name: step.name })}
                onClick={() => set(steps.filter((_, at) => at !== i))}
              >
                <IconX size={20} aria-hidden />
              </ActionIcon>
            </Group>
            <details>
              <summary style={{ minHeight: 44, paddingBlock: 10, cursor: 'pointer' }}>
                {t('stepMore', { name: step.name })}
              </summary>
              <Stack gap="sm">
                <NativeSelect
                  label={t('stepSpeaker', { n: i + 1 })}
                  data={speakerRules.map((value) => ({ value, label: t(`speakers.${value}`) }))}
                  value={step.speakerRule}
                  onChange={(event) => change(i, { speakerRule: event.currentTarget.value as SpeakerRule })}
                />
                <Checkbox.Group
                  label={t('stepAllowed', { n: i + 1 })}
                  value={[...step.allowed]}
                  onChange={(allowed) => change(i, { allowed: allowed as AllowedTalk[] })}
                >
                  <Group gap="xs">
                    {allowedTalk.map((value) => (
                      <Checkbox key={value} value={value} label={t(`allowed.${value}`)} py={10} />
                    ))}
                  </Group>
                </Checkbox.Group>
              </Stack>
            </details>
          </li>
        ))}
      </Stack>
      <Text role="status" c={tooLong ? 'red' : 'gray.6'}>
        {moved && `${moved} `}
        {t(tooLong ? 'sumTooLong' : 'sum', { minutes: total, limit: durationMinutes })}
      </Text>
      {form.field('steps').error && <Text c="red">{form.field('steps').error}</Text>}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={steps.length >= agendaLimits.steps}
          onClick={() =>
            set([
              ...steps,
              { id: null, key: null, name: t('newStep'), minutes: 10, speakerRule: 'ALL', allowed: [] },
            ])
          }
        >
          {t('addStep')}
        </Button>
      </Group>
      <Checkbox {...form.tick('asOwn')} py={10} />
      {form.values.asOwn && <TextInput {...form.field('ownName', { required: true })} />}
    </EntryForm>
  );
}
