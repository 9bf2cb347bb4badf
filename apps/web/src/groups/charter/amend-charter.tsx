import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { readClauses } from '@yoriai/domain/groups';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  AmendCharterMutation,
  AmendCharterMutationVariables,
} from '../../graphql/generated/operations.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { sayDone } from '../../ui/say-done.js';
import { groupCharterFragment } from './charter-fragment.js';

const amendCharter: TypedDocumentNode<AmendCharterMutation, AmendCharterMutationVariables> = gql`
  mutation AmendCharter($input: AmendCharterInput!) {
    amendCharter(input: $input) {
      id
      ...GroupCharter
    }
  }
  ${groupCharterFragment}
`;

interface Props {
  readonly groupId: string;
  readonly version: number;
  readonly clauses: readonly string[];
}

export function AmendCharter(charter: Props): ReactNode {
  const { t } = useTranslation('groups');
  return (
    <DialogButton label={t('amend')} title={t('amend')} size="lg" variant="default">
      {(close) => <AmendForm {...charter} onDone={close} />}
    </DialogButton>
  );
}

function AmendForm({
  groupId,
  version,
  clauses,
  onDone,
}: Props & { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const [amend] = useMutation(amendCharter);
  const form = useEntryForm({
    initial: { clauses: clauses.join('\n') },
    labels: { clauses: t('clauses') },
    rules: { clauses: (text) => readClauses(text.split('\n')) },
  });
  return (
    <EntryForm
      form={form}
      submit={common('save')}
      onSubmit={async ({ clauses: text }) => {
        const lines = text.split('\n').filter((line) => line.trim() !== '');
        await amend({ variables: { input: { groupId, clauses: lines, expectedVersion: version } } });
        sayDone(t('amended'));
        onDone();
      }}
    >
      <Textarea
        {...form.field('clauses', { required: true })}
        description={t('amendHint')}
        minRows={8}
        data-autofocus
      />
    </EntryForm>
  );
}
