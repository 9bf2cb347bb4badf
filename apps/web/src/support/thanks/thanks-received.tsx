import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  ThanksReceivedQuery,
  ThanksReceivedQueryVariables,
} from '../../graphql/generated/operations.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { longDate } from '../../ui/dates.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';

const thanksReceived: TypedDocumentNode<ThanksReceivedQuery, ThanksReceivedQueryVariables> = gql`
  query ThanksReceived($after: String) {
    thanksReceived(first: 20, after: $after) {
      totalCount
      edges {
        cursor
        node {
          message
          anonymous
          createdAt
          from {
            id
            displayName
          }
          request {
            id
            title
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

type Thanks = ThanksReceivedQuery['thanksReceived']['edges'][number]['node'];

/** What peers have thanked the viewer for, newest first; older ones by もっと見る. */
export function ThanksReceived(): ReactNode {
  const { t } = useTranslation('thanks');
  const { t: common } = useTranslation();
  const to = useTenantPath();
  const [loadingMore, setLoadingMore] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(thanksReceived, { variables: { after: null } });
  const list = data?.thanksReceived;
  const more = async (): Promise<void> => {
    setLoadingMore(true);
    await fetchMore({ variables: { after: list?.pageInfo.endCursor ?? null } }).catch(() => undefined);
    setLoadingMore(false);
  };
  return (
    <Stack gap="md">
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!list && !error && <CardSkeletons />}
      {list?.edges.length === 0 && (
        <EmptyState
          action={
            <Button component={Link} to={to('/support')} variant="default">
              {t('toSupport')}
            </Button>
          }
        >
          {t('empty')}
        </EmptyState>
      )}
      {!!list?.totalCount && (
        <div>
          <Text fw={700}>{t('count', { count: list.totalCount })}</Text>
          <Text size="sm" c="gray.6" className="print-hidden">
            {t('onlyYou')}
          </Text>
        </div>
      )}
      {list && list.edges.length > 0 && (
        <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
          {list.edges.map(({ cursor, node }) => (
            <li key={cursor}>
              <ThanksCard thanks={node} />
            </li>
          ))}
        </Stack>
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

function ThanksCard({
  thanks: { message, anonymous, from, request, createdAt },
}: {
  thanks: Thanks;
}): ReactNode {
  const { t } = useTranslation('thanks');
  const language = useLanguage();
  const { timeZone } = useViewer().tenant;
  const to = useTenantPath();
  const sender = anonymous
    ? t('fromAnonymous')
    : from
      ? t('from', { name: from.displayName })
      : t('fromUnknown');
  return (
    <Paper component="article" style={{ breakInside: 'avoid' }}>
      <Stack gap="xs">
        {message ? (
          <Text size="lg" style={{ whiteSpace: 'pre-wrap' }}>
            {message}
          </Text>
        ) : (
          <Text c="gray.7">{t('wordless')}</Text>
        )}
        <Group gap="md" c="gray.7">
          <Text size="sm">{sender}</Text>
          <Text size="sm">{longDate(createdAt, timeZone, language)}</Text>
        </Group>
        {request ? (
          <Anchor component={Link} to={to(`/support/${request.id}`)} size="sm" py={10}>
            {t('about', { title: request.title })}
          </Anchor>
        ) : (
          <Text size="sm" c="gray.6" className="print-hidden">
            {t('outOfSight')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
