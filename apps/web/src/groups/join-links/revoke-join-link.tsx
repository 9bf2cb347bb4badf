import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  RevokeJoinLinkMutation,
  RevokeJoinLinkMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

const revokeJoinLink: TypedDocumentNode<RevokeJoinLinkMutation, RevokeJoinLinkMutationVariables> = gql`
  mutation RevokeJoinLink($joinLinkId: ID!) {
    revokeJoinLink(joinLinkId: $joinLinkId) {
      id
      revokedAt
    }
  }
`;

export function RevokeJoinLink({ joinLinkId }: { joinLinkId: string }): ReactNode {
  const { t } = useTranslation('groups');
  const [asking, setAsking] = useState(false);
  const [revoke] = useMutation(revokeJoinLink);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('revoke')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('revokeTitle')}
        confirm={t('revoke')}
        danger
        onConfirm={() => revoke({ variables: { joinLinkId } })}
      >
        <Text>{t('revokeAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
