import { useMutation } from '@apollo/client/react';
import { Badge, Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import type { MeetingEntries, SeenTopic } from '../meeting/meeting-entries.js';
import { ProposeTopic } from './propose-topic.js';
import { Remarks } from '../remarks/remarks.js';
import { voteForTopic } from './vote-for-topic.js';
import { takeTopic, releaseTopic } from './take-topic.js';
import { WithdrawTopic } from './withdraw-topic.js';
import { EditTopic } from './edit-topic.js';

/** 相談テーマ in the order in which they are taken up, with the reason for each place. */
export function TopicList({ meeting }: { meeting: MeetingEntries }): ReactNode {
  const { t } = useTranslation(['topics', 'common']);
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
              <TopicCard topic={topic} viewerCan={viewerCan} />
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
          <ProposeTopic meetingId={meeting.id} onDone={() => setOpened(false)} />
        </Modal>
      </Stack>
    </Paper>
  );
}

interface CardProps {
  readonly topic: SeenTopic;
  readonly viewerCan: MeetingEntries['viewerCan'];
}

function TopicCard({ topic, viewerCan }: CardProps): ReactNode {
  const { t } = useTranslation('topics');
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
        {topic.mine && viewerCan.checkIn && <EditTopic topic={topic} />}
        {topic.mine && <WithdrawTopic topic={topic} />}
      </Group>
      {error && <ErrorText error={error} />}
      <Remarks about={{ topicId: id }} of={topic} mayWrite={viewerCan.remark} />
    </Stack>
  );
}

/** 前回の順番から8か月です: the reason for its place in the list. */
export function HotSeatReason({ reason }: Pick<SeenTopic, 'reason'>): ReactNode {
  const { t } = useTranslation('topics');
  if (!reason) return null;
  return (
    <Text size="xs" c="gray.6">
      {reason.kind === 'LONGEST' ? t('LONGEST', { count: reason.months ?? 0 }) : t(reason.kind)}
    </Text>
  );
}
