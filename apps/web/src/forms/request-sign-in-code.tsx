import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { fold } from '@yoriai/domain/kernel';
import { readEmail, readMailCode } from '@yoriai/domain/people';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from './entry-form.js';
import { useEntryForm } from './use-entry-form.js';
import type {
  RequestFreshCodeMutation,
  RequestFreshCodeMutationVariables,
  RequestSignInCodeMutation,
  RequestSignInCodeMutationVariables,
  SiteQuery,
  SiteQueryVariables,
} from '../graphql/generated/operations.js';
import { ErrorText } from '../ui/error-text.js';

export const requestSignInCode: TypedDocumentNode<
  RequestSignInCodeMutation,
  RequestSignInCodeMutationVariables
> = gql`
  mutation RequestSignInCode($email: String!) {
    requestSignInCode(email: $email)
  }
`;

/** As above, for a member who is signed in and confirms it anew. */
export const requestFreshCode: TypedDocumentNode<
  RequestFreshCodeMutation,
  RequestFreshCodeMutationVariables
> = gql`
  mutation RequestFreshCode($email: String!) {
    requestSignInCode(email: $email)
  }
`;

export const siteQuery: TypedDocumentNode<SiteQuery, SiteQueryVariables> = gql`
  query Site {
    site {
      registration
      openIdConnect
      demo
    }
  }
`;

/** First step: the address that the code goes to. */
export function AskForCode({
  email,
  onSent,
  beside,
}: {
  email: string;
  onSent: (email: string) => void;
  /** The element beside the button gets the address as it is typed. */
  beside?: (email: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation('tenancy');
  const [request] = useMutation(requestSignInCode, { context: { guest: true } });
  const form = useEntryForm({
    initial: { email },
    labels: { email: t('email') },
    rules: { email: (text) => readEmail('email', text) },
  });
  return (
    <EntryForm
      form={form}
      submit={t('sendCode')}
      beside={beside?.(form.values.email)}
      onSubmit={async (values) => {
        await request({ variables: values });
        onSent(fold(values.email));
      }}
    >
      <TextInput
        {...form.field('email', { required: true })}
        type="email"
        autoComplete="email"
        inputMode="email"
      />
    </EntryForm>
  );
}

export const mailCodeRule = readMailCode;
export const mailCodeBox = { inputMode: 'numeric', autoComplete: 'one-time-code', maw: 240 } as const;

interface CodeSentProps {
  readonly email: string;
  readonly onOther: () => void;
  /** The form that takes the code. */
  readonly children: ReactNode;
}

/** Second step: where the code went, the box for it, and what to do when it does not come. */
export function CodeSent({ email, onOther, children }: CodeSentProps): ReactNode {
  const { t } = useTranslation('tenancy');
  const [request, { loading, error }] = useMutation(requestSignInCode, { context: { guest: true } });
  const [again, setAgain] = useState(false);
  return (
    <Stack gap="lg">
      <div role="status">
        <Text>{t('codeSent', { email })}</Text>
        <Text c="gray.6">{again ? t('sentAgain') : t('codeNotThere')}</Text>
      </div>
      <DemoMailbox />
      {children}
      {error && <ErrorText error={error} />}
      <Group gap="xs">
        <Button variant="subtle" onClick={onOther}>
          {t('otherEmail')}
        </Button>
        <Button
          variant="subtle"
          loading={loading}
          onClick={() =>
            void request({ variables: { email } }).then(
              () => setAgain(true),
              () => undefined,
            )
          }
        >
          {t('sendAgain')}
        </Button>
      </Group>
    </Stack>
  );
}

function DemoMailbox(): ReactNode {
  const { t } = useTranslation('tenancy');
  const { data } = useQuery(siteQuery, { context: { guest: true } });
  if (!data?.site.demo) return null;
  return (
    <Alert color="brand">
      {t('demoMail')}{' '}
      <Anchor href="/dev/mail" target="_blank">
        {t('demoMailbox')}
      </Anchor>
    </Alert>
  );
}
