import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { days, minutes } from '@yoriai/domain/kernel';
import { attendanceOpensMinutes } from '@yoriai/domain/meetings';
import { Suspense, lazy, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  AnyGroupQuery,
  AnyGroupQueryVariables,
  HomeQuery,
  HomeQueryVariables,
} from '../../graphql/generated/operations.js';
import { homeFrom } from '../../overview/home-from.js';
import classes from '../../overview/home.module.css';
import { NewsLines, newsLineFragment } from '../../overview/news-lines.js';
import { WaitingRequests, waitingRequestFragment } from '../../overview/waiting-requests.js';
import { JoinOnline, joinOnlineFragment } from '../../meetings/meeting/join-online.js';
import { MeetingCard, meetingCardFragment } from '../../meetings/meeting/meeting-card.js';
import { MyNextSteps } from '../../meetings/commitments/my-next-steps.js';
import { RsvpToMeeting, rsvpControlFragment } from '../../meetings/meeting/rsvp-to-meeting.js';
import { commitmentRowFragment } from '../../meetings/commitments/commitment-row.js';
import { NotificationList, notificationRowFragment } from '../../notifications/notification-list.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { useEnter } from '../../shell/enter.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';

/** Seldom there: fetched after the rest. */
const OpenPolls = lazy(async () => ({
  default: (await import('../../meetings/date-polls/open-polls.js')).OpenPolls,
}));

const ProveAddress = lazy(async () => ({
  default: (await import('../../people/sign-in/prove-address.js')).ProveAddress,
}));
const HereToday = lazy(async () => ({
  default: (await import('../../meetings/attendance/here-today.js')).HereToday,
}));

export const homeQuery: TypedDocumentNode<HomeQuery, HomeQueryVariables> = gql`
  query Home($from: DateTime!) {
    meetings(from: $from, first: 10) {
      edges {
        cursor
        node {
          id
          status
          startsAt
          endsAt
          viewerCheckIn {
            id
          }
          viewerCan {
            checkIn
          }
          ...MeetingCard
          ...RsvpControl
          ...JoinOnline
        }
      }
    }
    myCommitments {
      open {
        id
        ...CommitmentRow
      }
      settled
      kept
    }
    myGoals {
      text
    }
    supportRequests(filter: { status: [OPEN] }, first: 10) {
      edges {
        cursor
        node {
          id
          mine
          viewerCan {
            reply
          }
          ...WaitingRequest
        }
      }
    }
    goodNews(first: 2) {
      edges {
        cursor
        node {
          id
          ...NewsLine
        }
      }
    }
    notifications(unreadOnly: true, first: 3) {
      edges {
        cursor
        node {
          id
          ...NotificationRow
        }
      }
    }
  }
  ${meetingCardFragment}
  ${rsvpControlFragment}
  ${joinOnlineFragment}
  ${commitmentRowFragment}
  ${waitingRequestFragment}
  ${newsLineFragment}
  ${notificationRowFragment}
`;

const anyGroup: TypedDocumentNode<AnyGroupQuery, AnyGroupQueryVariables> = gql`
  query AnyGroup {
    groups(first: 1) {
      edges {
        cursor
        node {
          id
        }
      }
    }
  }
`;

/** When do we meet next, who is waiting for me, what is new: without scrolling. */
export function HomePage(): ReactNode {
  const { t } = useTranslation(['home', 'shell']);
  const { groups, user, viewerCan } = useViewer();
  const to = useTenantPath();
  const enter = useEnter();
  const [from] = useState(homeFrom);
  const { data, error, refetch } = useQuery(homeQuery, { variables: { from } });
  return (
    <Page title={t('shell:home')} hideTitle>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons />}
      {!user.emailProven && (
        <Suspense fallback={<CardSkeletons count={1} />}>
          <ProveAddress email={user.email} onDone={() => enter(to('/'))} />
        </Suspense>
      )}
      {groups.length === 0 && (viewerCan.manageMembers ? <FirstSteps /> : <NoGroup />)}
      {data && (
        <div className={classes['columns']}>
          <Stack gap="xl">
            <NextMeeting meetings={data.meetings} />
            <NextSteps commitments={data.myCommitments} goals={data.myGoals} />
          </Stack>
          <Stack gap="xl">
            <Suspense fallback={null}>
              <OpenPolls />
            </Suspense>
            <Waiting requests={data.supportRequests} />
            <News news={data.goodNews} />
            <Unread notifications={data.notifications} />
          </Stack>
        </div>
      )}
    </Page>
  );
}

function NextMeeting({ meetings }: Pick<HomeQuery, 'meetings'>): ReactNode {
  const { t } = useTranslation('home');
  const to = useTenantPath();
  const [opened] = useState(() => Date.now());
  const next = meetings.edges
    .map(({ node }) => node)
    .find(
      ({ status, endsAt }) => (status === 'SCHEDULED' || status === 'OPEN') && Date.parse(endsAt) > opened,
    );
  return (
    <Part title={t('nextMeeting')} more={<More to={to('/calendar')}>{t('toCalendar')}</More>}>
      {next ? (
        <MeetingCard meeting={next}>
          <JoinOnline meeting={next} />
          {isNow(next, opened) && (
            <Suspense fallback={null}>
              <HereToday meetingId={next.id} />
            </Suspense>
          )}
          {next.status !== 'OPEN' && <RsvpToMeeting meeting={next} />}
          {wantsNote(next, opened) && (
            <Group>
              <Button component={Link} to={to(`/meetings/${next.id}#check-in`)} variant="outline">
                {t('writeNote')}
              </Button>
            </Group>
          )}
        </MeetingCard>
      ) : (
        <EmptyState>{t('noMeeting')}</EmptyState>
      )}
    </Part>
  );
}

