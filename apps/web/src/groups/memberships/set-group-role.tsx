import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Modal } from '@mantine/core';
import { placeOf } from '@yoriai/domain/groups';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  GroupPeopleFragment,
  SetGroupRoleMutation,
  SetGroupRoleMutationVariables,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import { ChoosePlace, placeInput, type Place } from './choose-place.js';
import { groupPeopleFragment } from './group-people-fragment.js';

const setGroupRole: TypedDocumentNode<SetGroupRoleMutation, SetGroupRoleMutationVariables> = gql`
  mutation SetGroupRole($input: SetGroupRoleInput!) {
    setGroupRole(input: $input) {
      id
      memberships {
        role
        deputy
        takesPart
        member {
          id
        }
      }
      ...GroupPeople
    }
  }
  ${groupPeopleFragment}
`;

interface Props {
  readonly groupId: string;
  readonly membership: GroupPeopleFragment['memberships'][number];
}

export function SetGroupRole(props: Props): ReactNode {
  const { t } = useTranslation('groups');
  const [opened, setOpened] = useState(false);
  const name = props.membership.member.displayName;
  return (
    <>
      <Button
        variant="subtle"
        px="xs"
        aria-label={t('changeRoleOf', { name })}
        onClick={() => setOpened(true)}
      >
        {t('changeRole')}
      </Button>
      {opened && <RoleDialog {...props} onClose={() => setOpened(false)} />}
    </>
  );
}

function RoleDialog({ groupId, membership, onClose }: Props & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const [send] = useMutation(setGroupRole);
  const { id: memberId, displayName } = membership.member;
  const form = useEntryForm<{ place: Place }>({
    initial: { place: placeOf(membership) },
    labels: { place: t('role') },
    blame: { LAST_FACILITATOR: 'place', GROUP_FULL: 'place', ALREADY_PROPOSED: 'place' },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('changeRoleOf', { name: displayName })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <EntryForm
        form={form}
        submit={common('save')}
        onSubmit={async ({ place }) => {
          const { data } = await send({
            variables: { input: { groupId, memberId, ...placeInput(place) } },
          });
          const now = data!.setGroupRole.memberships.find(({ member }) => member.id === memberId);
          sayDone(t(now && placeOf(now) === place ? 'roleChanged' : 'roleProposed'));
          onClose();
        }}
      >
        <ChoosePlace {...form.field('place')} description={t('roleHint')} />
      </EntryForm>
    </Modal>
  );
}
