import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawSupportRequestMutation,
  WithdrawSupportRequestMutationVariables,
} from '../../graphql/generated/operations.js';
import { TakeBack } from '../../ui/take-back.js';

const withdrawSupportRequest: TypedDocumentNode<
  WithdrawSupportRequestMutation,
  WithdrawSupportRequestMutationVariables
> = gql`
  mutation WithdrawSupportRequest($requestId: ID!) {
    withdrawSupportRequest(requestId: $requestId) {
      id
      status
      version
    }
  }
`;

export function WithdrawSupportRequest({ requestId }: { requestId: string }): ReactNode {
  const { t } = useTranslation('support');
  const [withdraw] = useMutation(withdrawSupportRequest, { refetchQueries: ['SupportRequestPage'] });
  return (
    <TakeBack
      label={t('withdraw')}
      title={t('withdrawTitle')}
      ask={t('withdrawAsk')}
      onConfirm={() => withdraw({ variables: { requestId } })}
    />
  );
}
