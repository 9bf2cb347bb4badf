import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawRemarkMutation,
  WithdrawRemarkMutationVariables,
} from '../../graphql/generated/operations.js';
import { TakeBack } from '../../ui/take-back.js';

const withdrawRemark: TypedDocumentNode<WithdrawRemarkMutation, WithdrawRemarkMutationVariables> = gql`
  mutation WithdrawRemark($id: ID!) {
    withdrawRemark(remarkId: $id)
  }
`;

export function WithdrawRemark({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('remarks');
  const [withdraw] = useMutation(withdrawRemark, {
    refetchQueries: ['Preparation'],
    awaitRefetchQueries: true,
  });
  return (
    <TakeBack
      label={t('remarkWithdraw')}
      title={t('remarkWithdrawTitle')}
      ask={t('remarkWithdrawAsk')}
      onConfirm={() => withdraw({ variables: { id } })}
    />
  );
}
