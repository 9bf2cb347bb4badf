import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Text, TextInput } from '@mantine/core';
import { ok } from '@yoriai/domain/kernel';
import { choosePassword, readMailCode } from '@yoriai/domain/people';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { requestFreshCode } from '../../forms/request-sign-in-code.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import { failureOf } from '../../graphql/failure.js';
import type {
  SetPasswordMutation,
  SetPasswordMutationVariables,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import type { Me } from '../../shell/me.js';
import { PasswordBox } from '../../ui/password-box.js';

const setPassword: TypedDocumentNode<SetPasswordMutation, SetPasswordMutationVariables> = gql`
  mutation SetPassword($password: String, $code: String) {
    setPassword(password: $password, code: $code) {
      id
      hasPassword
    }
  }
`;

type Step = 'closed' | 'set' | 'remove';

export function ChangePassword({ user }: Pick<Me, 'user'>): ReactNode {
  const { t } = useTranslation('account');
  const [step, setStep] = useState<Step>('closed');
  return (
    <>
      <Text>{t(user.hasPassword ? 'hasPassword' : 'noPassword')}</Text>
      {step === 'closed' ? (
        <Group gap="xs">
          <Button variant="default" onClick={() => setStep('set')}>
            {t(user.hasPassword ? 'changePassword' : 'setPassword')}
          </Button>
          {user.hasPassword && (
            <Button variant="default" onClick={() => setStep('remove')}>
              {t('removePassword')}
            </Button>
          )}
        </Group>
      ) : (
        <PasswordForm key={step} user={user} removes={step === 'remove'} onDone={() => setStep('closed')} />
      )}
    </>
  );
}

interface Props extends Pick<Me, 'user'> {
  readonly removes: boolean;
  readonly onDone: () => void;
}

/** A session older than ten minutes shows a code from the mail first: a stranger may have picked up the phone. */
function PasswordForm({ user, removes, onDone }: Props): ReactNode {
  const { t } = useTranslation(['account', 'common']);
  const [set] = useMutation(setPassword);
  const [request] = useMutation(requestFreshCode);
  const [codeSent, setCodeSent] = useState(false);
  const form = useEntryForm({
    initial: { password: '', code: '' },
    labels: { password: t('newPassword'), code: t('code') },
    rules: {
      password: (text) => (removes ? ok(null) : choosePassword(text, [user.email])),
      code: (text) => (codeSent ? readMailCode(text) : ok(null)),
    },
    blame: {
      CODE_INVALID: 'code',
      PASSWORD_TOO_COMMON: 'password',
      PASSWORD_TOO_SHORT: 'password',
      PASSWORD_TOO_LONG: 'password',
    },
  });
  const send = async ({ password, code }: { password: string; code: string }): Promise<void> => {
    try {
      await set({ variables: { password: removes ? null : password, code: code || null } });
    } catch (error) {
      if (failureOf(error).code !== 'FRESH_CODE_NEEDED') throw error;
      if (!codeSent) await request({ variables: { email: user.email } });
      setCodeSent(true);
      return;
    }
    sayDone(t(removes ? 'passwordRemoved' : 'passwordSaved'));
    onDone();
  };
  return (
    <EntryForm
      form={form}
      submit={t(removes ? 'removePassword' : 'changePassword')}
      onSubmit={send}
      beside={
        <Button variant="subtle" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      }
    >
      <input type="hidden" autoComplete="username" value={user.email} />
      {removes ? (
        <Text>{t('removePasswordNote')}</Text>
      ) : (
        <PasswordBox
          {...form.field('password', { required: true })}
          description={t('newPasswordHint')}
          autoComplete="new-password"
        />
      )}
      {codeSent && (
        <TextInput
          {...form.field('code', { required: true })}
          description={t('codeHint', { email: user.email })}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maw={320}
        />
      )}
    </EntryForm>
  );
}
