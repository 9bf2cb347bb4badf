import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { Button, Group, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  SupportListChangedSubscription,
  SupportListChangedSubscriptionVariables,
  SupportRequestFilter,
  SupportRequestsQuery,
  SupportRequestsQueryVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { RequestCard, requestCardFragment } from './request-card.js';

export const supportRequests: TypedDocumentNode<SupportRequestsQuery, SupportRequestsQueryVariables> = gql`
  query SupportRequests($filter: SupportRequestFilter, $after: String) {
    supportRequests(filter: $filter, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          ...RequestCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${requestCardFragment}
`;

const supportListChanged: TypedDocumentNode<
  SupportListChangedSubscription,
  SupportListChangedSubscriptionVariables
> = gql`
  subscription SupportListChanged($groupId: ID) {
    supportRequestChanged(groupId: $groupId) {
      id
      status
      ...RequestCard
    }
  }
  ${requestCardFragment}
`;

interface Props {
  readonly filter: SupportRequestFilter;
  readonly empty: ReactNode;
  readonly headingOrder?: 2 | 3;
}

/** Newest first, live; older ones by もっと見る. */
export function RequestList({ filter, empty, headingOrder = 2 }: Props): ReactNode {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [loadingMore, setLoadingMore] = useState(false);
  const { data, previousData, error, refetch, fetchMore } = useQuery(supportRequests, {
    variables: { filter, after: null },
  });
  const list = (data ?? (error ? previousData : undefined))?.supportRequests;
  useSubscription(supportListChanged, {
    variables: { groupId: filter.groupId ?? null },
    ignoreResults: true,
    onData: ({ data: { data: change } }) => {
      const { id, status } = change?.supportRequestChanged ?? {};
      // What stays where it is its card shows already; only what comes or goes needs the list anew.
      const isShown = list?.edges.some(({ node }) => node.id === id) ?? false;
      const mayGo = filter.search || filter.forMe || (status && filter.status?.includes(status) === false);
      if (!isShown || mayGo) void client.refetchQueries({ include: [supportRequests] });
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
      {list?.edges.length === 0 && empty}
      {list?.edges.map(({ node }) => (
        <RequestCard key={node.id} request={node} headingOrder={headingOrder} />
      ))}
      {list?.pageInfo.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={loadingMore} onClick={() => void more()}>
            {t('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
