import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Alert, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { sayDone } from '../ui/say-done.js';
import { optional } from '@yoriai/domain/kernel';
import {
  mayEnter,
  memberLimits,
  memberStatuses,
  prefectures,
  readKana,
  readName,
  readPhone,
  tenantRoles,
  type MemberStatus,
  type TenantRole,
} from '@yoriai/domain/people';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../forms/entry-form.js';
import { useEntryForm } from '../forms/use-entry-form.js';
import type {
  OfficeMemberFragment,
  UpdateMemberMutation,
  UpdateMemberMutationVariables,
} from '../graphql/generated/operations.js';
import { useLanguage } from '../ui/use-language.js';

export const officeMemberFragment: TypedDocumentNode<OfficeMemberFragment> = gql`
  fragment OfficeMember on Member {
    id
    displayName
    kana
    phone
    businessName
    industry
    prefecture
    strengths
    role
    status
    version
  }
`;

const updateMember: TypedDocumentNode<UpdateMemberMutation, UpdateMemberMutationVariables> = gql`
  mutation UpdateMember($input: UpdateMemberInput!) {
    updateMember(input: $input) {
      id
      ...OfficeMember
    }
  }
  ${officeMemberFragment}
`;

interface Props {
  readonly member: OfficeMemberFragment;
  readonly onClose: () => void;
}

/** What the office may set right about somebody. */
export function UpdateMember({ member, onClose }: Props): ReactNode {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('changeOf', { name: member.displayName })}
      size="lg"
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Form member={member} onClose={onClose} />
    </Modal>
  );
}

function Form({ member, onClose }: Props): ReactNode {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const [update] = useMutation(updateMember);
  const form = useEntryForm<{
    displayName: string;
    kana: string;
    businessName: string;
    phone: string;
    industry: string;
    prefecture: string;
    strengths: string;
    role: TenantRole;
    status: MemberStatus;
  }>({
    initial: {
      displayName: member.displayName,
      kana: member.kana ?? '',
      businessName: member.businessName ?? '',
      phone: member.phone ?? '',
      industry: member.industry ?? '',
      prefecture: member.prefecture ?? '',
      strengths: member.strengths ?? '',
      role: member.role,
      status: member.status,
    },
    labels: {
      displayName: t('name'),
      kana: t('kana'),
      businessName: t('business'),
      phone: t('phone'),
      industry: t('industry'),
      prefecture: t('prefecture'),
      strengths: t('strengths'),
      role: t('role'),
      status: t('status'),
    },
    rules: {
      displayName: (text) => readName('displayName', text),
      kana: (text) => readKana('kana', text),
      phone: (text) => readPhone('phone', text),
      businessName: (text) => optional('businessName', text, memberLimits.businessName),
      industry: (text) => optional('industry', text, memberLimits.industry),
      strengths: (text) => optional('strengths', text, memberLimits.strengths),
    },
    blame: { LAST_ADMIN: 'role', BAD_STATUS_CHANGE: 'status' },
  });
  const { status } = form.values;
  const shutsOut = status !== member.status && status !== 'INVITED' && !mayEnter(status);
  return (
    <EntryForm
      form={form}
      submit={common('save')}
      onSubmit={async (values) => {
        const { id: memberId, version: expectedVersion } = member;
        await update({ variables: { input: { memberId, expectedVersion, ...values } } });
        sayDone(t('saved'));
        onClose();
      }}
    >
      <NativeSelect
        {...form.field('status')}
        data={memberStatuses
          .filter((value) => value !== 'INVITED' || member.status === 'INVITED')
          .map((value) => ({ value, label: t(value) }))}
      />
      {shutsOut && (
        <Alert color="attention" role="status">
          {t('endsSessions')}
        </Alert>
      )}
      <NativeSelect
        {...form.field('role')}
        description={t('roleHint')}
        data={tenantRoles.map((value) => ({ value, label: t(value) }))}
      />
      <TextInput {...form.field('displayName', { required: true })} />
      <TextInput {...form.field('kana')} />
      <TextInput {...form.field('phone')} type="tel" />
      <TextInput {...form.field('businessName')} />
      <TextInput {...form.field('industry')} />
      <NativeSelect
        {...form.field('prefecture')}
        data={[
          { value: '', label: '—' },
          ...prefectures.map(({ ja, en }) => ({ value: ja, label: language === 'ja' ? ja : en })),
        ]}
      />
      <Textarea {...form.field('strengths')} minRows={2} />
    </EntryForm>
  );
}
