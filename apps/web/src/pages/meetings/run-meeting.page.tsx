import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type {
  ConsolePageQuery,
  ConsolePageQueryVariables,
  ConsoleUpdatesSubscription,
  ConsoleUpdatesSubscriptionVariables,
} from '../../graphql/generated/operations.js';
import { CloseMeeting } from '../../meetings/minutes/close-meeting.js';
import { CommitmentList } from '../../meetings/commitments/commitment-list.js';
import { DecisionList } from '../../meetings/minutes/decision-list.js';
import { HandOverMeeting } from '../../meetings/meeting/hand-over-meeting.js';
import { Recording } from '../../meetings/recordings/recording.js';
import { useKeptConsole, useWithoutLine } from '../../meetings/console/kept-console.js';
import { RunConsole } from '../../meetings/console/run-console.js';
import { airtimeFragment } from '../../meetings/console/run-meeting.js';
import { meetingNews, useMeetingUpdates } from '../../meetings/live-updates/meeting-updates.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { consolePageFragment } from '../../meetings/console/console-page-fragment.js';
import { StartMeeting } from '../../meetings/console/start-meeting.js';
import { TakeBackStart } from '../../meetings/console/take-back-start.js';

export const consolePage: TypedDocumentNode<ConsolePageQuery, ConsolePageQueryVariables> = gql`
  query ConsolePage($id: ID!) {
    node(id: $id) {
      id
      ...ConsolePageParts @unmask
    }
  }
  ${consolePageFragment}
`;
export const consoleUpdates: TypedDocumentNode<
  ConsoleUpdatesSubscription,
  ConsoleUpdatesSubscriptionVariables
> = gql`
  subscription ConsoleUpdates($id: ID!) {
    meetingUpdates(meetingId: $id) {
      ...MeetingNews @unmask
      details {
        id
        title
        startsAt
        endsAt
        timeZone
        status
        format
        viewerCan {
          run
          commit
        }
        handedTo {
          id
          displayName
        }
      }
      run {
        ...Airtime
      }
    }
  }
  ${meetingNews}
  ${airtimeFragment}
`;

/** The console of those who run the meeting, from one phone or from several. */
export function RunMeetingPage(): ReactNode {
  const { t } = useTranslation('console');
  const to = useTenantPath();
  const { member } = useViewer();
  const id = useParams()['id']!;
  useKeptConsole(consolePage, id);
  // Asked again and again without a line, what is on screen must not flicker.
  const { data, error, refetch } = useQuery(consolePage, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: false,
  });
  const withoutLine = useWithoutLine(error);
  useMeetingUpdates(consoleUpdates, { id });
  const meeting = data?.node?.__typename === 'Meeting' ? data.node : null;
  if (data && (!meeting || (!meeting.viewerCan.run && meeting.status !== 'CLOSED'))) return <NotFound />;
  if (!meeting)
    return (
      <Page title={t('console')}>
        {error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons />}
      </Page>
    );
  const back = (
    <Anchor component={Link} to={to(`/meetings/${id}`)} py={8}>
      {t('toMeeting')}
    </Anchor>
  );
  return (
    <Page title={meeting.title}>
      {error && !withoutLine && <ErrorText error={error} onRetry={() => void refetch()} />}
      {meeting.status === 'SCHEDULED' && <StartMeeting meeting={meeting} />}
      {meeting.status === 'OPEN' && (
        <RunConsole meeting={meeting} refetch={() => void refetch()} withoutLine={withoutLine}>
          <DecisionList meeting={meeting} />
          <CommitmentList meeting={meeting} />
        </RunConsole>
      )}
      {meeting.status === 'OPEN' && (
        <>
          <CloseMeeting meeting={meeting} />
          {meeting.run?.version === 1 && <TakeBackStart meetingId={meeting.id} />}
          <Recording meeting={meeting} canRun />
          <HandOverMeeting meeting={meeting} viewerId={member.id} />
        </>
      )}
      {meeting.status === 'CLOSED' && (
        <EmptyState action={back}>
          {t('closed')}
          {meeting.evenness && ` ${t(meeting.evenness)}`}
        </EmptyState>
      )}
      {meeting.status !== 'CLOSED' && back}
    </Page>
  );
}
