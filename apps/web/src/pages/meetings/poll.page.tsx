import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery, useSubscription } from '@apollo/client/react';
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { closingTime } from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type {
  DatePollChangedSubscription,
  DatePollChangedSubscriptionVariables,
  DatePollPageQuery,
  DatePollPageQueryVariables,
} from '../../graphql/generated/operations.js';
import { AnswerDatePoll, pollOptionsFragment } from '../../meetings/date-polls/answer-date-poll.js';
import { editablePollFragment, EditDatePoll } from '../../meetings/date-polls/edit-date-poll.js';
import { SettleDatePoll } from '../../meetings/date-polls/settle-date-poll.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath } from '../../shell/viewer.js';
import { dayText } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';

const pollPageFragment = gql`
  fragment PollPageParts on DatePoll {
    id
    title
    note
    status
    closesOn
    timeZone
    version
    group {
      id
      name
    }
    meeting {
      id
    }
    viewerCan {
      answer
      run
    }
    ...PollOptions
    ...EditablePoll
  }
  ${pollOptionsFragment}
  ${editablePollFragment}
`;

const pollPage: TypedDocumentNode<DatePollPageQuery, DatePollPageQueryVariables> = gql`
  query DatePollPage($id: ID!) {
    node(id: $id) {
      id
      ...PollPageParts @unmask
    }
  }
  ${pollPageFragment}
`;

const pollChanged: TypedDocumentNode<DatePollChangedSubscription, DatePollChangedSubscriptionVariables> = gql`
  subscription DatePollChanged($id: ID!) {
    datePollChanged(pollId: $id) {
      id
      ...PollPageParts
    }
  }
  ${pollPageFragment}
`;

/** One date poll: answer it, look at the counts, and for its organiser, choose. */
export function PollPage(): ReactNode {
  const { t } = useTranslation('datePolls');
  const language = useLanguage();
  const to = useTenantPath();
  const id = useParams()['id']!;
  const [opened] = useState(() => new Date());
  const { data, error, refetch } = useQuery(pollPage, { variables: { id } });
  useSubscription(pollChanged, { variables: { id }, ignoreResults: true });
  const poll = data?.node?.__typename === 'DatePoll' ? data.node : null;
  if (data && !poll) return <NotFound />;
  if (!poll)
    return (
      <Page title={t('poll')}>
        {error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons />}
      </Page>
    );
  const { status, closesOn, viewerCan, group, meeting, note, version } = poll;
  const ends = closingTime({ closesOn: closesOn ?? null, timeZone: poll.timeZone });
  const over = ends !== null && ends <= opened;
  return (
    <Page title={poll.title} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      <Stack gap={4}>
        <Group gap="sm">
          <Anchor component={Link} to={to(`/groups/${group.id}`)} py={9} display="inline-block">
            {group.name}
          </Anchor>
          {status === 'OPEN' && !over && (
            <Text c="gray.6">
              {closesOn ? t('openUntil', { date: dayText(closesOn, language) }) : t('openNote')}
            </Text>
          )}
        </Group>
        {note && <Text>{note}</Text>}
      </Stack>
      {status === 'OPEN' && over && <Alert color="attention">{t('pollOver')}</Alert>}
      {status === 'CANCELLED' && <Alert color="red">{t('pollCancelled')}</Alert>}
      {status === 'SETTLED' && (
        <Alert color="success" title={t('pollSettled')}>
          {meeting && (
            <Button component={Link} to={to(`/meetings/${meeting.id}`)} variant="default">
              {t('toMeeting')}
            </Button>
          )}
        </Alert>
      )}
      <AnswerDatePoll
        poll={poll}
        choose={(option) =>
          viewerCan.run && (
            <Group>
              <SettleDatePoll
                pollId={poll.id}
                groupId={group.id}
                timeZone={poll.timeZone}
                version={version}
                option={option}
              />
            </Group>
          )
        }
      />
      {viewerCan.run && <EditDatePoll poll={poll} />}
    </Page>
  );
}
