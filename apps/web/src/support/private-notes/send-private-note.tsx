import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { required } from '@yoriai/domain/kernel';
import { supportLimits } from '@yoriai/domain/support';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  SendPrivateNoteMutation,
  SendPrivateNoteMutationVariables,
} from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';
import { sayDone } from '../../ui/say-done.js';

const sendPrivateNote: TypedDocumentNode<SendPrivateNoteMutation, SendPrivateNoteMutationVariables> = gql`
  mutation SendPrivateNote($input: SendPrivateNoteInput!) {
    sendPrivateNote(input: $input) {
      id
    }
  }
`;

interface FormProps {
  readonly requestId: string;
  readonly to: string | null;
  readonly label: string;
  readonly submit: string;
  readonly hint: string | undefined;
}

export function NoteForm({ requestId, to, label, submit, hint }: FormProps): ReactNode {
  const { t } = useTranslation('privateNotes');
  const [send] = useMutation(sendPrivateNote, {
    refetchQueries: ['PrivateNotes'],
    awaitRefetchQueries: true,
  });
  const form = useEntryForm<{ body: string }>({
    initial: { body: '' },
    labels: { body: label },
    rules: { body: (text) => required('body', text, supportLimits.reply) },
    draft: `note:${requestId}:${to ?? ''}`,
  });
  return (
    <EntryForm
      form={form}
      submit={submit}
      onSubmit={async ({ body }) => {
        const { idempotencyKey } = form;
        await send({ variables: { input: { requestId, toMemberId: to, body, idempotencyKey } } });
        form.set({ body: '' });
        sayDone(t('noteSent'));
      }}
    >
      <Textarea {...form.field('body', { required: true })} description={hint} minRows={3} />
      <DangerNote text={form.values.body} />
    </EntryForm>
  );
}
