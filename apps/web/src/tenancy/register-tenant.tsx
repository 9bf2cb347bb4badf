import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Stack, Text, TextInput } from '@mantine/core';
import { ok, required } from '@yoriai/domain/kernel';
import { choosePassword, readKana, readName } from '@yoriai/domain/people';
import { readSlug, tenantLimits } from '@yoriai/domain/tenancy';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../forms/entry-form.js';
import { useEntryForm } from '../forms/use-entry-form.js';
import type {
  RegisterTenantMutation,
  RegisterTenantMutationVariables,
} from '../graphql/generated/operations.js';
import { useLanguage } from '../ui/use-language.js';
import { AskForCode, CodeSent, mailCodeBox, mailCodeRule } from '../forms/request-sign-in-code.js';
import { PasswordBox } from '../ui/password-box.js';

export const registerTenant: TypedDocumentNode<RegisterTenantMutation, RegisterTenantMutationVariables> = gql`
  mutation RegisterTenant($input: RegisterTenantInput!) {
    registerTenant(input: $input) {
      tenant {
        id
        slug
      }
    }
  }
`;

interface Props {
  readonly onDone: (slug: string) => Promise<void>;
}

/** The address first, shown to be theirs by a code, as when joining; then the organisation. */
export function RegisterTenant({ onDone }: Props): ReactNode {
  const { t } = useTranslation('tenancy');
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  if (sent) return <About email={email} onDone={onDone} onOther={() => setSent(false)} />;
  return (
    <Stack gap="md">
      <Text>{t('registerStep')}</Text>
      <AskForCode
        email={email}
        onSent={(to) => {
          setEmail(to);
          setSent(true);
        }}
      />
    </Stack>
  );
}

function About({ email, onDone, onOther }: Props & { email: string; onOther: () => void }): ReactNode {
  const { t } = useTranslation('tenancy');
  const language = useLanguage();
  const [register] = useMutation(registerTenant, { context: { guest: true } });
  const form = useEntryForm({
    initial: { mailCode: '', tenantName: '', slug: '', displayName: '', kana: '', password: '' },
    labels: {
      mailCode: t('code'),
      tenantName: t('tenantName'),
      slug: t('slug'),
      displayName: t('yourName'),
      kana: t('kana'),
      password: t('setPassword'),
    },
    rules: {
      mailCode: mailCodeRule,
      tenantName: (text) => required('tenantName', text, tenantLimits.name),
      slug: readSlug,
      displayName: (text) => readName('displayName', text),
      kana: (text) => readKana('kana', text),
      password: (text, all) => (text === '' ? ok(null) : choosePassword(text, [email, all.tenantName])),
    },
    blame: {
      CODE_INVALID: 'mailCode',
      SLUG_TAKEN: 'slug',
      PASSWORD_TOO_SHORT: 'password',
      PASSWORD_TOO_LONG: 'password',
      PASSWORD_TOO_COMMON: 'password',
    },
  });
  return (
    <CodeSent email={email} onOther={onOther}>
      <EntryForm
        form={form}
        submit={t('register')}
        onSubmit={async ({ password, ...values }) => {
          const place =
            language === 'ja' ? { locale: 'JA' as const } : { locale: 'EN' as const, timeZone: zoneHere() };
          const input = { ...values, ...place, email, password: password || null };
          const { data } = await register({ variables: { input } });
          await onDone(data!.registerTenant.tenant.slug);
        }}
      >
        <TextInput {...form.field('mailCode', { required: true })} {...mailCodeBox} autoFocus />
        <TextInput {...form.field('tenantName', { required: true })} autoComplete="organization" />
        <TextInput
          {...form.field('slug', { required: true })}
          description={t('slugHint')}
          autoCapitalize="none"
        />
        <TextInput {...form.field('displayName', { required: true })} autoComplete="name" />
        <TextInput {...form.field('kana')} />
        <PasswordBox
          {...form.field('password')}
          description={t('firstPasswordHint')}
          autoComplete="new-password"
        />
      </EntryForm>
    </CodeSent>
  );
}

const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
