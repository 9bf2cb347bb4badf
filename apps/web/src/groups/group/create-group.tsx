import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { numberIn } from '@yoriai/domain/kernel';
import { groupLimits, groupTemplates, type GroupTemplate } from '@yoriai/domain/groups';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  CreateGroupMutation,
  CreateGroupMutationVariables,
} from '../../graphql/generated/operations.js';
import { shellQuery } from '../../shell/viewer.js';
import { useLanguage } from '../../ui/use-language.js';
import {
  GroupFields,
  goalFields,
  goalsOf,
  groupRules,
  useGroupLabels,
  type GroupEntry,
} from './group-fields.js';

const createGroup: TypedDocumentNode<CreateGroupMutation, CreateGroupMutationVariables> = gql`
  mutation CreateGroup($input: CreateGroupInput!) {
    createGroup(input: $input) {
      id
    }
  }
`;

const templates = Object.keys(groupTemplates) as GroupTemplate[];

interface Entry extends GroupEntry {
  readonly template: GroupTemplate;
}

/** A template fills in purpose and goals; choosing another one replaces only untouched boxes. */
export function CreateGroup({ onDone }: { onDone: (groupId: string) => void }): ReactNode {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const labels = useGroupLabels();
  const [create] = useMutation(createGroup, {
    refetchQueries: [shellQuery],
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'groups' }),
  });
  const wordsOf = (template: GroupTemplate): Pick<Entry, 'purpose' | 'goal1' | 'goal2' | 'goal3'> => {
    const { purpose, goals } = groupTemplates[template][language];
    return { purpose, ...goalFields(goals) };
  };
  const form = useEntryForm<Entry>({
    initial: {
      template: 'MIXED',
      name: '',
      capacity: String(groupLimits.capacity.usual),
      programmeId: '',
      ...wordsOf('MIXED'),
    },
    labels: { ...labels, template: t('template') },
    rules: groupRules,
    draft: 'new-group',
  });
  const choose = (template: GroupTemplate): void => {
    const [before, after] = [wordsOf(form.values.template), wordsOf(template)];
    const untouched = (Object.keys(after) as (keyof typeof after)[]).filter(
      (name) => form.values[name] === before[name],
    );
    form.set({ template, ...Object.fromEntries(untouched.map((name) => [name, after[name]])) });
  };
  return (
    <EntryForm
      form={form}
      submit={t('create')}
      onSubmit={async (values) => {
        const { name, purpose, template, capacity, programmeId } = values;
        const input = {
          name,
          purpose,
          template,
          capacity: numberIn(String(capacity)),
          goals: goalsOf(values),
          programmeId: programmeId || null,
          idempotencyKey: form.idempotencyKey,
        };
        const { data } = await create({ variables: { input } });
        onDone(data!.createGroup.id);
      }}
    >
      <NativeSelect
        {...form.field('template')}
        description={t('templateHint')}
        data={templates.map((value) => ({ value, label: t(value) }))}
        onChange={(event) => choose(event.currentTarget.value as GroupTemplate)}
      />
      <GroupFields form={form} />
    </EntryForm>
  );
}
