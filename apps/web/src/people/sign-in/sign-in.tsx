import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Anchor, Button, TextInput } from '@mantine/core';
import { readEmail } from '@yoriai/domain/people';
import { required } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type { SignInMutation, SignInMutationVariables } from '../../graphql/generated/operations.js';
import { AskForCode } from '../../forms/request-sign-in-code.js';
import { PasswordBox } from '../../ui/password-box.js';
import { SignInWithCode } from './sign-in-with-code.js';
import { useUnlessSignedIn } from './unless-signed-in.js';

export const signIn: TypedDocumentNode<SignInMutation, SignInMutationVariables> = gql`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      tenant {
        id
        slug
      }
    }
  }
`;

type Way = 'ask' | 'code' | 'password';

/** A code by mail first; a password for those who keep one. */
export function SignIn({ onDone }: { onDone: () => Promise<void> }): ReactNode {
  const { t } = useTranslation('tenancy');
  const [way, setWay] = useState<Way>('ask');
  const [email, setEmail] = useState('');
  const go = (next: Way) => (typed: string) => {
    setEmail(typed);
    setWay(next);
  };
  if (way === 'password') return <ByPassword email={email} onDone={onDone} onCode={go('ask')} />;
  if (way === 'code') return <SignInWithCode email={email} onDone={onDone} onOther={() => setWay('ask')} />;
  return (
    <AskForCode
      email={email}
      onSent={go('code')}
      beside={(typed) => (
        <Button variant="subtle" onClick={() => go('password')(typed)}>
          {t('withPassword')}
        </Button>
      )}
    />
  );
}

function ByPassword(props: {
  email: string;
  onDone: () => Promise<void>;
  onCode: (email: string) => void;
}): ReactNode {
  const { t } = useTranslation('tenancy');
  const unlessSignedIn = useUnlessSignedIn();
  const [enter] = useMutation(signIn, { context: { guest: true } });
  const form = useEntryForm({
    initial: { email: props.email, password: '' },
    labels: { email: t('email'), password: t('password') },
    rules: {
      email: (text) => readEmail('email', text),
      password: (text) => required('password', text, 1_000),
    },
  });
  return (
    <EntryForm
      form={form}
      submit={t('signIn')}
      beside={
        <Button variant="subtle" onClick={() => props.onCode(form.values.email)}>
          {t('withCode')}
        </Button>
      }
      onSubmit={(input) => enter({ variables: { input } }).catch(unlessSignedIn).then(props.onDone)}
    >
      <TextInput
        {...form.field('email', { required: true })}
        type="email"
        autoComplete="username"
        inputMode="email"
      />
      <PasswordBox {...form.field('password', { required: true })} autoComplete="current-password" />
      <Anchor component={Link} to="/reset" state={{ email: form.values.email }}>
        {t('forgot')}
      </Anchor>
    </EntryForm>
  );
}
