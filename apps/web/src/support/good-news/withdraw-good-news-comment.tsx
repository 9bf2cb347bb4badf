import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawGoodNewsCommentMutation,
  WithdrawGoodNewsCommentMutationVariables,
} from '../../graphql/generated/operations.js';
import { TakeBack } from '../../ui/take-back.js';

export const withdrawGoodNewsComment: TypedDocumentNode<
  WithdrawGoodNewsCommentMutation,
  WithdrawGoodNewsCommentMutationVariables
> = gql`
  mutation WithdrawGoodNewsComment($commentId: ID!) {
    withdrawGoodNewsComment(commentId: $commentId)
  }
`;

/** Its writer takes it back; nothing stands in its place. */
export function WithdrawGoodNewsComment({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('goodNews');
  const [withdraw] = useMutation(withdrawGoodNewsComment, {
    variables: { commentId: id },
    refetchQueries: ['GoodNewsComments'],
    awaitRefetchQueries: true,
  });
  return (
    <TakeBack
      label={t('commentWithdraw')}
      title={t('commentWithdrawTitle')}
      ask={t('commentWithdrawAsk')}
      onConfirm={() => withdraw()}
    />
  );
}
