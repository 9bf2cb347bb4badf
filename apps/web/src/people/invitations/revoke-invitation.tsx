import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  RevokeInvitationMutation,
  RevokeInvitationMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { sayDone } from '../../ui/say-done.js';

const revokeInvitation: TypedDocumentNode<RevokeInvitationMutation, RevokeInvitationMutationVariables> = gql`
  mutation RevokeInvitation($invitationId: ID!) {
    revokeInvitation(invitationId: $invitationId)
  }
`;

interface Props {
  readonly invitationId: string;
  readonly name: string;
}

export function RevokeInvitation({ invitationId, name }: Props): ReactNode {
  const { t } = useTranslation('people');
  const [asking, setAsking] = useState(false);
  const [revoke] = useMutation(revokeInvitation, { refetchQueries: ['Invitations', 'OfficeMembers'] });
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        aria-label={t('revokeOf', { name })}
        onClick={() => setAsking(true)}
      >
        {t('revoke')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('revokeOf', { name })}
        confirm={t('revoke')}
        danger
        onConfirm={async () => {
          await revoke({ variables: { invitationId } });
          sayDone(t('revoked'));
        }}
      >
        <Text>{t('revokeAsk', { name })}</Text>
      </ConfirmDialog>
    </>
  );
}
