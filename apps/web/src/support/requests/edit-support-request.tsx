import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import { required } from '@yoriai/domain/kernel';
import { supportLimits, urgencies, type Urgency } from '@yoriai/domain/support';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  EditSupportRequestMutation,
  EditSupportRequestMutationVariables,
} from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';
import { DialogButton } from '../../ui/dialog-button.js';

const editSupportRequest: TypedDocumentNode<EditSupportRequestMutation, EditSupportRequestMutationVariables> =
  gql`
    mutation EditSupportRequest($input: EditSupportRequestInput!) {
      editSupportRequest(input: $input) {
        id
        title
        body
        urgency
        version
      }
    }
  `;

interface Props {
  readonly request: {
    readonly id: string;
    readonly title: string;
    readonly body: string;
    readonly urgency: Urgency;
    readonly version: number;
  };
}

export function EditSupportRequest({ request }: Props): ReactNode {
  const { t } = useTranslation('support');
  return (
    <DialogButton label={t('edit')} title={t('editTitle')} variant="subtle">
      {(close) => <EditForm request={request} onDone={close} />}
    </DialogButton>
  );
}

function EditForm({ request, onDone }: Props & { onDone: () => void }): ReactNode {
  const { t } = useTranslation('support');
  const { t: common } = useTranslation();
  const [send] = useMutation(editSupportRequest);
  // As it was when the dialog opened: what changes behind it must not be overwritten unseen.
  const [{ id: requestId, version: expectedVersion, title, body, urgency }] = useState(request);
  const form = useEntryForm({
    initial: { title, body, urgency },
    labels: { title: t('titleField'), body: t('body'), urgency: t('urgency') },
    rules: {
      title: (text) => required('title', text, supportLimits.title),
      body: (text) => required('body', text, supportLimits.body),
    },
  });
  return (
    <EntryForm
      form={form}
      submit={common('save')}
      onSubmit={async (values) => {
        await send({ variables: { input: { requestId, expectedVersion, ...values } } });
        sayDone(t('edited'));
        onDone();
      }}
    >
      <TextInput {...form.field('title', { required: true })} data-autofocus />
      <Textarea {...form.field('body', { required: true })} />
      <DangerNote text={`${form.values.title}\n${form.values.body}`} />
      <NativeSelect
        {...form.field('urgency')}
        data={urgencies.map((value) => ({ value, label: t(value) }))}
      />
    </EntryForm>
  );
}
