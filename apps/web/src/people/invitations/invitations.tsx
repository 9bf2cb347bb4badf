import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  InvitationsQuery,
  InvitationsQueryVariables,
  ResendInvitationMutation,
  ResendInvitationMutationVariables,
  RevokeInvitationMutation,
  RevokeInvitationMutationVariables,
} from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { longDate } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { useLanguage } from '../../ui/use-language.js';

const invitationsQuery: TypedDocumentNode<InvitationsQuery, InvitationsQueryVariables> = gql`
  query Invitations($after: String) {
    invitations(first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          email
          displayName
          expiresAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
const resendInvitation: TypedDocumentNode<ResendInvitationMutation, ResendInvitationMutationVariables> = gql`
  mutation ResendInvitation($invitationId: ID!) {
    resendInvitation(invitationId: $invitationId) {
      id
      expiresAt
    }
  }
`;
const revokeInvitation: TypedDocumentNode<RevokeInvitationMutation, RevokeInvitationMutationVariables> = gql`
  mutation RevokeInvitation($invitationId: ID!) {
    revokeInvitation(invitationId: $invitationId)
  }
`;

type Invitation = InvitationsQuery['invitations']['edges'][number]['node'];

/** Who has been asked and has not come yet. */
export function Invitations(): ReactNode {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(invitationsQuery, { variables: { after: null } });
  const list = data?.invitations;
  return (
    <Stack gap="sm" component="section" aria-labelledby="invitations">
      <Title order={2} size="h3" id="invitations">
        {t('invitations')}
      </Title>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {list?.edges.length === 0 && <Text c="gray.6">{t('noInvitations')}</Text>}
      {list?.edges.map(({ node }) => (
        <InvitationCard key={node.id} invitation={node} />
      ))}
      {list?.pageInfo.hasNextPage && (
        <Group>
          <Button
            variant="default"
            onClick={() =>
              void fetchMore({ variables: { after: list.pageInfo.endCursor } }).catch(() => undefined)
            }
          >
            {common('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function InvitationCard({ invitation }: { invitation: Invitation }): ReactNode {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const { timeZone } = useViewer().tenant;
  const [asking, setAsking] = useState(false);
  const [now] = useState(() => Date.now());
  const [resend, resending] = useMutation(resendInvitation);
  const [revoke] = useMutation(revokeInvitation, { refetchQueries: [invitationsQuery, 'OfficeMembers'] });
  const { id: invitationId, displayName: name, email, expiresAt } = invitation;
  const again = async (): Promise<void> => {
    await resend({ variables: { invitationId } });
    sayDone(t('resent'));
  };
  return (
    <Paper p="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={700}>{name}</Text>
          <Text size="xs">{email}</Text>
          <Text size="xs" c="gray.6">
            {Date.parse(expiresAt) < now
              ? t('expired')
              : t('expires', { date: longDate(expiresAt, timeZone, language) })}
          </Text>
        </div>
        <Group gap="xs">
          <Button
            variant="default"
            loading={resending.loading}
            aria-label={t('resendTo', { name })}
            onClick={() => void again().catch(() => undefined)}
          >
            {t('resend')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            aria-label={t('revokeOf', { name })}
            onClick={() => setAsking(true)}
          >
            {t('revoke')}
          </Button>
        </Group>
      </Group>
      {resending.error && <ErrorText error={resending.error} />}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('revokeOf', { name })}
        confirm={t('revoke')}
        danger
        onConfirm={async () => {
          await revoke({ variables: { invitationId } });
          sayDone(t('revoked'));
        }}
      >
        <Text>{t('revokeAsk', { name })}</Text>
      </ConfirmDialog>
    </Paper>
  );
}
