import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AcceptProposalMutation,
  AcceptProposalMutationVariables,
  ProposalKind,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { membershipsFragment } from '../group/memberships-fragment.js';
import { proposalListFragment } from './proposal-list-fragment.js';

export const acceptProposal: TypedDocumentNode<AcceptProposalMutation, AcceptProposalMutationVariables> = gql`
  mutation AcceptProposal($proposalId: ID!) {
    acceptProposal(proposalId: $proposalId) {
      id
      ...Memberships
      ...ProposalList
    }
  }
  ${membershipsFragment}
  ${proposalListFragment}
`;
interface Props {
  readonly proposalId: string;
  readonly kind: ProposalKind;
  readonly name: string;
  readonly place: string;
}

export function AcceptProposal({ proposalId, kind, name, place }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const [asking, setAsking] = useState(false);
  const [accept] = useMutation(acceptProposal);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('acceptProposal')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('acceptProposal')}
        confirm={t('acceptProposal')}
        onConfirm={() => accept({ variables: { proposalId } })}
      >
        <Text>{t(kind === 'ROLE' ? 'acceptRoleAsk' : 'acceptAsk', { name, place })}</Text>
      </ConfirmDialog>
    </>
  );
}
