import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { CodeSent, mailCodeBox, mailCodeRule } from '../../forms/request-sign-in-code.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  SignInWithCodeMutation,
  SignInWithCodeMutationVariables,
} from '../../graphql/generated/operations.js';
import { useUnlessSignedIn } from './unless-signed-in.js';

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

interface Props {
  readonly email: string;
  readonly onDone: () => Promise<void>;
  readonly onOther: () => void;
}

export function SignInWithCode(props: Props): ReactNode {
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
