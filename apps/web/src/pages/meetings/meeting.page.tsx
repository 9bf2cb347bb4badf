import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { days } from '@yoriai/domain/kernel';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Alert, Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import type {
  MeetingPageQuery,
  MeetingPageQueryVariables,
  MeetingUpdatesSubscription,
  MeetingUpdatesSubscriptionVariables,
} from '../../graphql/generated/operations.js';
import { serverTime } from '../../graphql/server-clock.js';
import { AddToCalendar, calendarEntryFragment } from '../../meetings/calendars/add-to-calendar.js';
import { AfterMeeting, GoalsOfGroup, goalsOfGroupFragment } from '../../meetings/minutes/after-meeting.js';
import { AfterParty } from '../../meetings/after-party/after-party.js';
import { Agenda, agendaFragment } from '../../meetings/agendas/agenda.js';
import { AttendeeList } from '../../meetings/attendance/attendee-list.js';
import { CancelMeeting } from '../../meetings/meeting/cancel-meeting.js';
import {
  CloseMeeting,
  closeableMeetingFragment,
  afterMeetingFragment,
} from '../../meetings/minutes/close-meeting.js';
import { CommitmentList, commitmentListFragment } from '../../meetings/commitments/commitment-list.js';
import { DecisionList, decisionListFragment } from '../../meetings/minutes/decision-list.js';
import { EditAgenda, editableAgendaFragment } from '../../meetings/meeting/edit-agenda.js';
import { EditMeeting, editableMeetingFragment } from '../../meetings/meeting/edit-meeting.js';
import { JoinOnline, joinOnlineFragment } from '../../meetings/meeting/join-online.js';
import { LiveMeeting, liveMeetingFragment } from '../../meetings/console/live-meeting.js';
import { MeetingRoles } from '../../meetings/roles/meeting-roles.js';
import { Recording } from '../../meetings/recordings/recording.js';
import { MeetingPlace, MeetingStatusBadge } from '../../meetings/meeting/meeting-card.js';
import { movableMeetingFragment } from '../../meetings/meeting/movable-meeting.js';
import { RescheduleMeeting } from '../../meetings/meeting/reschedule-meeting.js';
import { RsvpToMeeting, rsvpControlFragment } from '../../meetings/meeting/rsvp-to-meeting.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath } from '../../shell/viewer.js';
import { dateSpan } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';
import { attendanceCorrections, attendeeListFragment } from '../../meetings/attendance/correct-attendance.js';
import { checkInEntry, entryRights, remarkPage, topicEntry } from '../../meetings/meeting/meeting-entries.js';
import { meetingNews, useMeetingUpdates } from '../../meetings/live-updates/meeting-updates.js';
import { recordingFragment } from '../../meetings/recordings/answer-recording.js';
import { afterPartyFragment } from '../../meetings/after-party/plan-after-party.js';
import { meetingRolesFragment, roleListFragment } from '../../meetings/roles/meeting-roles-fragment.js';

/** Below the fold on a telephone, and by weight half a page of its own. */
const Preparation = lazy(async () => ({
  default: (await import('../../meetings/check-ins/check-ins-and-topics.js')).CheckInsAndTopics,
}));

/** For a few, a year later. */
const LookBack = lazy(async () => ({
  default: (await import('../../meetings/topics/bring-topic-back.js')).LookBack,
}));

const meetingFacts = gql`
  fragment MeetingFacts on Meeting {
    id
    title
    startsAt
    endsAt
    timeZone
    format
    place
    status
    cancelReason
    version
    group {
      id
      name
    }
    series {
      id
      rule
    }
    viewerCan {
      edit
      run
    }
  }
`;

const meetingPageFragment = gql`
  fragment MeetingPageParts on Meeting {
    id
    ...MeetingFacts @unmask
    ...LiveMeeting
    ...Recording
    ...RsvpControl
    ...JoinOnline
    ...CalendarEntry
    ...AttendeeList
    ...AfterParty
    ...Agenda
    ...EditableMeeting
    ...EditableAgenda
    ...MeetingRoles
    ...MovableMeeting
    ...CommitmentList
    ...DecisionList
    ...CloseableMeeting
    ...AfterMeeting
    ...GoalsOfGroup
  }
  ${meetingFacts}
  ${liveMeetingFragment}
  ${recordingFragment}
  ${rsvpControlFragment}
  ${joinOnlineFragment}
  ${calendarEntryFragment}
  ${attendeeListFragment}
  ${afterPartyFragment}
  ${agendaFragment}
  ${editableMeetingFragment}
  ${editableAgendaFragment}
  ${meetingRolesFragment}
  ${movableMeetingFragment}
  ${commitmentListFragment}
  ${decisionListFragment}
  ${closeableMeetingFragment}
  ${afterMeetingFragment}
  ${goalsOfGroupFragment}
`;

export const meetingPageQuery: TypedDocumentNode<MeetingPageQuery, MeetingPageQueryVariables> = gql`
  query MeetingPage($id: ID!) {
    node(id: $id) {
      id
      ...MeetingPageParts @unmask
    }
  }
  ${meetingPageFragment}
`;

export const meetingUpdates: TypedDocumentNode<
  MeetingUpdatesSubscription,
  MeetingUpdatesSubscriptionVariables
