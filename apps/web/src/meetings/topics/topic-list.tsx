import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Badge, Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ReleaseTopicMutation,
  ReleaseTopicMutationVariables,
  TakeTopicMutation,
  TakeTopicMutationVariables,
  VoteForTopicMutation,
  VoteForTopicMutationVariables,
  WithdrawTopicMutation,
  WithdrawTopicMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { sayDone } from '../../ui/say-done.js';
import type { PreparedMeeting, SeenTopic } from '../meeting/prepared-meeting.js';
import { ProposeTopic } from './propose-topic.js';
import { Remarks } from '../check-ins/remarks.js';

const voteForTopic: TypedDocumentNode<VoteForTopicMutation, VoteForTopicMutationVariables> = gql`
  mutation VoteForTopic($id: ID!, $vote: Boolean!) {
    voteForTopic(topicId: $id, vote: $vote) {
      id
      votes
      voted
    }
  }
`;
const takeTopic: TypedDocumentNode<TakeTopicMutation, TakeTopicMutationVariables> = gql`
  mutation TakeTopic($id: ID!) {
    takeTopic(topicId: $id) {
      id
      taken
    }
  }
`;
const releaseTopic: TypedDocumentNode<ReleaseTopicMutation, ReleaseTopicMutationVariables> = gql`
  mutation ReleaseTopic($id: ID!) {
    releaseTopic(topicId: $id) {
      id
      taken
    }
  }
`;
const withdrawTopic: TypedDocumentNode<WithdrawTopicMutation, WithdrawTopicMutationVariables> = gql`
  mutation WithdrawTopic($id: ID!) {
    withdrawTopic(topicId: $id)
  }
`;

/** 相談テーマ in the order in which they are taken up, with the reason for each place. */
export function TopicList({ meeting }: { meeting: PreparedMeeting }): ReactNode {
  const { t } = useTranslation(['prepare', 'common']);
  const [opened, setOpened] = useState(false);
  const { topics, viewerCan } = meeting;
  return (
    <Paper component="section" aria-labelledby="topics">
      <Stack gap="lg">
        <Stack gap={4}>
          <Title order={2} size="h3" id="topics">
            {t('topics')}
          </Title>
          <Text c="gray.6">{t('topicsIntro')}</Text>
        </Stack>
        {topics.length === 0 && <Text c="gray.6">{t('noTopics')}</Text>}
        <Stack component="ol" gap="lg" p={0} m={0} style={{ listStyle: 'none' }}>
          {topics.map((topic) => (
            <li key={topic.id}>
              <TopicCard topic={topic} viewerCan={viewerCan} meetingId={meeting.id} />
            </li>
          ))}
        </Stack>
        {viewerCan.checkIn && (
          <Group>
            <Button variant="default" onClick={() => setOpened(true)}>
              {t('propose')}
            </Button>
          </Group>
        )}
        <Modal
          opened={opened}
          onClose={() => setOpened(false)}
          title={t('propose')}
          closeButtonProps={{ 'aria-label': t('common:close') }}
        >
          <ProposeTopic meetingId={meeting.id} before={null} onDone={() => setOpened(false)} />
        </Modal>
      </Stack>
    </Paper>
  );
}

interface CardProps {
  readonly topic: SeenTopic;
  readonly viewerCan: PreparedMeeting['viewerCan'];
  readonly meetingId: string;
}

function TopicCard({ topic, viewerCan, meetingId }: CardProps): ReactNode {
  const { t } = useTranslation('prepare');
  const again = { refetchQueries: ['Preparation'] };
  const [vote, voting] = useMutation(voteForTopic, again);
  const [take, taking] = useMutation(takeTopic, again);
  const [release, releasing] = useMutation(releaseTopic, again);
  const error = voting.error ?? taking.error ?? releasing.error;
  const { id, title, voted, taken } = topic;
  return (
    <Stack gap="xs" component="article">
      <Group gap="sm">
        {taken ? (
          <Badge color="brand">{t('taken')}</Badge>
        ) : (
          <Badge variant="light" c="brand.9">
            {t('place', { place: topic.place })}
          </Badge>
        )}
        <HotSeatReason reason={topic.reason} />
      </Group>
      <Text fw={700} size="lg">
        {title}
      </Text>
      <Text size="xs" c="gray.6">
        <PersonName displayName={topic.member.displayName} polite />
        {' · '}
        {t(topic.priority)}
        {' · '}
        {t('minutesN', { count: topic.minutes })}
        {' · '}
        {t('votes', { count: topic.votes })}
      </Text>
      {topic.detail && <Text style={{ whiteSpace: 'pre-wrap' }}>{topic.detail}</Text>}
      <Group gap="sm">
        {viewerCan.checkIn && !topic.mine && (
          <Button
            variant={voted ? 'filled' : 'default'}
            aria-pressed={voted}
            aria-label={t('voteFor', { title })}
            loading={voting.loading}
            onClick={() => void vote({ variables: { id, vote: !voted } }).catch(() => undefined)}
          >
            {t('vote')}
          </Button>
        )}
        {viewerCan.takeTopic && (
          <Button
            variant={taken ? 'subtle' : 'outline'}
            loading={taking.loading || releasing.loading}
            onClick={() => void (taken ? release : take)({ variables: { id } }).catch(() => undefined)}
          >
            {t(taken ? 'release' : 'take')}
          </Button>
        )}
        {topic.mine && <Own topic={topic} meetingId={meetingId} mayEdit={viewerCan.checkIn} />}
      </Group>
      {error && <ErrorText error={error} />}
      <Remarks about={{ topicId: id }} of={topic} mayWrite={viewerCan.remark} />
    </Stack>
  );
}

/** 前回の順番から8か月です: why it stands where it stands. */
export function HotSeatReason({ reason }: Pick<SeenTopic, 'reason'>): ReactNode {
  const { t } = useTranslation('prepare');
  if (!reason) return null;
  return (
    <Text size="xs" c="gray.6">
      {reason.kind === 'LONGEST' ? t('LONGEST', { count: reason.months ?? 0 }) : t(reason.kind)}
    </Text>
  );
}

interface OwnProps {
  readonly topic: SeenTopic;
  readonly meetingId: string;
  readonly mayEdit: boolean;
}

function Own({ topic, meetingId, mayEdit }: OwnProps): ReactNode {
  const { t } = useTranslation(['prepare', 'common']);
  const [asking, setAsking] = useState<'edit' | 'withdraw' | null>(null);
  const [withdraw] = useMutation(withdrawTopic, {
    refetchQueries: ['Preparation'],
    awaitRefetchQueries: true,
  });
  const close = (): void => setAsking(null);
  return (
    <>
      {mayEdit && (
        <Button variant="default" onClick={() => setAsking('edit')}>
          {t('edit')}
        </Button>
      )}
      <Button variant="subtle" color="red" onClick={() => setAsking('withdraw')}>
        {t('withdraw')}
      </Button>
      <Modal
        opened={asking === 'edit'}
        onClose={close}
        title={t('editTopic')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <ProposeTopic meetingId={meetingId} before={topic} onDone={close} />
      </Modal>
      <ConfirmDialog
        opened={asking === 'withdraw'}
        onClose={close}
        title={t('withdrawTopicTitle')}
        confirm={t('withdraw')}
        danger
        onConfirm={async () => {
          await withdraw({ variables: { id: topic.id } });
          sayDone(t('withdrawn'));
        }}
      >
        <Text>{t('withdrawTopicAsk', { title: topic.title })}</Text>
      </ConfirmDialog>
    </>
  );
}
