import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { optional } from '@yoriai/domain/kernel';
import { industries, memberLimits, prefectures, readKana, readName, readPhone } from '@yoriai/domain/people';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  UpdateProfileMutation,
  UpdateProfileMutationVariables,
} from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';
import { sayDone } from '../../ui/say-done.js';
import { useLanguage } from '../../ui/use-language.js';
import type { Me } from '../../shell/me.js';
import { Section } from '../../ui/section.js';

const updateProfile: TypedDocumentNode<UpdateProfileMutation, UpdateProfileMutationVariables> = gql`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      id
      displayName
      kana
      phone
      businessName
      industry
      prefecture
      strengths
      version
    }
  }
`;

export function EditProfile({ member }: Pick<Me, 'member'>): ReactNode {
  const { t } = useTranslation(['account', 'common']);
  const language = useLanguage();
  const [update] = useMutation(updateProfile);
  const form = useEntryForm({
    initial: boxes(member),
    labels: {
      displayName: t('displayName'),
      kana: t('kana'),
      phone: t('phone'),
      businessName: t('businessName'),
      industry: t('industry'),
      prefecture: t('prefecture'),
      strengths: t('strengths'),
    },
    rules: {
      displayName: (text) => readName('displayName', text),
      kana: (text) => readKana('kana', text),
      phone: (text) => readPhone('phone', text),
      businessName: (text) => optional('businessName', text, memberLimits.businessName),
      industry: (text) => optional('industry', text, memberLimits.industry),
      strengths: (text) => optional('strengths', text, memberLimits.strengths),
    },
  });
  return (
    <Section title={t('profile')}>
      <Text c="gray.6">{t('profileNote')}</Text>
      <EntryForm
        form={form}
        submit={t('common:save')}
        onSubmit={async (values) => {
          const { data } = await update({
            variables: { input: { ...values, expectedVersion: member.version } },
          });
          if (data) form.set(boxes(data.updateProfile));
          sayDone(t('common:saved'));
        }}
      >
        <TextInput {...form.field('displayName', { required: true })} autoComplete="name" />
        <TextInput {...form.field('kana')} />
        <TextInput {...form.field('businessName')} autoComplete="organization" />
        <TextInput {...form.field('industry')} list="industries" />
        <datalist id="industries">
          {industries.map((industry) => (
            <option key={industry.code} value={industry[language]} />
          ))}
        </datalist>
        <NativeSelect
          {...form.field('prefecture')}
          data={[
            { value: '', label: t('choose') },
            ...prefectures.map(({ ja, en }) => ({ value: ja, label: language === 'ja' ? ja : en })),
          ]}
        />
        <TextInput {...form.field('phone')} type="tel" autoComplete="tel" />
        <Textarea {...form.field('strengths')} description={t('strengthsHint')} minRows={2} />
        <DangerNote text={form.values.strengths} />
      </EntryForm>
    </Section>
  );
}

/** What the boxes show; after saving, as the server understood it (カナ becomes かな). */
const boxes = (member: Omit<Me['member'], '__typename' | 'id' | 'version'>) => ({
  displayName: member.displayName,
  kana: member.kana ?? '',
  phone: member.phone ?? '',
  businessName: member.businessName ?? '',
  industry: member.industry ?? '',
  prefecture: member.prefecture ?? '',
  strengths: member.strengths ?? '',
});
