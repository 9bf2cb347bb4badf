import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationsQuery, InvitationsQueryVariables } from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { longDate } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { useLanguage } from '../../ui/use-language.js';
import { ResendInvitation } from './resend-invitation.js';
import { RevokeInvitation } from './revoke-invitation.js';

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
  const [now] = useState(() => Date.now());
  const [error, setError] = useState<unknown>(null);
  const { id: invitationId, displayName: name, email, expiresAt } = invitation;
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
          <ResendInvitation invitationId={invitationId} name={name} onFailed={setError} />
          <RevokeInvitation invitationId={invitationId} name={name} />
        </Group>
      </Group>
      {error !== null && <ErrorText error={error} />}
    </Paper>
  );
}