type Next = HomeQuery['meetings']['edges'][number]['node'];

const isNow = ({ status, startsAt }: Next, now: number): boolean =>
  status === 'OPEN' || Date.parse(startsAt) - now <= minutes(attendanceOpensMinutes);

/** From a week before the meeting, for those who have not written yet. */
const wantsNote = ({ viewerCan, viewerCheckIn, startsAt }: Next, now: number): boolean =>
  viewerCan.checkIn && viewerCheckIn === null && Date.parse(startsAt) - now <= days(7);

/** Nothing for a member who has no group yet, or has never met. */
function NextSteps({
  commitments: { open, settled, kept },
  goals,
}: {
  commitments: HomeQuery['myCommitments'];
  goals: HomeQuery['myGoals'];
}): ReactNode {
  const { t } = useTranslation('commitments');
  if (open.length === 0 && settled === 0 && goals.length === 0) return null;
  return (
    <Part title={t('title')}>
      <MyNextSteps commitments={open} settled={settled} kept={kept} goals={goals.map(({ text }) => text)} />
    </Part>
  );
}

function Waiting({ requests }: { requests: HomeQuery['supportRequests'] }): ReactNode {
  const { t } = useTranslation('home');
  const to = useTenantPath();
  const others = requests.edges
    .map(({ node }) => node)
    .filter(({ mine, viewerCan }) => !mine && viewerCan.reply)
    .slice(0, 3);
  return (
    <Part title={t('waiting')} more={<More to={to('/support')}>{t('toSupport')}</More>}>
      <Paper>
        <Stack gap="md" align="stretch">
          {others.length > 0 ? (
            <WaitingRequests requests={others} />
          ) : (
            <Text c="gray.6">{t('nobodyWaiting')}</Text>
          )}
          <Group>
            <Button component={Link} to={to('/support/new')} variant="default">
              {t('ask')}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </Part>
  );
}

function News({ news }: { news: HomeQuery['goodNews'] }): ReactNode {
  const { t } = useTranslation('home');
  const to = useTenantPath();
  if (news.edges.length === 0) return null;
  return (
    <Part title={t('news')} more={<More to={to('/support/good-news')}>{t('toNews')}</More>}>
      <Paper>
        <NewsLines news={news.edges.map(({ node }) => node)} />
      </Paper>
    </Part>
  );
}

function Unread({ notifications }: Pick<HomeQuery, 'notifications'>): ReactNode {
  const { t } = useTranslation('home');
  const to = useTenantPath();
  if (notifications.edges.length === 0) return null;
  return (
    <Part title={t('unread')} more={<More to={to('/notifications')}>{t('toNotifications')}</More>}>
      <NotificationList notifications={notifications.edges.map(({ node }) => node)} />
    </Part>
  );
}

/** A new organisation's office has no one to ask for a code: it registers. */
function FirstSteps(): ReactNode {
  const { t } = useTranslation('home');
  const to = useTenantPath();
  // Past the cache: one group asked for is not the list of them.
  const { data } = useQuery(anyGroup, { fetchPolicy: 'no-cache' });
  if (data?.groups.edges.length !== 0) return null;
  return (
    <Paper>
      <Stack gap="sm" align="flex-start">
        <Title order={2}>{t('officeTitle')}</Title>
        <Text>{t('officeStart')}</Text>
        <Group gap="sm">
          <Button component={Link} to={to('/admin/import')}>
            {t('toImport')}
          </Button>
          <Button component={Link} to={to('/admin/members')} variant="default">
            {t('toInvite')}
          </Button>
          <Button component={Link} to={to('/groups/new')} variant="default">
            {t('toNewGroup')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function NoGroup(): ReactNode {
  const { t } = useTranslation('home');
  return (
    <Paper>
      <Stack gap="sm" align="flex-start">
        <Title order={2}>{t('noGroupTitle')}</Title>
        <Text>{t('noGroup')}</Text>
        <Button component={Link} to="/join">
          {t('haveCode')}
        </Button>
      </Stack>
    </Paper>
  );
}

function More({ to, children }: { to: string; children: string }): ReactNode {
  return (
    <Anchor component={Link} to={to} py={9} display="inline-block">
      {children}
    </Anchor>
  );
}

function Part({
  title,
  more,
  children,
}: {
  title: string;
  more?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <Stack component="section" gap="sm" aria-labelledby={id}>
      <Group justify="space-between" align="baseline" gap="sm">
        <Title order={2} id={id}>
          {title}
        </Title>
        {more}
      </Group>
      {children}
    </Stack>
  );
}
