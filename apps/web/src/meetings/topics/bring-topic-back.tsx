import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  BringTopicBackMutation,
  BringTopicBackMutationVariables,
  LookBackQuery,
  LookBackQueryVariables,
  UndoLookBackMutation,
  UndoLookBackMutationVariables,
} from '../../graphql/generated/operations.js';
import { serverTime } from '../../graphql/server-clock.js';
import { useTenantPath } from '../../shell/viewer.js';
import { shortDate } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { useLanguage } from '../../ui/use-language.js';

const lookBackFragment = gql`
  fragment LookBackParts on Meeting {
    id
    timeZone
    lookBacks {
      topic {
        id
        title
      }
      again {
        id
      }
      nextId
      nextStartsAt
    }
  }
`;

export const lookBackQuery: TypedDocumentNode<LookBackQuery, LookBackQueryVariables> = gql`
  query LookBack($id: ID!) {
    node(id: $id) {
      id
      ...LookBackParts @unmask
    }
  }
  ${lookBackFragment}
`;

export const bringTopicBack: TypedDocumentNode<BringTopicBackMutation, BringTopicBackMutationVariables> = gql`
  mutation BringTopicBack($id: ID!) {
    bringTopicBack(topicId: $id) {
      id
      ...LookBackParts
    }
  }
  ${lookBackFragment}
`;

export const undoLookBack: TypedDocumentNode<UndoLookBackMutation, UndoLookBackMutationVariables> = gql`
  mutation UndoLookBack($id: ID!) {
    withdrawTopic(topicId: $id)
  }
`;

/** 一年後の今日: for the one who agreed to it, one tap that puts the topic on the next meeting again, and one that takes it back. */
export function LookBack({ meetingId }: { readonly meetingId: string }): ReactNode {
  const { t } = useTranslation('closingRound');
  const { data } = useQuery(lookBackQuery, { variables: { id: meetingId } });
  if (data?.node?.__typename !== 'Meeting' || data.node.lookBacks.length === 0) return null;
  const { lookBacks, timeZone } = data.node;
  return (
    <Paper component="section" aria-labelledby="look-back">
      <Stack gap="md">
        <Title order={2} size="h3" id="look-back">
          {t('yearTitle')}
        </Title>
        {lookBacks.map((lookBack) => (
          <OneTopic key={lookBack.topic.id} lookBack={lookBack} timeZone={timeZone} />
        ))}
      </Stack>
    </Paper>
  );
}

type Meeting = Extract<NonNullable<LookBackQuery['node']>, { __typename: 'Meeting' }>;

interface Props {
  readonly lookBack: Meeting['lookBacks'][number];
  readonly timeZone: string;
}

function OneTopic({ lookBack, timeZone }: Props): ReactNode {
  const { t } = useTranslation('topics');
  const language = useLanguage();
  const [now] = useState(serverTime);
  const { topic, again, nextId, nextStartsAt } = lookBack;
  const to = useTenantPath();
  const [bring, bringing] = useMutation(bringTopicBack, { variables: { id: topic.id } });
  const [undo, undoing] = useMutation(undoLookBack, {
    refetchQueries: ['LookBack'],
    awaitRefetchQueries: true,
  });
  const error = bringing.error ?? undoing.error;
  const date = nextStartsAt && shortDate(nextStartsAt, timeZone, language);
  return (
    <Stack gap="xs">
      <Text style={{ overflowWrap: 'anywhere' }}>{t('lookBack', { title: topic.title })}</Text>
      <div role="status">
        {again && nextId && (
          <Text>
            {t('broughtBack')}{' '}
            <Anchor component={Link} to={to(`/meetings/${nextId}`)} py={9} display="inline-block">
              {t('nextMeetingOn', { date })}
            </Anchor>
          </Text>
        )}
      </div>
      {!again && nextId && (
        <>
          <Text size="xs" c="gray.6">
            {t('bringBackHint', { date })}
          </Text>
          <Group>
            <Button loading={bringing.loading} onClick={() => void bring().catch(() => undefined)}>
              {t('bringBack')}
            </Button>
          </Group>
        </>
      )}
      {again && nextStartsAt && Date.parse(nextStartsAt) > now.getTime() && (
        <Group>
          <Button
            variant="subtle"
            px="xs"
            loading={undoing.loading}
            onClick={() => void undo({ variables: { id: again.id } }).catch(() => undefined)}
          >
            {t('undoBringBack')}
          </Button>
        </Group>
      )}
      {!nextId && <Text c="gray.6">{t('noNextMeeting')}</Text>}
      {error && <ErrorText error={error} />}
    </Stack>
  );
}
