import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Modal, Textarea } from '@mantine/core';
import { limits, required } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  RaiseConcernMutation,
  RaiseConcernMutationVariables,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import { proposalListFragment } from './proposal-list-fragment.js';

export const raiseConcern: TypedDocumentNode<RaiseConcernMutation, RaiseConcernMutationVariables> = gql`
  mutation RaiseConcern($proposalId: ID!, $note: String!) {
    raiseConcern(proposalId: $proposalId, note: $note) {
      id
      ...ProposalList
    }
  }
  ${proposalListFragment}
`;
interface Props {
  readonly proposalId: string;
  /** Its words have not reached the facilitators of today. */
  readonly again: boolean;
}

export function RaiseConcern({ proposalId, again }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t(again ? 'concernAgain' : 'concern')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('concernTitle')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <ConcernForm proposalId={proposalId} onDone={() => setOpened(false)} />
      </Modal>
    </>
  );
}

function ConcernForm({ proposalId, onDone }: { proposalId: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const [send] = useMutation(raiseConcern);
  const form = useEntryForm({
    initial: { note: '' },
    labels: { note: t('concernNote') },
    rules: { note: (text) => required('note', text, limits.paragraph) },
  });
  return (
    <EntryForm
      form={form}
      submit={common('send')}
      onSubmit={async ({ note }) => {
        await send({ variables: { proposalId, note } });
        sayDone(t('concernSent'));
        onDone();
      }}
    >
      <Textarea {...form.field('note', { required: true })} description={t('concernHint')} data-autofocus />
    </EntryForm>
  );
}
