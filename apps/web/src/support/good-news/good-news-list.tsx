import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { Button, Group, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  GoodNewsListQuery,
  GoodNewsListQueryVariables,
  GoodNewsListChangedSubscription,
  GoodNewsListChangedSubscriptionVariables,
} from '../../graphql/generated/operations.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { GoodNewsCard, goodNewsCardFragment } from './good-news-card.js';

export const goodNewsList: TypedDocumentNode<GoodNewsListQuery, GoodNewsListQueryVariables> = gql`
  query GoodNewsList($after: String) {
    goodNews(first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          ...GoodNewsCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${goodNewsCardFragment}
`;

export const goodNewsListChanged: TypedDocumentNode<
  GoodNewsListChangedSubscription,
  GoodNewsListChangedSubscriptionVariables
> = gql`
  subscription GoodNewsListChanged {
    goodNewsChanged {
      id
      ...GoodNewsCard
    }
  }
  ${goodNewsCardFragment}
`;

/** Newest first, live. */
export function GoodNewsList(): ReactNode {
  const { t } = useTranslation('goodNews');
  const { t: common } = useTranslation();
  const client = useApolloClient();
  const [loadingMore, setLoadingMore] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(goodNewsList, { variables: { after: null } });
  const list = data?.goodNews;
  useSubscription(goodNewsListChanged, {
    ignoreResults: true,
    onData: ({ data: { data: change } }) => {
      // What is shown already its card reads from the cache.
      const isShown = list?.edges.some(({ node }) => node.id === change?.goodNewsChanged.id) ?? false;
      if (!isShown) void client.refetchQueries({ include: [goodNewsList] });
    },
  });
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
      {list?.edges.map(({ node }) => (
        <GoodNewsCard key={node.id} news={node} linked />
      ))}
      {list?.pageInfo.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={loadingMore} onClick={() => void more()}>
            {common('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
