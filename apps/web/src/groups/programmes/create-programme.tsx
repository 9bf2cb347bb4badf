import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import { fiscalYearOf } from '@yoriai/domain/groups';
import { badInput, dateAt, isPlainDate, limits, ok, required } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  CreateProgrammeMutation,
  CreateProgrammeMutationVariables,
} from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { programmesQuery } from './programmes-query.js';

const createProgramme: TypedDocumentNode<CreateProgrammeMutation, CreateProgrammeMutationVariables> = gql`
  mutation CreateProgramme($input: CreateProgrammeInput!) {
    createProgramme(input: $input) {
      id
    }
  }
`;

export function CreateProgramme(): ReactNode {
  const { t } = useTranslation('groups');
  return (
    <DialogButton label={t('newProgramme')} title={t('newProgrammeTitle')} variant="default">
      {(close) => <ProgrammeForm onDone={close} />}
    </DialogButton>
  );
}

/** A fiscal year from April unless said otherwise. */
function ProgrammeForm({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const { timeZone } = useViewer().tenant;
  const [year] = useState(() => fiscalYearOf(dateAt(new Date(), timeZone)));
  const [create] = useMutation(createProgramme, { refetchQueries: [programmesQuery] });
  const day = (field: string) => (text: string) =>
    isPlainDate(text) ? ok(text) : badInput(field, text === '' ? 'REQUIRED' : 'MALFORMED');
  const form = useEntryForm({
    initial: { name: '', ...year },
    labels: { name: t('programmeName'), startsOn: t('startsOn'), endsOn: t('endsOn') },
    rules: {
      name: (text) => required('name', text, limits.name),
      startsOn: day('startsOn'),
      endsOn: day('endsOn'),
    },
  });
  return (
    <EntryForm
      form={form}
      submit={common('add')}
      onSubmit={async (input) => {
        await create({ variables: { input: { ...input, idempotencyKey: form.idempotencyKey } } });
        sayDone(t('programmeAdded'));
        onDone();
      }}
    >
      <TextInput
        {...form.field('name', { required: true })}
        description={t('programmeNameHint')}
        data-autofocus
      />
      <TextInput {...form.field('startsOn', { required: true })} type="date" />
      <TextInput {...form.field('endsOn', { required: true })} type="date" />
    </EntryForm>
  );
}
