import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { NativeSelect, Textarea } from '@mantine/core';
import { goodNewsLimits } from '@yoriai/domain/support';
import { required } from '@yoriai/domain/kernel';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  PostGoodNewsMutation,
  PostGoodNewsMutationVariables,
} from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';
import { sayDone } from '../../ui/say-done.js';
import { goodNewsList } from './good-news-list.js';

export const postGoodNews: TypedDocumentNode<PostGoodNewsMutation, PostGoodNewsMutationVariables> = gql`
  mutation PostGoodNews($input: PostGoodNewsInput!) {
    postGoodNews(input: $input) {
      id
    }
  }
`;

interface Props {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}
const wholeTenant = 'TENANT';

/** One box; it goes to the author's group unless they choose the whole tenant. */
export function PostGoodNews({ groups }: Props): ReactNode {
  const { t } = useTranslation('goodNews');
  const [send] = useMutation(postGoodNews, { refetchQueries: [goodNewsList], awaitRefetchQueries: true });
  const form = useEntryForm<{ body: string; to: string }>({
    initial: { body: '', to: groups[0]?.id ?? wholeTenant },
    labels: { body: t('body'), to: t('audience') },
    rules: { body: (text) => required('body', text, goodNewsLimits.body) },
    draft: 'good-news',
  });
  return (
    <EntryForm
      form={form}
      submit={t('post')}
      onSubmit={async ({ body, to }) => {
        const { idempotencyKey } = form;
        const audience = to === wholeTenant ? 'TENANT' : 'GROUP';
        const groupId = to === wholeTenant ? null : to;
        await send({ variables: { input: { body, audience, groupId, idempotencyKey } } });
        form.set({ body: '' });
        sayDone(t('posted'));
      }}
    >
      <Textarea {...form.field('body', { required: true })} description={t('bodyHint')} minRows={2} />
      <DangerNote text={form.values.body} />
      <NativeSelect
        {...form.field('to')}
        data={[
          ...groups.map(({ id, name }) => ({ value: id, label: name })),
          { value: wholeTenant, label: t('tenant') },
        ]}
      />
    </EntryForm>
  );
}
