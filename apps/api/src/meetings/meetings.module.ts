import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import type { MeetingId } from '@yoriai/domain/kernel';
import type {
  CheckInId,
  CommitmentId,
  DecisionId,
  DatePollId,
  MeetingEventName,
  MeetingSeriesId,
  TopicId,
} from '@yoriai/domain/meetings';
import { Nodes } from '../platform/graphql/nodes.js';
import { AskToRun } from './console/ask-to-run.job.js';
import { AfterPartyAnswersResolver, AfterPartyResolver } from './after-party/after-party.resolver.js';
import { AgendaResolver } from './agendas/agenda.resolver.js';
import { CalendarFeedResolver } from './calendars/calendar-feed.resolver.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { Calendars } from './calendars/calendars.js';
import {
  ClosingResolver,
  CorrectionAuthorResolver,
  GoalOwnerResolver,
  GroupSafetyResolver,
  MinutesResolver,
  ReflectionAuthorResolver,
} from './minutes/closing.resolver.js';
import { toCommitmentType } from './commitments/commitment.type.js';
import {
  CommitmentsResolver,
  GroupCommitmentsResolver,
  MeetingCommitmentsResolver,
} from './commitments/commitments.resolver.js';
import { toDecisionType } from './minutes/decision.type.js';
import { DecisionMeetingResolver, DecisionsResolver } from './minutes/decisions.resolver.js';
import {
  EndDatePoll,
  PlanDatePollAlarms,
  PushDatePolls,
  TellOfDatePolls,
} from './date-polls/date-polls.job.js';
import { toDatePollType } from './date-polls/date-poll.type.js';
import { datePollById } from './date-polls/date-polls.loader.js';
import { DatePollAnswersResolver, DatePollsResolver } from './date-polls/date-polls.resolver.js';
import './date-polls/describe-date-polls.js';
import './roles/describe-roles.js';
import { serveMeetingMails } from './meeting/describe-meetings.js';
import { EditSeriesResolver } from './meeting/edit-series.resolver.js';
import './minutes/describe-follow-up.js';
import { EndWithGroup } from './meeting/end-with-group.job.js';
import { AskToDeleteRecording, ForgetRecording } from './console/forget-recording.job.js';
import { DoubleBookingsResolver } from './meeting/double-bookings.resolver.js';
import { FollowMembership } from './meeting/follow-membership.job.js';
import { LookBack, PlanSummary, ReleaseSafety, SendSummary } from './minutes/follow-up-meeting.job.js';
import { KeepSeries } from './meeting/keep-series.job.js';
import {
  AirtimeResolver,
  AttendanceCorrectionResolver,
  MeetingRunPeopleResolver,
  MeetingRunResolver,
} from './console/meeting-run.resolver.js';
import { PassRolesOn, PlanRoles, SuggestRoles, TellOfRoles } from './roles/meeting-roles.job.js';
import { LookBackResolver, LookBackTopicsResolver } from './commitments/look-back.resolver.js';
import { MeetingRolesResolver, RoleHoldersResolver } from './roles/meeting-roles.resolver.js';
import { toMeetingType, toSeriesType } from './meeting/meeting.type.js';
import { commitmentById, decisionById, meetingById, seriesById } from './meeting/meetings.loader.js';
import {
  AttendeesResolver,
  GroupMeetingsResolver,
  MeetingSeriesResolver,
  MeetingsResolver,
} from './meeting/meetings.resolver.js';
import { NudgeAttendees } from './meeting/nudge-attendees.job.js';
import { PlanNudges } from './meeting/plan-nudges.job.js';
import { PlanReminders } from './meeting/plan-reminders.job.js';
import { checkInById, topicById } from './check-ins/preparation.loader.js';
import { preparationResolvers } from './check-ins/preparation.resolver.js';
import { toCheckInType, toTopicType } from './check-ins/preparation.type.js';
import { PushChanges } from './meeting/push-changes.job.js';
import { RemindAttendees } from './meeting/remind-attendees.job.js';
import { FollowCommitments, RemindOfCommitment } from './commitments/remind-of-commitment.job.js';
import { RsvpLink } from './meeting/rsvp-link.js';
import { RsvpLinkResolver } from './meeting/rsvp-link.resolver.js';
import { TellOfMeetings } from './meeting/tell-of-meetings.job.js';
import { TellOfRemarks } from './check-ins/tell-of-remarks.job.js';
import './check-ins/describe-remarks.js';

