import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  RemoveGroupMemberMutation,
  RemoveGroupMemberMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { sayDone } from '../../ui/say-done.js';
import { groupPeopleFragment } from './group-people-fragment.js';

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

interface Props {
  readonly groupId: string;
  readonly memberId: string;
  readonly name: string;
}

export function RemoveGroupMember({ groupId, memberId, name }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const [asking, setAsking] = useState(false);
  const [remove] = useMutation(removeGroupMember);
  return (
    <>
      <Button
        variant="subtle"
        color="gray.7"
        px="xs"
        aria-label={t('removeOf', { name })}
        onClick={() => setAsking(true)}
      >
        {t('remove')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('removeOf', { name })}
        confirm={t('remove')}
        danger
        onConfirm={async () => {
          await remove({ variables: { groupId, memberId } });
          sayDone(t('removed'));
        }}
      >
        <Text>{t('removeAsk', { name })}</Text>
      </ConfirmDialog>
    </>
  );
}
