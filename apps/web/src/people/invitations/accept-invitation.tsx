import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Checkbox, Group, List, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { ok } from '@yoriai/domain/kernel';
import { choosePassword, readKana, readName, readPhone } from '@yoriai/domain/people';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EntryForm } from '../../forms/entry-form.js';
import { onlyChanged } from '../../forms/only-changed.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  AcceptInvitationMutation,
  AcceptInvitationMutationVariables,
  InvitationQuery,
  InvitationQueryVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { TenantPromise } from '../../shell/tenant-promise.js';
import { PasswordBox } from '../../ui/password-box.js';

export const invitationQuery: TypedDocumentNode<InvitationQuery, InvitationQueryVariables> = gql`
  query Invitation($token: String!) {
    me {
      id
      email
    }
    invitation(token: $token) {
      tenantName
      invitedBy
      displayName
      kana
      phone
      email
      groupNames
      needsSignIn
      expired
    }
  }
`;

export const acceptInvitation: TypedDocumentNode<
  AcceptInvitationMutation,
  AcceptInvitationMutationVariables
> = gql`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      tenant {
        id
        slug
      }
    }
  }
`;

interface Props {
  readonly token: string;
  readonly onDone: (slug: string) => Promise<void>;
}

/** Who invites, who will see what, what the organisation promises; then one button. */
export function AcceptInvitation({ token, onDone }: Props): ReactNode {
  const { t } = useTranslation('tenancy');
  const { data, error, refetch } = useQuery(invitationQuery, {
    variables: { token },
    fetchPolicy: 'network-only',
    context: { guest: true },
  });
  if (error) return <ErrorText error={error} onRetry={() => void refetch()} />;
  if (!data) return <CardSkeletons count={2} />;
  const { invitation, me } = data;
  if (!invitation) return <Alert color="attention">{t('linkBroken')}</Alert>;
  if (invitation.expired)
    return (
      <Stack gap="md" align="flex-start">
        <Alert color="attention">{t('invitationOver')}</Alert>
        <Button component={Link} to="/sign-in">
          {t('signIn')}
        </Button>
      </Stack>
    );
  const { tenantName, invitedBy, groupNames } = invitation;
  return (
    <Stack gap="lg">
      <Paper>
        <Stack gap="sm">
          <Title order={2}>{t('invitedTo', { tenant: tenantName })}</Title>
          {invitedBy && <Text>{t('invitedBy', { name: invitedBy })}</Text>}
          {groupNames.length > 0 && (
            <div>
              <Text fw={700}>{t('inviteGroups')}</Text>
              <List>
                {groupNames.map((name) => (
                  <List.Item key={name}>{name}</List.Item>
                ))}
              </List>
            </div>
          )}
        </Stack>
      </Paper>
      <TenantPromise />
      <Paper>
        {invitation.needsSignIn ? (
          <WithAccount
            token={token}
            onDone={onDone}
            email={invitation.email}
            signedInAs={me?.email ?? null}
          />
        ) : (
          <Newcomer token={token} onDone={onDone} invitation={invitation} />
        )}
      </Paper>
    </Stack>
  );
}

function WithAccount({
  token,
  onDone,
  email,
  signedInAs,
}: Props & { email: string; signedInAs: string | null }): ReactNode {
  const { t } = useTranslation('tenancy');
  const [accept, { loading, error }] = useMutation(acceptInvitation, { context: { guest: true } });
  const next = `/invite#${encodeURIComponent(token)}`;
  if (signedInAs !== email)
    return (
      <Stack gap="md" align="flex-start">
        <Text>{t('needsSignIn')}</Text>
        <Button component={Link} to={`/sign-in?next=${encodeURIComponent(next)}`}>
          {t('signInToAccept', { email })}
        </Button>
      </Stack>
    );
  const go = async (): Promise<void> => {
    const { data } = await accept({ variables: { input: { token } } });
    await onDone(data!.acceptInvitation.tenant.slug);
  };
  return (
    <Stack gap="md">
      {error && <ErrorText error={error} />}
      <Group>
        <Button loading={loading} onClick={() => void go().catch(() => undefined)}>
          {t('acceptAsMe', { email })}
        </Button>
      </Group>
    </Stack>
  );
}

type Invited = Pick<NonNullable<InvitationQuery['invitation']>, 'displayName' | 'kana' | 'phone' | 'email'>;

function Newcomer({ token, onDone, invitation }: Props & { invitation: Invited }): ReactNode {
  const { t } = useTranslation('tenancy');
  const [accept] = useMutation(acceptInvitation, { context: { guest: true } });
  const [wantsPassword, setWantsPassword] = useState(false);
  const { email } = invitation;
  // As the office entered it.
  const known = {
    displayName: invitation.displayName,
    kana: invitation.kana ?? '',
    phone: invitation.phone ?? '',
  };
  const form = useEntryForm({
    initial: { ...known, password: '' },
    labels: { displayName: t('yourName'), kana: t('kana'), phone: t('phone'), password: t('password') },
    rules: {
      displayName: (text) => readName('displayName', text),
      kana: (text) => readKana('kana', text),
      phone: (text) => readPhone('phone', text),
      password: (text, all) => (wantsPassword ? choosePassword(text, [all.displayName, email]) : ok(null)),
    },
    blame: { PASSWORD_TOO_COMMON: 'password', PASSWORD_TOO_SHORT: 'password', PASSWORD_TOO_LONG: 'password' },
  });
  return (
    <EntryForm
      form={form}
      submit={t('accept')}
      onSubmit={async ({ password, ...about }) => {
        const input = { token, ...onlyChanged(about, known), ...(wantsPassword && { password }) };
        const { data } = await accept({ variables: { input } });
        await onDone(data!.acceptInvitation.tenant.slug);
      }}
    >
      <TextInput label={t('email')} value={email} readOnly autoComplete="username" />
      <TextInput {...form.field('displayName', { required: true })} autoComplete="name" />
      <TextInput {...form.field('kana')} />
      <TextInput {...form.field('phone')} type="tel" autoComplete="tel" description={t('phoneHint')} />
      <Checkbox
        label={t('setPassword')}
        checked={wantsPassword}
        onChange={(event) => setWantsPassword(event.currentTarget.checked)}
      />
      {wantsPassword && (
        <PasswordBox
          {...form.field('password', { required: true })}
          description={t('newPasswordHint')}
          autoComplete="new-password"
        />
      )}
    </EntryForm>
  );
}
