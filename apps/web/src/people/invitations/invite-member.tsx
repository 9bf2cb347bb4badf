import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { NativeSelect, Text, TextInput } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import { readEmail, readKana, readName, tenantRoles, type TenantRole } from '@yoriai/domain/people';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  InviteMemberMutation,
  InviteMemberMutationVariables,
} from '../../graphql/generated/operations.js';
import { DialogButton } from '../../ui/dialog-button.js';

const inviteMember: TypedDocumentNode<InviteMemberMutation, InviteMemberMutationVariables> = gql`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      id
    }
  }
`;

interface Props {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

export function InviteMember(props: Props): ReactNode {
  const { t } = useTranslation('people');
  return (
    <DialogButton label={t('invite')} title={t('inviteTitle')}>
      {(close) => <InviteForm {...props} onDone={close} />}
    </DialogButton>
  );
}

function InviteForm({ groups, onDone }: Props & { onDone: () => void }): ReactNode {
  const { t } = useTranslation('people');
  const [invite] = useMutation(inviteMember, {
    refetchQueries: ['OfficeMembers', 'Invitations'],
  });
  const form = useEntryForm<{
    email: string;
    displayName: string;
    kana: string;
    role: TenantRole;
    groupId: string;
  }>({
    initial: { email: '', displayName: '', kana: '', role: 'MEMBER', groupId: '' },
    labels: {
      email: t('email'),
      displayName: t('name'),
      kana: t('kana'),
      role: t('role'),
      groupId: t('group'),
    },
    rules: {
      email: (text) => readEmail('email', text),
      displayName: (text) => readName('displayName', text),
      kana: (text) => readKana('kana', text),
    },
    blame: { ALREADY_MEMBER: 'email', GROUP_FULL: 'groupId' },
    draft: 'invite',
  });
  return (
    <EntryForm
      form={form}
      submit={t('invite')}
      onSubmit={async ({ groupId, ...about }) => {
        const { idempotencyKey } = form;
        await invite({ variables: { input: { ...about, groupId: groupId || null, idempotencyKey } } });
        sayDone(t('invited'));
        onDone();
      }}
    >
      <Text>{t('inviteHint')}</Text>
      <TextInput {...form.field('displayName', { required: true })} data-autofocus />
      <TextInput {...form.field('kana')} />
      <TextInput {...form.field('email', { required: true })} type="email" inputMode="email" />
      {groups.length > 0 && (
        <NativeSelect
          {...form.field('groupId')}
          data={[
            { value: '', label: t('noGroup') },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <NativeSelect
        {...form.field('role')}
        description={t('roleHint')}
        data={tenantRoles.map((value) => ({ value, label: t(value) }))}
      />
    </EntryForm>
  );
}
