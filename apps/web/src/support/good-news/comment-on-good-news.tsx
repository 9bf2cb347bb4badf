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
} from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';

const commentOnGoodNews: TypedDocumentNode<CommentOnGoodNewsMutation, CommentOnGoodNewsMutationVariables> =
  gql`
    mutation CommentOnGoodNews($input: CommentOnGoodNewsInput!) {
      commentOnGoodNews(input: $input) {
        id
      }
    }
  `;

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
