import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { isFarFromItsTime } from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type {
  ConsoleChangedSubscription,
  ConsoleChangedSubscriptionVariables,
  ConsolePageQuery,
  ConsolePageQueryVariables,
  StartMeetingMutation,
  StartMeetingMutationVariables,
  TakeBackStartMutation,
  TakeBackStartMutationVariables,
} from '../graphql/generated/operations.js';
import { serverTime } from '../graphql/server-clock.js';
import { CloseMeeting, closeableMeetingFragment } from '../meetings/minutes/close-meeting.js';
import { CommitmentList, commitmentListFragment } from '../meetings/commitments/commitment-list.js';
import { DecisionList, decisionListFragment } from '../meetings/minutes/decision-list.js';
import { HandOverMeeting, handOverFragment } from '../meetings/console/hand-over-meeting.js';
import { MeetingRecording, recordingFragment } from '../meetings/console/meeting-recording.js';
import { useKeptConsole, useWithoutLine } from '../meetings/console/kept-console.js';
import { RunConsole } from '../meetings/console/run-console.js';
import { consoleFragment } from '../meetings/console/use-console.js';
import { NotFound } from '../shell/not-found.js';
import { useTenantPath, useViewer } from '../shell/viewer.js';
import { dateSpan } from '../ui/dates.js';
import { DialogButton } from '../ui/dialog-button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorText } from '../ui/error-text.js';
import { Page } from '../ui/page.js';
import { CardSkeletons } from '../ui/skeletons.js';
import { useLanguage } from '../ui/use-language.js';
import '../words/run-words.js';
import '../words/closing-words.js';

const consolePageFragment = gql`
  fragment ConsolePageParts on Meeting {
    id
    title
    startsAt
    endsAt
    timeZone
    viewerCan {
      run
    }
    ...Console @unmask
    ...HandOver
    ...Recording
    ...DecisionList
    ...CommitmentList
    ...CloseableMeeting
  }
  ${consoleFragment}
  ${handOverFragment}
  ${recordingFragment}
  ${decisionListFragment}
  ${commitmentListFragment}
  ${closeableMeetingFragment}
`;

export const consolePage: TypedDocumentNode<ConsolePageQuery, ConsolePageQueryVariables> = gql`
  query ConsolePage($id: ID!) {
    node(id: $id) {
      id
      ...ConsolePageParts @unmask
    }
  }
  ${consolePageFragment}
`;
export const consoleChanged: TypedDocumentNode<
  ConsoleChangedSubscription,
  ConsoleChangedSubscriptionVariables
> = gql`
  subscription ConsoleChanged($id: ID!) {
    meetingChanged(meetingId: $id) {
      id
      ...ConsolePageParts
    }
  }
  ${consolePageFragment}
`;
export const startMeeting: TypedDocumentNode<StartMeetingMutation, StartMeetingMutationVariables> = gql`
  mutation StartMeeting($id: ID!) {
    startMeeting(meetingId: $id) {
      id
      ...ConsolePageParts
    }
  }
  ${consolePageFragment}
`;

export const takeBackStart: TypedDocumentNode<TakeBackStartMutation, TakeBackStartMutationVariables> = gql`
  mutation TakeBackStart($id: ID!) {
    takeBackStart(meetingId: $id) {
      id
      ...ConsolePageParts
    }
  }
  ${consolePageFragment}
`;

/** The console of whoever runs the meeting, from one phone or from several. */
export function RunMeetingPage(): ReactNode {
  const { t } = useTranslation('run');
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
  useSubscription(consoleChanged, { variables: { id }, ignoreResults: true });
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
      {meeting.status === 'SCHEDULED' && <BeforeStart meeting={meeting} />}
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
          <MeetingRecording meeting={meeting} canRun />
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

type Meeting = Extract<NonNullable<ConsolePageQuery['node']>, { __typename: 'Meeting' }>;

function BeforeStart({ meeting }: { meeting: Meeting }): ReactNode {
  const { t } = useTranslation('run');
  const language = useLanguage();
  const to = useTenantPath();
  const { member } = useViewer();
  const [start, { loading, error }] = useMutation(startMeeting, { variables: { id: meeting.id } });
  const [now] = useState(serverTime);
  const span = { startsAt: new Date(meeting.startsAt), endsAt: new Date(meeting.endsAt) };
  const isFar = isFarFromItsTime(span, now);
  return (
    <Paper>
      <Stack gap="md">
        <Text>{t('startAsk', { date: dateSpan(meeting, language) })}</Text>
        <Text c="gray.6">
          {t('consoleIntro')}
          {t('onOnePhone')}
        </Text>
        {isFar ? (
          <DialogButton label={t('start')} title={t('startFarTitle')} h={64} fz="lg">
            {(close) => (
              <Stack gap="md">
                <Text>{t('startFarAsk', { date: dateSpan(meeting, language) })}</Text>
                <Button loading={loading} onClick={() => void start().then(close, () => undefined)}>
                  {t('startFarDo')}
                </Button>
                <Button variant="default" onClick={close}>
                  {t('startFarNot')}
                </Button>
                {error && <ErrorText error={error} />}
              </Stack>
            )}
          </DialogButton>
        ) : (
          <Button h={64} fz="lg" loading={loading} onClick={() => void start().catch(() => undefined)}>
            {t('start')}
          </Button>
        )}
        {error && !isFar && <ErrorText error={error} />}
        <Group gap="sm" align="flex-start">
          <Button component={Link} to={to(`/meetings/${meeting.id}/paper`)} variant="default">
            {t('paper')}
          </Button>
          <HandOverMeeting meeting={meeting} viewerId={member.id} />
        </Group>
      </Stack>
    </Paper>
  );
}

/** Until something is said or recorded, a start that was a mistake leaves no trace. */
function TakeBackStart({ meetingId }: { readonly meetingId: string }): ReactNode {
  const { t } = useTranslation('run');
  const [send, { loading, error }] = useMutation(takeBackStart, { variables: { id: meetingId } });
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Button variant="subtle" px="xs" loading={loading} onClick={() => void send().catch(() => undefined)}>
          {t('startTakeBack')}
        </Button>
        <Text size="xs" c="gray.6">
          {t('startTakeBackHint')}
        </Text>
      </Group>
      {error && <ErrorText error={error} />}
    </Stack>
  );
}
