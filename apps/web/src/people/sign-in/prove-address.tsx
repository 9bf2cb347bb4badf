import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { readMailCode } from '@yoriai/domain/people';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { requestFreshCode } from '../../forms/request-sign-in-code.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  ProveAddressMutation,
  ProveAddressMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { sayDone } from '../../ui/say-done.js';

export const proveAddress: TypedDocumentNode<ProveAddressMutation, ProveAddressMutationVariables> = gql`
  mutation ProveAddress($email: String!, $code: String!) {
    signInWithCode(email: $email, code: $code) {
      user {
        id
        emailProven
      }
    }
  }
`;

interface Props {
  readonly email: string;
  readonly onDone: () => Promise<void>;
}

/** After registering an organisation: until the mailed code is typed, nothing is mailed to them and few can be invited. */
export function ProveAddress({ email, onDone }: Props): ReactNode {
  const { t } = useTranslation(['account', 'common']);
  const [prove] = useMutation(proveAddress);
  const [request, { loading, error }] = useMutation(requestFreshCode);
  const [again, setAgain] = useState(false);
  const form = useEntryForm({
    initial: { code: '' },
    labels: { code: t('code') },
    rules: { code: readMailCode },
    blame: { CODE_INVALID: 'code' },
  });
  return (
    <Paper component="section" aria-labelledby="prove-address">
      <Stack gap="md">
        <Title order={2} id="prove-address">
          {t('proveTitle')}
        </Title>
        <Text>{t('proveWhy', { email })}</Text>
        <EntryForm
          form={form}
          submit={t('prove')}
          onSubmit={async ({ code }) => {
            await prove({ variables: { email, code } });
            sayDone(t('proved'));
            await onDone();
          }}
          beside={
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
              {t('sendCodeAgain')}
            </Button>
          }
        >
          <TextInput
            {...form.field('code', { required: true })}
            inputMode="numeric"
            autoComplete="one-time-code"
            maw={320}
          />
        </EntryForm>
        <Text role="status" c="gray.6">
          {again && t('codeSentAgain')}
        </Text>
        {error && <ErrorText error={error} />}
      </Stack>
    </Paper>
  );
}
