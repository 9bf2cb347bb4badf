import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { required } from '@yoriai/domain/kernel';
import { choosePassword, readEmail, readKana, readName } from '@yoriai/domain/people';
import { readSlug, tenantLimits } from '@yoriai/domain/tenancy';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../forms/entry-form.js';
import { useEntryForm } from '../forms/use-entry-form.js';
import type {
  RegisterTenantMutation,
  RegisterTenantMutationVariables,
} from '../graphql/generated/operations.js';
import { useLanguage } from '../ui/use-language.js';
import { PasswordBox } from '../ui/password-box.js';

const registerTenant: TypedDocumentNode<RegisterTenantMutation, RegisterTenantMutationVariables> = gql`
  mutation RegisterTenant($input: RegisterTenantInput!) {
    registerTenant(input: $input) {
      tenant {
        id
        slug
      }
    }
  }
`;

export function RegisterTenant({ onDone }: { onDone: (slug: string) => Promise<void> }): ReactNode {
  const { t } = useTranslation('tenancy');
  const language = useLanguage();
  const [register] = useMutation(registerTenant, { context: { guest: true } });
  const form = useEntryForm({
    initial: { tenantName: '', slug: '', displayName: '', kana: '', email: '', password: '' },
    labels: {
      tenantName: t('tenantName'),
      slug: t('slug'),
      displayName: t('yourName'),
      kana: t('kana'),
      email: t('email'),
      password: t('password'),
    },
    rules: {
      tenantName: (text) => required('tenantName', text, tenantLimits.name),
      slug: readSlug,
      displayName: (text) => readName('displayName', text),
      kana: (text) => readKana('kana', text),
      email: (text) => readEmail('email', text),
      password: (text, all) => choosePassword(text, [all.displayName, all.tenantName]),
    },
    blame: {
      SLUG_TAKEN: 'slug',
      PASSWORD_TOO_SHORT: 'password',
      PASSWORD_TOO_LONG: 'password',
      PASSWORD_TOO_COMMON: 'password',
    },
  });
  return (
    <EntryForm
      form={form}
      submit={t('register')}
      onSubmit={async (values) => {
        const place =
          language === 'ja' ? { locale: 'JA' as const } : { locale: 'EN' as const, timeZone: zoneHere() };
        const { data } = await register({ variables: { input: { ...values, ...place } } });
        await onDone(data!.registerTenant.tenant.slug);
      }}
    >
      <TextInput {...form.field('tenantName', { required: true })} autoComplete="organization" />
      <TextInput
        {...form.field('slug', { required: true })}
        description={t('slugHint')}
        autoCapitalize="none"
      />
      <TextInput {...form.field('displayName', { required: true })} autoComplete="name" />
      <TextInput {...form.field('kana')} />
      <TextInput
        {...form.field('email', { required: true })}
        type="email"
        autoComplete="username"
        inputMode="email"
      />
      <PasswordBox
        {...form.field('password', { required: true })}
        description={t('newPasswordHint')}
        autoComplete="new-password"
      />
    </EntryForm>
  );
}

const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
