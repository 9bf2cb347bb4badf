import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  StrengthsReceivedQuery,
  StrengthsReceivedQueryVariables,
} from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { longDate } from '../../ui/dates.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';
import { RemoveStrength } from './remove-strength.js';

const strengthsReceived: TypedDocumentNode<StrengthsReceivedQuery, StrengthsReceivedQueryVariables> = gql`
  query StrengthsReceived($after: String) {
    strengthsReceived(first: 50, after: $after) {
      edges {
        cursor
        node {
          id
          text
          createdAt
          from {
            id
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

type Strength = StrengthsReceivedQuery['strengthsReceived']['edges'][number]['node'];

/** What peers wrote about the viewer, the newest round first. */
export function StrengthsReceived(): ReactNode {
  const { t } = useTranslation('strengths');
  const { t: common } = useTranslation();
  const [loadingMore, setLoadingMore] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(strengthsReceived, { variables: { after: null } });
  const list = data?.strengthsReceived;
  const more = async (): Promise<void> => {
    setLoadingMore(true);
    await fetchMore({ variables: { after: list?.pageInfo.endCursor ?? null } }).catch(() => undefined);
    setLoadingMore(false);
  };
  return (
    <Stack gap="md">
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!list && !error && <CardSkeletons />}
      {list?.edges.length === 0 && <EmptyState>{t('empty')}</EmptyState>}
      {list && list.edges.length > 0 && (
        <>
          <Text className="print-hidden">{t('intro')}</Text>
          <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
            {list.edges.map(({ node }) => (
              <li key={node.id}>
                <StrengthCard strength={node} />
              </li>
            ))}
          </Stack>
        </>
      )}
      {list?.pageInfo.hasNextPage && (
        <Group justify="center" className="print-hidden">
          <Button variant="default" loading={loadingMore} onClick={() => void more()}>
            {common('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function StrengthCard({ strength: { id, text, from, createdAt } }: { strength: Strength }): ReactNode {
  const { t } = useTranslation('strengths');
  const language = useLanguage();
  const { timeZone } = useViewer().tenant;
  return (
    <Paper component="article" style={{ breakInside: 'avoid' }}>
      <Stack gap="xs">
        <Text size="lg" style={{ whiteSpace: 'pre-wrap' }}>
          {text}
        </Text>
        <Group gap="md" c="gray.7" justify="space-between">
          <Text size="sm">
            {from ? t('from', { name: from.displayName }) : t('fromUnnamed')}{' '}
            {longDate(createdAt, timeZone, language)}
          </Text>
          <RemoveStrength id={id} />
        </Group>
      </Stack>
    </Paper>
  );
}
