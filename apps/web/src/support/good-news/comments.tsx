import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  GoodNewsCommentsQuery,
  GoodNewsCommentsQueryVariables,
} from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { ago } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';
import { Worried } from '../../ui/worried.js';
import { CommentForm } from './comment-on-good-news.js';
import { WithdrawGoodNewsComment } from './withdraw-good-news-comment.js';

export const goodNewsComments: TypedDocumentNode<GoodNewsCommentsQuery, GoodNewsCommentsQueryVariables> = gql`
  query GoodNewsComments($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on GoodNews {
        comments(first: 50, after: $after) {
          edges {
            cursor
            node {
              id
              body
              mine
              createdAt
              author {
                id
                displayName
                kana
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;

interface Props {
  readonly goodNewsId: string;
  readonly mayComment: boolean;
}

/** Oldest first. */
export function Comments({ goodNewsId, mayComment }: Props): ReactNode {
  const { t } = useTranslation('goodNews');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const { timeZone } = useViewer().tenant;
  const [now] = useState(() => new Date());
  const [loadingMore, setLoadingMore] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(goodNewsComments, {
    variables: { id: goodNewsId, after: null },
  });
  const list = data?.node?.__typename === 'GoodNews' ? data.node.comments : null;
  const more = async (): Promise<void> => {
    setLoadingMore(true);
    await fetchMore({ variables: { after: list?.pageInfo.endCursor ?? null } }).catch(() => undefined);
    setLoadingMore(false);
  };
  return (
    <Stack gap="md" component="section" aria-labelledby="comments">
      <Title order={2} size="h3" id="comments">
        {t('comments')}
      </Title>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons count={1} />}
      {list?.edges.length === 0 && <Text c="gray.6">{t('noComments')}</Text>}
      <List listStyleType="none" spacing="md" aria-live="polite" styles={{ itemWrapper: { width: '100%' } }}>
        {list?.edges.map(({ node: { id, author, body, mine, createdAt } }) => (
          <List.Item key={id} styles={{ itemLabel: { width: '100%' } }}>
            <Paper component="article">
              <Group gap="sm">
                <Text fw={700}>
                  <PersonName {...author} polite />
                </Text>
                <Text size="xs" c="gray.6">
                  {ago(createdAt, now, timeZone, language)}
                </Text>
              </Group>
              <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{body}</Text>
              {mine ? (
                <WithdrawGoodNewsComment id={id} />
              ) : (
                <Group justify="flex-end">
                  <Worried name={author.displayName} />
                </Group>
              )}
            </Paper>
          </List.Item>
        ))}
      </List>
      {list?.pageInfo.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={loadingMore} onClick={() => void more()}>
            {common('more')}
          </Button>
        </Group>
      )}
      {mayComment && (
        <Paper>
          <CommentForm goodNewsId={goodNewsId} />
        </Paper>
      )}
    </Stack>
  );
}