/** What nobody but the audit trail reads. */
export const unreadMeetingEvents = [
  'check-in.kept',
  'check-in.withdrawn',
  'calendar-feed.created',
  'calendar-feed.revoked',
] as const satisfies readonly MeetingEventName[];

@Module({
  controllers: [CalendarsController],
  providers: [
    ...[MeetingsResolver, AttendeesResolver, MeetingSeriesResolver, GroupMeetingsResolver],
    ...[RsvpLink, RsvpLinkResolver, Calendars, CalendarFeedResolver],
    ...[
      CommitmentsResolver,
      MeetingCommitmentsResolver,
      GroupCommitmentsResolver,
      DecisionsResolver,
      DecisionMeetingResolver,
    ],
    ...[
      MeetingRunResolver,
      MeetingRunPeopleResolver,
      AirtimeResolver,
      DoubleBookingsResolver,
      AttendanceCorrectionResolver,
    ],
    ...[AskToRun, ForgetRecording, AskToDeleteRecording],
    ...preparationResolvers,
    ...[AfterPartyResolver, AfterPartyAnswersResolver, TellOfRemarks],
    ...[PlanNudges, NudgeAttendees],
    ...[AgendaResolver, EditSeriesResolver, MeetingRolesResolver, RoleHoldersResolver],
    ...[DatePollsResolver, DatePollAnswersResolver],
    ...[TellOfDatePolls, PlanDatePollAlarms, EndDatePoll, PushDatePolls],
    ...[PlanRoles, SuggestRoles, TellOfRoles, PassRolesOn],
    ...[
      ClosingResolver,
      MinutesResolver,
      CorrectionAuthorResolver,
      ReflectionAuthorResolver,
      GoalOwnerResolver,
    ],
    ...[LookBackResolver, LookBackTopicsResolver],
    ...[GroupSafetyResolver, FollowCommitments, RemindOfCommitment],
    ...[PlanSummary, SendSummary, LookBack, ReleaseSafety],
    ...[
      PlanReminders,
      RemindAttendees,
      TellOfMeetings,
      FollowMembership,
      KeepSeries,
      EndWithGroup,
      PushChanges,
    ],
  ],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    @Inject(Nodes) private readonly nodes: Nodes,
    @Inject(Calendars) private readonly calendars: Calendars,
    @Inject(RsvpLink) private readonly links: RsvpLink,
  ) {}

  onModuleInit(): void {
    this.nodes.add('Meeting', async (context, id) => {
      const meeting = await context.load(meetingById, id as MeetingId);
      return meeting && toMeetingType(meeting);
    });
    this.nodes.add('MeetingSeries', async (context, id) => {
      const series = await context.load(seriesById, id as MeetingSeriesId);
      return series && toSeriesType(series);
    });
    this.nodes.add('Decision', async (context, id) => {
      const decision = await context.load(decisionById, id as DecisionId);
      return decision && toDecisionType(decision);
    });
    this.nodes.add('Commitment', async (context, id) => {
      const commitment = await context.load(commitmentById, id as CommitmentId);
      return commitment && toCommitmentType(commitment);
    });
    this.nodes.add('CheckIn', async (context, id) => {
      const checkIn = await context.load(checkInById, id as CheckInId);
      return checkIn && toCheckInType(checkIn);
    });
    this.nodes.add('Topic', async (context, id) => {
      const topic = await context.load(topicById, id as TopicId);
      return topic && toTopicType(topic);
    });
    this.nodes.add('DatePoll', async (context, id) => {
      const poll = await context.load(datePollById, id as DatePollId);
      return poll && toDatePollType(poll);
    });
    serveMeetingMails({ calendars: this.calendars, links: this.links });
  }
}
