import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { goodNewsLimits } from '@yoriai/domain/support';
import { required } from '@yoriai/domain/kernel';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  CommentOnGoodNewsMutation,
  CommentOnGoodNewsMutationVariables,
  WithdrawGoodNewsCommentMutation,
  WithdrawGoodNewsCommentMutationVariables,
} from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';
import { TakeBack } from '../../ui/take-back.js';

const commentOnGoodNews: TypedDocumentNode<CommentOnGoodNewsMutation, CommentOnGoodNewsMutationVariables> =
  gql`
    mutation CommentOnGoodNews($input: CommentOnGoodNewsInput!) {
      commentOnGoodNews(input: $input) {
        id
      }
    }
  `;

export const withdrawGoodNewsComment: TypedDocumentNode<
  WithdrawGoodNewsCommentMutation,
  WithdrawGoodNewsCommentMutationVariables
> = gql`
  mutation WithdrawGoodNewsComment($commentId: ID!) {
    withdrawGoodNewsComment(commentId: $commentId)
  }
`;

/** Its writer deletes it; nothing takes its place. */
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

export function CommentForm({ goodNewsId }: { goodNewsId: string }): ReactNode {
  const { t } = useTranslation('goodNews');
  const [send] = useMutation(commentOnGoodNews, {
    refetchQueries: ['GoodNewsComments'],
    awaitRefetchQueries: true,
  });
  const form = useEntryForm<{ body: string }>({
    initial: { body: '' },
    labels: { body: t('comment') },
    rules: { body: (text) => required('body', text, goodNewsLimits.comment) },
    draft: `good-news:${goodNewsId}`,
  });
  return (
    <EntryForm
      form={form}
      submit={t('commentSend')}
      onSubmit={async ({ body }) => {
        const { idempotencyKey } = form;
        await send({ variables: { input: { goodNewsId, body, idempotencyKey } } });
        form.set({ body: '' });
      }}
    >
      <Textarea {...form.field('body', { required: true })} minRows={2} />
      <DangerNote text={form.values.body} />
    </EntryForm>
  );
}
