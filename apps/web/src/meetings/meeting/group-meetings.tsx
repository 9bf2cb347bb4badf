import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupMeetingsQuery, GroupMeetingsQueryVariables } from '../../graphql/generated/operations.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { MeetingCard, meetingCardFragment } from './meeting-card.js';

const groupMeetings: TypedDocumentNode<GroupMeetingsQuery, GroupMeetingsQueryVariables> = gql`
  query GroupMeetings($groupId: ID!, $from: DateTime!, $after: String) {
    meetings(groupId: $groupId, from: $from, first: 12, after: $after) {
      edges {
        cursor
        node {
          id
          ...MeetingCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${meetingCardFragment}
`;

interface Props {
  readonly groupId: string;
  readonly plan: ReactNode;
  readonly empty: string;
}

/** What is coming, soonest first. */
export function GroupMeetings({ groupId, plan, empty }: Props): ReactNode {
  const { t } = useTranslation();
  const [from] = useState(() => new Date(Date.now() - 12 * 3_600_000).toISOString());
  const [loadingMore, setLoadingMore] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(groupMeetings, {
    variables: { groupId, from, after: null },
  });
  const list = data?.meetings;
  const more = async (): Promise<void> => {
    setLoadingMore(true);
    await fetchMore({ variables: { after: list?.pageInfo.endCursor ?? null } }).catch(() => undefined);
    setLoadingMore(false);
  };
  return (
    <Stack gap="md">
      {plan && list && list.edges.length > 0 && <Group>{plan}</Group>}
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!list && !error && <CardSkeletons />}
      {list?.edges.length === 0 && <EmptyState action={plan}>{empty}</EmptyState>}
      {list?.edges.map(({ node }) => (
        <MeetingCard key={node.id} meeting={node} withGroup={false} headingOrder={2} />
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
