import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Modal, TextInput } from '@mantine/core';
import { readStatement } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  CommitmentRowFragment,
  EditCommitmentMutation,
  EditCommitmentMutationVariables,
} from '../../graphql/generated/operations.js';
import { dayText } from '../../ui/dates.js';
import { sayDone } from '../../ui/say-done.js';
import { useLanguage } from '../../ui/use-language.js';
import { ChangedMeanwhile, untouched, useSeen } from '../../forms/changed-meanwhile.js';
import { commitmentRowFragment } from './commitment-row.js';

export const editCommitment: TypedDocumentNode<EditCommitmentMutation, EditCommitmentMutationVariables> = gql`
  mutation EditCommitment($input: EditCommitmentInput!) {
    editCommitment(input: $input) {
      id
      ...CommitmentRow
    }
  }
  ${commitmentRowFragment}
`;

interface Props {
  readonly commitment: CommitmentRowFragment;
  readonly onClose: () => void;
}

/** Words and day of a next step, for its owner and for the member who writes it down. */
export function EditCommitment({ commitment, onClose }: Props): ReactNode {
  const { t } = useTranslation('commitments');
  const { t: common } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('stepTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <EditForm commitment={commitment} onClose={onClose} />
    </Modal>
  );
}

function EditForm({ commitment, onClose }: Props): ReactNode {
  const { t } = useTranslation('commitments');
  const { t: closing } = useTranslation('commitments');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const [edit] = useMutation(editCommitment);
  const { seen, changed, look, send } = useSeen(commitment);
  const form = useEntryForm({
    initial: boxesOf(commitment),
    labels: { statement: t('statement'), dueOn: t('dueOn') },
    rules: { statement: readStatement },
  });
  return (
    <EntryForm
      form={form}
      submit={common('save')}
      onSubmit={async ({ statement, dueOn }) => {
        const { id: commitmentId, version: expectedVersion } = seen;
        const input = { commitmentId, expectedVersion, statement, dueOn: dueOn || null };
        await send(() => edit({ variables: { input } }));
        sayDone(closing('stepSaved'));
        onClose();
      }}
    >
      {changed && (
        <ChangedMeanwhile
          now={`${commitment.statement} / ${t('by', { date: dayText(commitment.dueOn, language) })}`}
          onLook={() => {
            form.set(untouched(form.values, boxesOf(seen), boxesOf(commitment)));
            look();
          }}
        />
      )}
      <TextInput {...form.field('statement', { required: true })} data-autofocus />
      <TextInput {...form.field('dueOn')} type="date" />
    </EntryForm>
  );
}

const boxesOf = ({ statement, dueOn }: CommitmentRowFragment) => ({ statement, dueOn });
