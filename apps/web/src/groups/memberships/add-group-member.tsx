import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { required } from '@yoriai/domain/kernel';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  AddGroupMemberMutation,
  AddGroupMemberMutationVariables,
  GroupPeopleFragment,
} from '../../graphql/generated/operations.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { sayDone } from '../../ui/say-done.js';
import { ChoosePlace, placeInput, type Place } from './choose-place.js';
import { FindMember } from './find-member.js';
import { groupPeopleFragment } from './group-people-fragment.js';

const addGroupMember: TypedDocumentNode<AddGroupMemberMutation, AddGroupMemberMutationVariables> = gql`
  mutation AddGroupMember($input: AddGroupMemberInput!) {
    addGroupMember(input: $input) {
      id
      memberships {
        member {
          id
        }
      }
      ...GroupPeople
    }
  }
  ${groupPeopleFragment}
`;

export function AddGroupMember({ group }: { group: GroupPeopleFragment }): ReactNode {
  const { t } = useTranslation('groups');
  return (
    <DialogButton label={t('addMember')} title={t('addMember')} variant="default">
      {(close) => <AddMemberForm group={group} onDone={close} />}
    </DialogButton>
  );
}

function AddMemberForm({ group, onDone }: { group: GroupPeopleFragment; onDone: () => void }): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const [send] = useMutation(addGroupMember);
  const form = useEntryForm<{ memberId: string; place: Place }>({
    initial: { memberId: '', place: 'MEMBER' },
    labels: { memberId: t('person'), place: t('role') },
    rules: { memberId: (id) => required('memberId', id, 100) },
    blame: { ALREADY_IN_GROUP: 'memberId', ALREADY_PROPOSED: 'memberId', MEMBER_NOT_ADDABLE: 'memberId' },
  });
  return (
    <EntryForm
      form={form}
      submit={common('add')}
      onSubmit={async ({ memberId, place }) => {
        const input = {
          groupId: group.id,
          memberId,
          ...placeInput(place),
          idempotencyKey: form.idempotencyKey,
        };
        const { data } = await send({ variables: { input } });
        const inside = data!.addGroupMember.memberships.some(({ member }) => member.id === memberId);
        sayDone(t(inside ? 'added' : 'proposedNow'));
        onDone();
      }}
    >
      <FindMember
        {...form.field('memberId', { required: true })}
        description={t('addMemberHint')}
        without={group.memberships.map(({ member }) => member.id)}
      />
      <ChoosePlace {...form.field('place')} />
    </EntryForm>
  );
}
