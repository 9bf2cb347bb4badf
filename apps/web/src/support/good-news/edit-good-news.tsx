import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { goodNewsLimits } from '@yoriai/domain/support';
import { required } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  EditGoodNewsMutation,
  EditGoodNewsMutationVariables,
} from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { sayDone } from '../../ui/say-done.js';

export const editGoodNews: TypedDocumentNode<EditGoodNewsMutation, EditGoodNewsMutationVariables> = gql`
  mutation EditGoodNews($input: EditGoodNewsInput!) {
    editGoodNews(input: $input) {
      id
      body
      version
    }
  }
`;

interface Props {
  readonly news: { readonly id: string; readonly body: string; readonly version: number };
}

/** Other words for the same people. */
export function EditGoodNews({ news }: Props): ReactNode {
  const { t } = useTranslation('goodNews');
  return (
    <DialogButton label={t('edit')} title={t('editTitle')} variant="subtle">
      {(close) => <EditForm news={news} onDone={close} />}
    </DialogButton>
  );
}

function EditForm({ news, onDone }: Props & { onDone: () => void }): ReactNode {
  const { t } = useTranslation('goodNews');
  const { t: common } = useTranslation();
  const [send] = useMutation(editGoodNews);
  // As it was when the dialog opened: what changes behind it must not be overwritten unseen.
  const [{ id: goodNewsId, body, version: expectedVersion }] = useState(news);
  const form = useEntryForm<{ body: string }>({
    initial: { body },
    labels: { body: t('body') },
    rules: { body: (text) => required('body', text, goodNewsLimits.body) },
  });
  return (
    <EntryForm
      form={form}
      submit={common('save')}
      onSubmit={async (values) => {
        await send({ variables: { input: { goodNewsId, expectedVersion, body: values.body } } });
        sayDone(t('edited'));
        onDone();
      }}
    >
      <Textarea {...form.field('body', { required: true })} minRows={3} data-autofocus />
      <DangerNote text={form.values.body} />
    </EntryForm>
  );
}
