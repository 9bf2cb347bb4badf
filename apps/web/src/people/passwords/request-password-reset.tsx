import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Alert, Paper, Stack, Text, TextInput } from '@mantine/core';
import { readEmail } from '@yoriai/domain/people';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  RequestPasswordResetMutation,
  RequestPasswordResetMutationVariables,
} from '../../graphql/generated/operations.js';

const requestPasswordReset: TypedDocumentNode<
  RequestPasswordResetMutation,
  RequestPasswordResetMutationVariables
> = gql`
  mutation RequestPasswordReset($email: String!) {
    requestPasswordReset(email: $email)
  }
`;

/** Always the same answer: it does not tell whether an address has an account. */
export function AskForResetLink({ email }: { email: string }): ReactNode {
  const { t } = useTranslation('tenancy');
  const [request] = useMutation(requestPasswordReset, { context: { guest: true } });
  const [sent, setSent] = useState(false);
  const form = useEntryForm({
    initial: { email },
    labels: { email: t('email') },
    rules: { email: (text) => readEmail('email', text) },
  });
  return (
    <Stack gap="lg">
      <Text>{t('resetIntro')}</Text>
      {sent && (
        <Alert color="success" role="status">
          {t('resetSent')}
        </Alert>
      )}
      <Paper>
        <EntryForm
          form={form}
          submit={t('sendResetLink')}
          onSubmit={async (variables) => {
            await request({ variables });
            setSent(true);
          }}
        >
          <TextInput {...form.field('email', { required: true })} type="email" autoComplete="email" />
        </EntryForm>
      </Paper>
    </Stack>
  );
}
