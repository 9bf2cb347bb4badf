import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawProposalMutation,
  WithdrawProposalMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { proposalListFragment } from './proposal-list-fragment.js';

export const withdrawProposal: TypedDocumentNode<
  WithdrawProposalMutation,
  WithdrawProposalMutationVariables
> = gql`
  mutation WithdrawProposal($proposalId: ID!) {
    withdrawProposal(proposalId: $proposalId) {
      id
      ...ProposalList
    }
  }
  ${proposalListFragment}
`;

export function WithdrawProposal({ proposalId }: { proposalId: string }): ReactNode {
  const { t } = useTranslation('groups');
  const [asking, setAsking] = useState(false);
  const [withdraw] = useMutation(withdrawProposal);
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('withdrawProposal')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('withdrawProposal')}
        confirm={t('withdrawProposal')}
        onConfirm={() => withdraw({ variables: { proposalId } })}
      >
        <Text>{t('withdrawProposalAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