> = gql`
  subscription MeetingUpdates($id: ID!) {
    meetingUpdates(meetingId: $id) {
      ...MeetingNews @unmask
      details {
        ...MeetingFacts
        ...EditableMeeting
        ...MovableMeeting
        ...EntryRights
        viewerCan {
          attend
          rsvp
          rsvpForOthers
          correctAttendance
          commit
        }
      }
      attendance {
        id
        viewerRsvp
        viewerRsvpNote
        ...AttendanceCorrections
      }
      checkIns {
        id
        viewerCheckIn {
          id
        }
        checkIns {
          id
        }
      }
      changedCheckIns {
        ...CheckInEntry
      }
      topics {
        id
        topics {
          id
          place
          reason {
            kind
            months
          }
        }
      }
      changedTopics {
        ...TopicEntry
      }
      afterParty {
        ...AfterParty
      }
      roles {
        ...RoleList
      }
      minutes {
        ...AfterMeeting
        ...GoalsOfGroup
      }
    }
  }
  ${meetingNews}
  ${meetingFacts}
  ${editableMeetingFragment}
  ${movableMeetingFragment}
  ${entryRights}
  ${attendanceCorrections}
  ${remarkPage}
  ${checkInEntry}
  ${topicEntry}
  ${afterPartyFragment}
  ${roleListFragment}
  ${afterMeetingFragment}
  ${goalsOfGroupFragment}
`;

export function MeetingPage(): ReactNode {
  const { t } = useTranslation(['meetings', 'minutes']);
  const [now] = useState(serverTime);
  const language = useLanguage();
  const to = useTenantPath();
  const id = useParams()['id']!;
  const { data, error, refetch } = useQuery(meetingPageQuery, { variables: { id } });
  useMeetingUpdates(meetingUpdates, { id });
  const meeting = data?.node?.__typename === 'Meeting' ? data.node : null;
  if (data && !meeting) return <NotFound />;
  if (!meeting)
    return (
      <Page title={t('title')}>
        {error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons />}
      </Page>
    );
  const repeats = Boolean(meeting.series?.rule);
  const { status } = meeting;
  const isAhead = status === 'SCHEDULED';
  const isOpen = status === 'OPEN';
  const isOver = status === 'CLOSED';
  return (
    <Page title={meeting.title}>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {status === 'CANCELLED' && (
        <Alert color="red" title={t('cancelledBecause')}>
          {meeting.cancelReason && t('reason', { reason: meeting.cancelReason })}
        </Alert>
      )}
      {isOpen && <LiveMeeting meeting={meeting} />}
      <Paper>
        <Stack gap="md">
          <Stack gap={4}>
            <Group gap="sm">
              <Anchor component={Link} to={to(`/groups/${meeting.group.id}`)} py={6}>
                {meeting.group.name}
              </Anchor>
              <MeetingStatusBadge status={status} />
            </Group>
            <Text fw={700} size="lg">
              {dateSpan(meeting, language)}
            </Text>
            <MeetingPlace format={meeting.format} place={meeting.place} />
          </Stack>
          <JoinOnline meeting={meeting} sayWhen />
          {!isOpen && <RsvpToMeeting meeting={meeting} />}
          <AddToCalendar meeting={meeting} />
        </Stack>
      </Paper>
      {!isOpen && <LiveMeeting meeting={meeting} />}
      <AfterMeeting meeting={meeting} />
      {isOver && now.getTime() - Date.parse(meeting.startsAt) > days(364) && (
        <Suspense fallback={null}>
          <LookBack meetingId={meeting.id} />
        </Suspense>
      )}
      {(isOpen || isOver) && (
        <>
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
            <CommitmentList meeting={meeting} />
            <DecisionList meeting={meeting} />
          </SimpleGrid>
          <Recording meeting={meeting} canRun={meeting.viewerCan.run} />
        </>
      )}
      <Folded key={status} isFolded={isOver} label={t('minutes:prepared')}>
        <Suspense fallback={<CardSkeletons count={2} />}>
          <Preparation meetingId={meeting.id} />
        </Suspense>
      </Folded>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        {isAhead && (
          <CommitmentList meeting={meeting} isToCome={Date.parse(meeting.startsAt) > now.getTime()} />
        )}
        {(isAhead || isOpen) && <GoalsOfGroup meeting={meeting} />}
        <Agenda meeting={meeting} />
        <AttendeeList meeting={meeting} />
        <AfterParty meeting={meeting} />
        <MeetingRoles meeting={meeting} />
      </SimpleGrid>
      {(isOpen || isAhead) && (
        <Group>
          <CloseMeeting meeting={meeting} />
        </Group>
      )}
      {meeting.viewerCan.edit && (
        <Paper component="section" aria-labelledby="manage">
          <Stack gap="md">
            <Title order={2} size="h3" id="manage">
              {t('manage')}
            </Title>
            <Group gap="sm">
              <EditMeeting meeting={meeting} />
              <RescheduleMeeting meeting={meeting} />
              {isAhead && <EditAgenda meeting={meeting} />}
              {isAhead && repeats && (
                <Button component={Link} to={to(`/meetings/${meeting.id}/series`)} variant="default">
                  {t('changeSeries')}
                </Button>
              )}
              <CancelMeeting meetingId={meeting.id} version={meeting.version} repeats={repeats} />
            </Group>
          </Stack>
        </Paper>
      )}
    </Page>
  );
}

interface FoldedProps {
  readonly isFolded: boolean;
  readonly label: string;
  readonly children: ReactNode;
}

/** What was for before the meeting is a tap away after it; a link to a place in it opens it. */
function Folded({ isFolded, label, children }: FoldedProps): ReactNode {
  const { hash } = useLocation();
  const [open, setOpen] = useState(!isFolded || hash !== '');
  if (!isFolded) return children;
  return (
    <>
      <Group>
        <Button
          variant="default"
          aria-expanded={open}
          leftSection={open ? <IconChevronUp aria-hidden /> : <IconChevronDown aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {label}
        </Button>
      </Group>
      {open && children}
    </>
  );
}
