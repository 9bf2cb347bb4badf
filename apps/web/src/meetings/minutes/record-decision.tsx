import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { readDecision } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  RecordDecisionMutation,
  RecordDecisionMutationVariables,
} from '../../graphql/generated/operations.js';

const recordDecision: TypedDocumentNode<RecordDecisionMutation, RecordDecisionMutationVariables> = gql`
  mutation RecordDecision($input: RecordDecisionInput!) {
    recordDecision(input: $input) {
      id
      meeting {
        id
        decisions {
          id
          text
        }
      }
    }
  }
`;

/** One box for the next decision. */
export function RecordDecision({ meetingId }: { readonly meetingId: string }): ReactNode {
  const { t } = useTranslation('commitments');
  const [send] = useMutation(recordDecision);
  const form = useEntryForm({
    initial: { text: '' },
    labels: { text: t('decision') },
    rules: { text: readDecision },
    draft: `decision-${meetingId}`,
  });
  return (
    <EntryForm
      form={form}
      submit={t('record')}
      onSubmit={async ({ text }) => {
        await send({ variables: { input: { meetingId, text, idempotencyKey: form.idempotencyKey } } });
        form.reset();
      }}
    >
      <TextInput {...form.field('text', { required: true })} description={t('decisionHint')} />
    </EntryForm>
  );
}
