import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { List, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import { optional } from '@yoriai/domain/kernel';
import {
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
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  OfficeMemberFragment,
  UpdateMemberMutation,
  UpdateMemberMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useLanguage } from '../../ui/use-language.js';

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

export const updateMember: TypedDocumentNode<UpdateMemberMutation, UpdateMemberMutationVariables> = gql`
  mutation UpdateMember($input: UpdateMemberInput!) {
    updateMember(input: $input) {
      id
      ...OfficeMember
    }
  }
  ${officeMemberFragment}
`;

interface Entries {
  displayName: string;
  kana: string;
  businessName: string;
  phone: string;
  industry: string;
  prefecture: string;
  strengths: string;
  role: TenantRole;
  status: MemberStatus;
}
/** The states that end a membership, and are confirmed first. */
const endings = ['ALUMNI', 'SUSPENDED', 'DECEASED'] as const;

interface Props {
  readonly member: OfficeMemberFragment;
  readonly onClose: () => void;
}

/** What an admin may correct about a member. */
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
  const [asking, setAsking] = useState<Entries | null>(null);
  const form = useEntryForm<Entries>({
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
  const save = async (values: Entries): Promise<void> => {
    const { id: memberId, version: expectedVersion } = member;
    await update({ variables: { input: { memberId, expectedVersion, ...values } } });
    sayDone(t('saved'));
    onClose();
  };
  const ending = endings.find((status) => status === asking?.status);
  const name = member.displayName;
  return (
    <EntryForm
      form={form}
      submit={common('save')}
      onSubmit={async (values) => {
        if (values.status !== member.status && endings.some((status) => status === values.status))
          setAsking(values);
        else await save(values);
      }}
    >
      {asking && ending && (
        <ConfirmDialog
          opened
          onClose={() => setAsking(null)}
          title={t(`ends.${ending}.title`, { name })}
          confirm={t(`ends.${ending}.confirm`)}
          danger
          onConfirm={() => save(asking)}
        >
          <List spacing="xs">
            {(['first', 'second', 'third'] as const).map((line) => (
              <List.Item key={line}>{t(`ends.${ending}.${line}`, { name })}</List.Item>
            ))}
          </List>
        </ConfirmDialog>
      )}
      <NativeSelect
        {...form.field('status')}
        data={memberStatuses
          .filter((value) => value !== 'INVITED' || member.status === 'INVITED')
          .map((value) => ({ value, label: t(value) }))}
      />
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
