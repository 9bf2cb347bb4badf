import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  PrivateNotesChangedSubscription,
  PrivateNotesChangedSubscriptionVariables,
  PrivateNotesQuery,
  PrivateNotesQueryVariables,
} from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { ago } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { useLanguage } from '../../ui/use-language.js';
import { Worried } from '../../ui/worried.js';
import { NoteForm } from './send-private-note.js';
import { WithdrawPrivateNote } from './withdraw-private-note.js';

export const privateNotes: TypedDocumentNode<PrivateNotesQuery, PrivateNotesQueryVariables> = gql`
  query PrivateNotes($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on SupportRequest {
        privateNotes(first: 50, after: $after) {
          edges {
            cursor
            node {
              id
              byAsker
              body
              createdAt
              reader {
                id
                displayName
              }
              author {
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
    }
  }
`;

export const privateNotesChanged: TypedDocumentNode<
  PrivateNotesChangedSubscription,
  PrivateNotesChangedSubscriptionVariables
> = gql`
  subscription PrivateNotesChanged {
    privateNotesChanged {
      id
    }
  }
`;

interface Props {
  readonly request: {
    readonly id: string;
    readonly mine: boolean;
    readonly anonymous: boolean;
    readonly viewerCan: { readonly sendNote: boolean };
  };
}
type Request = Extract<NonNullable<PrivateNotesQuery['node']>, { __typename: 'SupportRequest' }>;
type Note = Request['privateNotes']['edges'][number]['node'];

/** Notes between the asker and one reader each; no one else learns that they exist. Live. */
export function PrivateNotes({ request }: Props): ReactNode {
  const { t } = useTranslation('privateNotes');
  const { t: common } = useTranslation();
  const client = useApolloClient();
  const [writing, setWriting] = useState(false);
  const [loadingMore, setLoadingMore] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(privateNotes, {
    variables: { id: request.id, after: null },
  });
  useSubscription(privateNotesChanged, {
    ignoreResults: true,
    onData: () => void client.refetchQueries({ include: [privateNotes] }),
  });
  const list = data?.node?.__typename === 'SupportRequest' ? data.node.privateNotes : null;
  const notes = list?.edges.map(({ node }) => node) ?? [];
  const readers = [...new Set(notes.map(({ reader }) => reader.id))];
  const mayWrite = list !== null && !request.mine && request.viewerCan.sendNote;
  if (!error && notes.length === 0 && !mayWrite) return null;
  const more = async (): Promise<void> => {
    setLoadingMore(true);
    await fetchMore({ variables: { after: list?.pageInfo.endCursor ?? null } }).catch(() => undefined);
    setLoadingMore(false);
  };
  return (
    <Stack gap="md" component="section" aria-label={t('notes')}>
      {(notes.length > 0 || error) && (
        <div>
          <Title order={2} size="h3">
            {t('notes')}
          </Title>
          <Text size="xs" c="gray.6">
            {t(request.mine ? 'notesHintAsker' : 'notesHint')}
          </Text>
        </div>
      )}
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {readers.map((id) => (
        <Thread key={id} thread={notes.filter(({ reader }) => reader.id === id)} request={request} />
      ))}
      {list?.pageInfo.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={loadingMore} onClick={() => void more()}>
            {common('more')}
          </Button>
        </Group>
      )}
      {mayWrite && notes.length === 0 && !writing && (
        <Group>
          <Button variant="default" onClick={() => setWriting(true)}>
            {t('writeNote')}
          </Button>
        </Group>
      )}
      {mayWrite && (writing || notes.length > 0) && (
        <Paper>
          <NoteForm
            requestId={request.id}
            to={null}
            label={t('note')}
            submit={t('sendNote')}
            hint={t('notesHint')}
          />
        </Paper>
      )}
    </Stack>
  );
}

function Thread({ thread, request }: { thread: readonly Note[]; request: Props['request'] }): ReactNode {
  const { t } = useTranslation('privateNotes');
  const language = useLanguage();
  const { tenant } = useViewer();
  const [now] = useState(() => new Date());
  const { reader } = thread[0]!;
  const asker = (!request.anonymous && thread.find(({ byAsker }) => byAsker)?.author?.displayName) || null;
  const whose = ({ byAsker, author }: Note): string => {
    if (byAsker === request.mine) return t('me');
    return byAsker && request.anonymous ? t('asker') : (author?.displayName ?? t('asker'));
  };
  return (
    <Paper
      component="article"
      aria-label={request.mine ? t('withReader', { name: reader.displayName }) : t('notes')}
    >
      <Stack gap="md">
        <List
          listStyleType="none"
          spacing="md"
          aria-live="polite"
          styles={{ itemWrapper: { width: '100%' } }}
        >
          {thread.map((note) => (
            <List.Item key={note.id}>
              <Group gap="sm">
                <Text fw={700}>{whose(note)}</Text>
                <Text size="xs" c="gray.6">
                  {ago(note.createdAt, now, tenant.timeZone, language)}
                </Text>
              </Group>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{note.body}</Text>
              {note.byAsker === request.mine && <WithdrawPrivateNote id={note.id} />}
            </List.Item>
          ))}
        </List>
        {thread.some((note) => note.byAsker !== request.mine) && (
          <Group justify="flex-end">
            <Worried name={request.mine ? reader.displayName : asker} />
          </Group>
        )}
        {request.mine && (
          <NoteForm
            requestId={request.id}
            to={reader.id}
            label={t('answerTo', { name: reader.displayName })}
            submit={t('sendAnswer')}
            hint={request.anonymous ? t('notesAnonymous') : undefined}
          />
        )}
      </Stack>
    </Paper>
  );
}
