import { gql, type ApolloCache, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Badge, Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplyListQuery, ReplyListQueryVariables } from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { ago } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';
import { AskedBy } from '../requests/request-card.js';
import { SupportTypeBadge } from '../requests/support-type.js';
import { Worry } from '../worries/tell-of-worry.js';

export const replyInThread = gql`
  fragment ReplyInThread on SupportReplyEdge {
    cursor
    node {
      id
      byAsker
      gives
      body
      createdAt
      author {
        id
        displayName
        kana
      }
    }
  }
`;

export const replyList: TypedDocumentNode<ReplyListQuery, ReplyListQueryVariables> = gql`
  query ReplyList($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on SupportRequest {
        anonymous
        mine
        replies(first: 50, after: $after) {
          edges {
            ...ReplyInThread @unmask
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
  ${replyInThread}
`;

type Request = Extract<NonNullable<ReplyListQuery['node']>, { __typename: 'SupportRequest' }>;
type Reply = Request['replies']['edges'][number]['node'];

/** Replies that came join the thread on screen. Where its end is still to be asked for, they come with it. */
export function addReplies(cache: ApolloCache, requestId: string, came: Request['replies']['edges']): void {
  const variables = { id: requestId, after: null };
  cache.updateQuery({ query: replyList, variables }, (seen) => {
    const request = seen?.node?.__typename === 'SupportRequest' ? seen.node : null;
    if (!request || request.replies.pageInfo.hasNextPage) return undefined;
    const { edges, pageInfo } = request.replies;
    const known = new Set(edges.map(({ node }) => node.id));
    const fresh = came.filter(({ node }) => !known.has(node.id));
    if (fresh.length === 0) return undefined;
    const endCursor = fresh.at(-1)!.cursor;
    const replies = { ...request.replies, edges: [...edges, ...fresh], pageInfo: { ...pageInfo, endCursor } };
    return { ...seen, node: { ...request, replies } };
  });
}

interface Props {
  readonly requestId: string;
  readonly open: boolean;
  /** There is a facilitator whom a reader may tell of a worry. */
  readonly canTell: boolean;
}

/** The thread, oldest first. */
export function ReplyList({ requestId, open, canTell }: Props): ReactNode {
  const { t } = useTranslation('support');
  const { t: common } = useTranslation();
  const [loadingMore, setLoadingMore] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(replyList, {
    variables: { id: requestId, after: null },
  });
  if (error && !data) return <ErrorText error={error} onRetry={() => void refetch()} />;
  const request = data?.node?.__typename === 'SupportRequest' ? data.node : null;
  if (!request) return data ? null : <CardSkeletons count={2} />;
  const { edges, pageInfo } = request.replies;
  const replies = edges
    .map(({ node }) => node)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
  const more = async (): Promise<void> => {
    setLoadingMore(true);
    await fetchMore({ variables: { after: pageInfo.endCursor } }).catch(() => undefined);
    setLoadingMore(false);
  };
  if (replies.length === 0)
    return (
      <Text c="gray.6">{t(!open ? 'noRepliesEnded' : request.mine ? 'noRepliesMine' : 'noReplies')}</Text>
    );
  return (
    <Stack gap="md">
      <List listStyleType="none" spacing="md" aria-live="polite" styles={{ itemWrapper: { width: '100%' } }}>
        {replies.map((reply) => (
          <List.Item key={reply.id} styles={{ itemLabel: { width: '100%' } }}>
            <ReplyCard reply={reply} request={request} canTell={canTell} />
          </List.Item>
        ))}
      </List>
      {pageInfo.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={loadingMore} onClick={() => void more()}>
            {common('more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface CardProps {
  readonly reply: Reply;
  readonly request: Request;
  readonly canTell: boolean;
}

function ReplyCard({ reply, request, canTell }: CardProps): ReactNode {
  const { t } = useTranslation('support');
  const language = useLanguage();
  const { tenant, member } = useViewer();
  const { timeZone } = tenant;
  const { anonymous } = request;
  const own = reply.byAsker ? request.mine : reply.author?.id === member.id;
  const [now] = useState(() => new Date());
  return (
    <Paper component="article" bg={reply.byAsker ? 'brand.0' : undefined}>
      <Stack gap="xs">
        <Group gap="sm">
          <Text fw={700}>
            {reply.byAsker && anonymous ? (
              t('anonymousAsker')
            ) : reply.author ? (
              <PersonName {...reply.author} polite />
            ) : (
              <AskedBy anonymous={false} author={null} />
            )}
          </Text>
          {reply.byAsker && !anonymous && (
            <Badge variant="light" c="brand.9">
              {t('anonymousAsker')}
            </Badge>
          )}
          {reply.gives && <SupportTypeBadge type={reply.gives} gives />}
          <Text size="xs" c="gray.6">
            {ago(reply.createdAt, now, timeZone, language)}
          </Text>
        </Group>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{reply.body}</Text>
        {!own && (
          <Group justify="flex-end">
            <Worry
              requestId={request.id}
              replyId={reply.id}
              name={reply.byAsker && anonymous ? null : (reply.author?.displayName ?? null)}
              canTell={canTell}
            />
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
