import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Anchor, Badge, Button, Group as Row, Modal, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import { placeOf } from '@yoriai/domain/groups';
import { required } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  AddGroupMemberMutation,
  AddGroupMemberMutationVariables,
  GroupPeopleFragment,
  GroupRole,
  RemoveGroupMemberMutation,
  RemoveGroupMemberMutationVariables,
  SetGroupRoleMutation,
  SetGroupRoleMutationVariables,
} from '../../graphql/generated/operations.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { longDate } from '../../ui/dates.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { PersonName } from '../../ui/person-name.js';
import { useLanguage } from '../../ui/use-language.js';
import { FindMember } from './find-member.js';
import { membershipsFragment } from './memberships.js';
import { ProposalList, proposalListFragment } from '../proposals/proposal-list.js';

export const groupPeopleFragment: TypedDocumentNode<GroupPeopleFragment> = gql`
  fragment GroupPeople on Group {
    id
    capacity
    status
    ...Memberships @unmask
    proposals {
      id
      kind
    }
    viewerCan {
      invite
      edit
    }
    ...ProposalList
  }
  ${membershipsFragment}
  ${proposalListFragment}
`;

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
const removeGroupMember: TypedDocumentNode<RemoveGroupMemberMutation, RemoveGroupMemberMutationVariables> =
  gql`
    mutation RemoveGroupMember($groupId: ID!, $memberId: ID!) {
      removeGroupMember(groupId: $groupId, memberId: $memberId) {
        id
        ...GroupPeople
      }
    }
    ${groupPeopleFragment}
  `;

type Membership = GroupPeopleFragment['memberships'][number];

/** 仲間・進行役・副進行役・外部の進行役: the four places somebody may have, as one choice. */
const places = ['MEMBER', 'FACILITATOR', 'DEPUTY', 'OUTSIDE'] as const;
type Place = (typeof places)[number];
const asInput = (place: Place): { role: GroupRole; deputy: boolean; takesPart: boolean } => ({
  role: place === 'MEMBER' ? 'MEMBER' : 'FACILITATOR',
  deputy: place === 'DEPUTY',
  takesPart: place !== 'OUTSIDE',
});

interface Props {
  readonly group: FragmentType<GroupPeopleFragment> & { readonly id: string };
}

export function GroupPeople({ group }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const { data, complete } = useFragment({
    fragment: groupPeopleFragment,
    fragmentName: 'GroupPeople',
    from: group,
  });
  if (!complete) return null;
  const count = data.memberships.filter(({ takesPart }) => takesPart).length;
  // Somebody who is proposed has a seat kept, so that a group may be full before it looks so.
  const kept = data.proposals.filter(({ kind }) => kind !== 'ROLE').length;
  return (
    <Stack gap="md">
      <Row justify="space-between" gap="sm">
        <Text>{t(kept > 0 ? 'seatsKept' : 'seats', { count, capacity: data.capacity, kept })}</Text>
        {data.viewerCan.invite && <AddMember group={data} />}
      </Row>
      <ProposalList group={data} />
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {data.memberships.map((membership) => (
          <li key={membership.member.id}>
            <MembershipCard groupId={data.id} membership={membership} mayChange={data.viewerCan.edit} />
          </li>
        ))}
      </Stack>
    </Stack>
  );
}

interface CardProps {
  readonly groupId: string;
  readonly membership: Membership;
  /** Also who is told what is still missing: nobody is named for it in front of the others. */
  readonly mayChange: boolean;
}

function MembershipCard({ groupId, membership, mayChange }: CardProps): ReactNode {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const to = useTenantPath();
  const { tenant, member: viewer } = useViewer();
  const [dialog, setDialog] = useState<'role' | 'remove' | null>(null);
  const [remove] = useMutation(removeGroupMember);
  const { member } = membership;
  const place = placeOf(membership);
  const name = member.displayName;
  return (
    <Paper p="md">
      <Stack gap={6}>
        <Row gap="sm">
          <Anchor component={Link} to={to(`/members/${member.id}`)} fw={700} py={6}>
            <PersonName {...member} polite />
          </Anchor>
          {place !== 'MEMBER' && (
            <Badge variant="light" c="brand.9">
              {t(place === 'OUTSIDE' ? 'outside' : place === 'DEPUTY' ? 'deputy' : 'facilitator')}
            </Badge>
          )}
          {mayChange && !membership.charterSigned && (
            <Badge variant="outline" color="gray.7">
              {t('notSigned')}
            </Badge>
          )}
        </Row>
        <Text size="xs" c="gray.6">
          {[member.businessName, member.industry].filter(Boolean).join(' ・ ')}
          {(member.businessName || member.industry) && ' ・ '}
          {t('joined', { date: longDate(membership.joinedAt, tenant.timeZone, language) })}
        </Text>
        {mayChange && (
          <Row gap="xs">
            <Button
              variant="subtle"
              px="xs"
              aria-label={t('changeRoleOf', { name })}
              onClick={() => setDialog('role')}
            >
              {t('changeRole')}
            </Button>
            {member.id !== viewer.id && (
              <Button
                variant="subtle"
                color="gray.7"
                px="xs"
                aria-label={t('removeOf', { name })}
                onClick={() => setDialog('remove')}
              >
                {t('remove')}
              </Button>
            )}
          </Row>
        )}
      </Stack>
      {dialog === 'role' && (
        <RoleDialog groupId={groupId} membership={membership} onClose={() => setDialog(null)} />
      )}
      <ConfirmDialog
        opened={dialog === 'remove'}
        onClose={() => setDialog(null)}
        title={t('removeOf', { name })}
        confirm={t('remove')}
        danger
        onConfirm={async () => {
          await remove({ variables: { groupId, memberId: member.id } });
          sayDone(t('removed'));
        }}
      >
        <Text>{t('removeAsk', { name })}</Text>
      </ConfirmDialog>
    </Paper>
  );
}

function RoleDialog({
  groupId,
  membership,
  onClose,
}: {
  groupId: string;
  membership: Membership;
  onClose: () => void;
}): ReactNode {
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
            variables: { input: { groupId, memberId, ...asInput(place) } },
          });
          const now = data!.setGroupRole.memberships.find(({ member }) => member.id === memberId);
          sayDone(t(now && placeOf(now) === place ? 'roleChanged' : 'roleProposed'));
          onClose();
        }}
      >
        <PlaceSelect {...form.field('place')} description={t('roleHint')} />
      </EntryForm>
    </Modal>
  );
}

interface PlaceProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: Place;
  readonly error: ReactNode;
  readonly description?: string;
  readonly onChange: (place: Place) => void;
}
function PlaceSelect({ onChange, ...props }: PlaceProps): ReactNode {
  const { t } = useTranslation('groups');
  return (
    <NativeSelect
      {...props}
      data={places.map((value) => ({ value, label: t(value) }))}
      onChange={(event) => onChange(event.currentTarget.value as Place)}
    />
  );
}

function AddMember({ group }: { group: GroupPeopleFragment }): ReactNode {
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
        const input = { groupId: group.id, memberId, ...asInput(place), idempotencyKey: form.idempotencyKey };
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
      <PlaceSelect {...form.field('place')} />
    </EntryForm>
  );
}
