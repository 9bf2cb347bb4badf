import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Paper } from '@mantine/core';
import { choosePassword } from '@yoriai/domain/people';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  ResetPasswordMutation,
  ResetPasswordMutationVariables,
} from '../../graphql/generated/operations.js';
import { PasswordBox } from '../../ui/password-box.js';

const resetPassword: TypedDocumentNode<ResetPasswordMutation, ResetPasswordMutationVariables> = gql`
  mutation ResetPassword($token: String!, $password: String!) {
    resetPassword(token: $token, password: $password)
  }
`;

export function ResetPassword({ token, onDone }: { token: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation('tenancy');
  const [reset] = useMutation(resetPassword, { context: { guest: true } });
  const form = useEntryForm({
    initial: { password: '' },
    labels: { password: t('newPassword') },
    rules: { password: (text) => choosePassword(text) },
    blame: { PASSWORD_TOO_COMMON: 'password', PASSWORD_TOO_SHORT: 'password', PASSWORD_TOO_LONG: 'password' },
  });
  return (
    <Paper>
      <EntryForm
        form={form}
        submit={t('changePassword')}
        onSubmit={async ({ password }) => {
          await reset({ variables: { token, password } });
          onDone();
        }}
      >
        <PasswordBox
          {...form.field('password', { required: true })}
          description={t('newPasswordHint')}
          autoComplete="new-password"
        />
      </EntryForm>
    </Paper>
  );
}
