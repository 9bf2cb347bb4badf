import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MutesQuery, MutesQueryVariables } from '../../graphql/generated/operations.js';
import { useTenantPath } from '../../shell/viewer.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useUnmuteMember } from './mute-member.js';
import { unmuteRequest } from './mute-request.js';

const mutesQuery: TypedDocumentNode<MutesQuery, MutesQueryVariables> = gql`
  query Mutes {
    mutes {
      members {
        id
        displayName
        kana
      }
      requests {
        id
        title
      }
    }
  }
`;

/** Where mutes are taken back. */
export function Mutes(): ReactNode {
  const { t } = useTranslation('mutes');
  const to = useTenantPath();
  const { data, error, refetch } = useQuery(mutesQuery);
  const unmute = useUnmuteMember();
  const [unmuteThread] = useMutation(unmuteRequest, {
    refetchQueries: [mutesQuery],
    awaitRefetchQueries: true,
  });
  if (!data)
    return error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons count={1} />;
  const { members, requests } = data.mutes;
  return (
    <Stack gap="md">
      <Text size="sm" c="gray.7">
        {t(members.length + requests.length > 0 ? 'mutesHint' : 'mutesEmpty')}
      </Text>
      {members.length > 0 && (
        <Stack gap="xs">
          <Title order={3} size="h4">
            {t('mutedMembers')}
          </Title>
          {members.map((member) => (
            <Row key={member.id} label={member.displayName} onUndo={() => unmute(member.id)}>
              <Anchor component={Link} to={to(`/members/${member.id}`)} py={10}>
                <PersonName {...member} polite />
              </Anchor>
            </Row>
          ))}
        </Stack>
      )}
      {requests.length > 0 && (
        <Stack gap="xs">
          <Title order={3} size="h4">
            {t('mutedRequests')}
          </Title>
          {requests.map(({ id, title }) => (
            <Row key={id} label={title} onUndo={() => unmuteThread({ variables: { requestId: id } })}>
              <Anchor component={Link} to={to(`/support/${id}`)} py={10}>
                {title}
              </Anchor>
            </Row>
          ))}
        </Stack>
      )}
    </Stack>
  );
}

interface RowProps {
  readonly label: string;
  readonly onUndo: () => Promise<unknown>;
  readonly children: ReactNode;
}

function Row({ label, onUndo, children }: RowProps): ReactNode {
  const { t } = useTranslation('mutes');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const undo = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    await onUndo().catch(setError);
    setBusy(false);
  };
  return (
    <div>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        {children}
        <Button
          variant="default"
          loading={busy}
          aria-label={`${label} ${t('unmute')}`}
          style={{ flexShrink: 0 }}
          onClick={() => void undo()}
        >
          {t('unmute')}
        </Button>
      </Group>
      {error !== null && <ErrorText error={error} />}
    </div>
  );
}
