import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { Anchor, Button, TextInput } from '@mantine/core';
import { readEmail } from '@yoriai/domain/people';
import { required } from '@yoriai/domain/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import { failureOf } from '../../graphql/failure.js';
import type {
  SignInMutation,
  SignInMutationVariables,
  SignInWithCodeMutation,
  SignInWithCodeMutationVariables,
  WhoAmIQuery,
  WhoAmIQueryVariables,
} from '../../graphql/generated/operations.js';
import { AskForCode, CodeSent, mailCodeBox, mailCodeRule } from '../../forms/mail-code.js';
import { PasswordBox } from '../../ui/password-box.js';

export const signInWithCode: TypedDocumentNode<SignInWithCodeMutation, SignInWithCodeMutationVariables> = gql`
  mutation SignInWithCode($email: String!, $code: String!) {
    signInWithCode(email: $email, code: $code) {
      tenant {
        id
        slug
      }
    }
  }
`;

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

const whoAmI: TypedDocumentNode<WhoAmIQuery, WhoAmIQueryVariables> = gql`
  query WhoAmI {
    me {
      id
    }
  }
`;

/** Somebody without a tenant is signed in all the same: an invitation or a joining code may be what comes next. */
function useUnlessSignedIn(): (error: unknown) => Promise<void> {
  const client = useApolloClient();
  return async (error) => {
    if (failureOf(error).code !== 'NO_MEMBERSHIP') throw error;
    const { data } = await client.query({
      query: whoAmI,
      fetchPolicy: 'network-only',
      context: { guest: true },
    });
    if (!data?.me) throw error;
  };
}

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
  if (way === 'code') return <ByCode email={email} onDone={onDone} onOther={() => setWay('ask')} />;
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

function ByCode(props: { email: string; onDone: () => Promise<void>; onOther: () => void }): ReactNode {
  const { t } = useTranslation('tenancy');
  const unlessSignedIn = useUnlessSignedIn();
  const [enter] = useMutation(signInWithCode, { context: { guest: true } });
  const form = useEntryForm({
    initial: { code: '' },
    labels: { code: t('code') },
    rules: { code: mailCodeRule },
    blame: { CODE_INVALID: 'code' },
  });
  return (
    <CodeSent email={props.email} onOther={props.onOther}>
      <EntryForm
        form={form}
        submit={t('signIn')}
        onSubmit={({ code }) =>
          enter({ variables: { email: props.email, code } })
            .catch(unlessSignedIn)
            .then(props.onDone)
        }
      >
        <TextInput {...form.field('code', { required: true })} {...mailCodeBox} autoFocus />
      </EntryForm>
    </CodeSent>
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
