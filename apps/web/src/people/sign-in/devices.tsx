import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { dropAllDrafts } from '../../forms/draft.js';
import { forgetEverything } from '../../graphql/client.js';
import { tellOtherTabs } from '../../graphql/other-tabs.js';
import type {
  RevokeSessionMutation,
  RevokeSessionMutationVariables,
  SignOutEverywhereMutation,
  SignOutEverywhereMutationVariables,
  SignOutMutation,
  SignOutMutationVariables,
} from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ago } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { useLanguage } from '../../ui/use-language.js';
import { meQuery, type Me } from '../../shell/me.js';

const revokeSession: TypedDocumentNode<RevokeSessionMutation, RevokeSessionMutationVariables> = gql`
  mutation RevokeSession($sessionId: ID!) {
    revokeSession(sessionId: $sessionId)
  }
`;

const signOut: TypedDocumentNode<SignOutMutation, SignOutMutationVariables> = gql`
  mutation SignOut {
    signOut
  }
`;

const signOutEverywhere: TypedDocumentNode<SignOutEverywhereMutation, SignOutEverywhereMutationVariables> =
  gql`
    mutation SignOutEverywhere {
      signOutEverywhere
    }
  `;

export function Devices({ sessions }: Pick<Me, 'sessions'>): ReactNode {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const { timeZone } = useViewer().tenant;
  const [revoke, { loading, error }] = useMutation(revokeSession, {
    refetchQueries: [meQuery],
    awaitRefetchQueries: true,
  });
  return (
    <Stack gap="sm">
      <Title order={3}>{t('devices')}</Title>
      {error && <ErrorText error={error} />}
      {sessions.map(({ id, device, lastSeenAt, current }) => (
        <Group key={id} justify="space-between" gap="sm">
          <div>
            <Group gap="sm">
              <Text>{device}</Text>
              {current && (
                <Badge variant="light" color="brand" c="brand.9">
                  {t('thisDevice')}
                </Badge>
              )}
            </Group>
            <Text size="xs" c="gray.6">
              {t('lastSeen', { when: ago(lastSeenAt, new Date(), timeZone, language) })}
            </Text>
          </div>
          {!current && (
            <Button
              variant="default"
              loading={loading}
              aria-label={t('revokeDevice', { device })}
              onClick={() => void revoke({ variables: { sessionId: id } }).catch(() => undefined)}
            >
              {t('revoke')}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}

/** Leaves nothing on this device that the next person could read. */
export function SignOut(): ReactNode {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const [here, { loading, error }] = useMutation(signOut);
  const [everywhere] = useMutation(signOutEverywhere);
  const [asking, setAsking] = useState(false);
  const leave = async (): Promise<void> => {
    dropAllDrafts();
    await navigate('/sign-in', { replace: true });
    await forgetEverything();
    tellOtherTabs();
  };
  return (
    <Stack gap="sm">
      {error && <ErrorText error={error} />}
      <Group gap="xs">
        <Button loading={loading} onClick={() => void here().then(leave, () => undefined)}>
          {t('signOut')}
        </Button>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('signOutEverywhere')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('signOutEverywhere')}
        confirm={t('signOutEverywhere')}
        onConfirm={() => everywhere().then(leave)}
      >
        <Text>{t('signOutEverywhereNote')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
