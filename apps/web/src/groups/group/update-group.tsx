import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { NativeSelect, Text } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import { numberIn } from '@yoriai/domain/kernel';
import { groupStatusSteps, type GroupStatus } from '@yoriai/domain/groups';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  EditableGroupFragment,
  UpdateGroupMutation,
  UpdateGroupMutationVariables,
} from '../../graphql/generated/operations.js';
import { DialogButton } from '../../ui/dialog-button.js';
import {
  GroupFields,
  goalFields,
  goalsOf,
  groupRules,
  useGroupLabels,
  type GroupEntry,
} from './group-fields.js';

export const editableGroupFragment: TypedDocumentNode<EditableGroupFragment> = gql`
  fragment EditableGroup on Group {
    id
    name
    purpose
    goals
    capacity
    status
    version
    programme {
      id
      name
    }
  }
`;

const updateGroup: TypedDocumentNode<UpdateGroupMutation, UpdateGroupMutationVariables> = gql`
  mutation UpdateGroup($input: UpdateGroupInput!) {
    updateGroup(input: $input) {
      id
      ...EditableGroup
    }
  }
  ${editableGroupFragment}
`;

interface Props {
  readonly group: FragmentType<EditableGroupFragment> & { readonly id: string };
}

export function EditGroup({ group }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const { data, complete } = useFragment({
    fragment: editableGroupFragment,
    fragmentName: 'EditableGroup',
    from: group,
  });
  if (!complete) return null;
  return (
    <DialogButton label={t('edit')} title={t('editTitle')} size="lg" variant="default">
      {(close) => <EditForm group={data} onDone={close} />}
    </DialogButton>
  );
}

interface Entry extends GroupEntry {
  readonly status: GroupStatus;
}

function EditForm({ group: now, onDone }: { group: EditableGroupFragment; onDone: () => void }): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const labels = useGroupLabels();
  const [update] = useMutation(updateGroup);
  // As it was when the dialog opened: what changes behind it must not be overwritten unseen.
  const [group] = useState(now);
  const form = useEntryForm<Entry>({
    initial: {
      name: group.name,
      purpose: group.purpose,
      ...goalFields(group.goals),
      capacity: String(group.capacity),
      programmeId: group.programme?.id ?? '',
      status: group.status,
    },
    labels: { ...labels, status: t('status') },
    rules: groupRules,
    blame: {
      CAPACITY_BELOW_SEATS: 'capacity',
      GROUP_STATUS_NOT_POSSIBLE: 'status',
      FACILITATOR_NEEDED: 'status',
    },
  });
  return (
    <EntryForm
      form={form}
      submit={common('save')}
      onSubmit={async (values) => {
        const { name, purpose, capacity, programmeId, status } = values;
        const input = {
          groupId: group.id,
          expectedVersion: group.version,
          name,
          purpose,
          goals: goalsOf(values),
          capacity: numberIn(String(capacity)),
          programmeId: programmeId || null,
          status,
        };
        await update({ variables: { input } });
        sayDone(t('saved'));
        onDone();
      }}
    >
      <GroupFields form={form} />
      <NativeSelect
        {...form.field('status')}
        data={[group.status, ...groupStatusSteps[group.status]].map((value) => ({ value, label: t(value) }))}
      />
      {form.values.status === 'CLOSED' && <Text role="status">{t('closeAsk')}</Text>}
    </EntryForm>
  );
}
