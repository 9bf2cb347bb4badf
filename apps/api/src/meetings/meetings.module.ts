import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import type { MeetingId } from '@yoriai/domain/kernel';
import type {
  CheckInId,
  CommitmentId,
  DecisionId,
  DatePollId,
  MeetingSeriesId,
  TopicId,
} from '@yoriai/domain/meetings';
import { Nodes } from '../platform/graphql/nodes.js';
import { AfterPartyAnswersResolver, AfterPartyResolver } from './after-party/after-party.resolver.js';
import { AgendaTemplatesResolver } from './agendas/agenda-templates.resolver.js';
import {
  AttendanceCorrectionResolver,
  AttendanceResolver,
  AttendeesResolver,
} from './attendance/attendance.resolver.js';
import { CalendarFeedResolver } from './calendars/calendar-feed.resolver.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { Calendars } from './calendars/calendars.js';
import { FollowMembership } from './calendars/follow-membership.job.js';
import { serveInvitations } from './calendars/notices.js';
import { toCheckInType } from './check-ins/check-in.type.js';
import { checkInById } from './check-ins/check-ins.loader.js';
import {
  CheckInsResolver,
  MeetingCheckInsResolver,
  ReadinessResolver,
} from './check-ins/check-ins.resolver.js';
import { toCommitmentType } from './commitments/commitment.type.js';
import { commitmentById } from './commitments/commitments.loader.js';
import {
  CommitmentsResolver,
  GroupCommitmentsResolver,
  MeetingCommitmentsResolver,
} from './commitments/commitments.resolver.js';
import './commitments/notices.js';
import { FollowCommitments, RemindOfCommitment } from './commitments/remind-of-commitment.job.js';
import { AirtimeResolver, ConsoleResolver, RunStarterResolver } from './console/console.resolver.js';
import { toDatePollType } from './date-polls/date-poll.type.js';
import {
  NotifyOfDatePolls,
  PushDatePolls,
  RemindOfDatePoll,
  ScheduleDatePollTimers,
} from './date-polls/date-polls.job.js';
import { datePollById } from './date-polls/date-polls.loader.js';
import { DatePollAnswersResolver, DatePollsResolver } from './date-polls/date-polls.resolver.js';
import './date-polls/notices.js';
import { DoubleBookingsResolver } from './meeting/double-bookings.resolver.js';
import { EditSeriesResolver } from './meeting/edit-series.resolver.js';
import { EndWithGroup } from './meeting/end-with-group.job.js';
import { KeepSeries } from './meeting/keep-series.job.js';
import { toMeetingType, toSeriesType } from './meeting/meeting.type.js';
import { meetingById, seriesById } from './meeting/meetings.loader.js';
import {
  GroupMeetingsResolver,
  MeetingSeriesResolver,
  MeetingsResolver,
} from './meeting/meetings.resolver.js';
import { serveAnswerLinks } from './meeting/notices.js';
import { NotifyAttendees } from './meeting/notify-attendees.job.js';
import { NotifyOfHandOver } from './meeting/notify-of-hand-over.job.js';
import { PushChanges } from './meeting/push-changes.job.js';
import { RsvpLink } from './meeting/rsvp-by-link.js';
import { RsvpLinkResolver } from './meeting/rsvp-by-link.resolver.js';
import {
  ClosingRoundsResolver,
  GoalOwnerResolver,
  GroupSafetyResolver,
  ReflectionAuthorResolver,
} from './minutes/closing-rounds.resolver.js';
import { toDecisionType } from './minutes/decision.type.js';
import { DecisionMeetingResolver, DecisionsResolver } from './minutes/decisions.resolver.js';
import { decisionById } from './minutes/minutes.loader.js';
import {
  CorrectionAuthorResolver,
  MeetingMinutesResolver,
  MinutesResolver,
} from './minutes/minutes.resolver.js';
import './minutes/notices.js';
import { ReleaseSafety } from './minutes/release-safety.job.js';
import { ScheduleSummary, SendSummary } from './minutes/send-summary.job.js';
import { AskToDeleteRecording, ForgetRecording } from './recordings/forget-recording.job.js';
import './recordings/notices.js';
import { RecordingsResolver } from './recordings/recordings.resolver.js';
import './remarks/notices.js';
import { NotifyOfRemark } from './remarks/notify-of-remark.job.js';
import { CheckInRemarksResolver, RemarksResolver, TopicRemarksResolver } from './remarks/remarks.resolver.js';
import './reminders/notices.js';
import { NudgeAttendees } from './reminders/nudge-attendees.job.js';
import { RemindAttendees } from './reminders/remind-attendees.job.js';
import { ScheduleNudges } from './reminders/schedule-nudges.job.js';
import { ScheduleReminders } from './reminders/schedule-reminders.job.js';
import {
  NotifyOfRoles,
  PassMeetingRolesOn,
  ScheduleRoleSuggestions,
  SuggestMeetingRoles,
} from './roles/meeting-roles.job.js';
import { MeetingRolesResolver, RoleHoldersResolver } from './roles/meeting-roles.resolver.js';
import './roles/notices.js';
import { LookBackTopicsResolver, LookBacksResolver } from './topics/look-backs.resolver.js';
import { RemindToLookBack } from './topics/remind-to-look-back.job.js';
import { toTopicType } from './topics/topic.type.js';
import { topicById } from './topics/topics.loader.js';
import { MeetingTopicsResolver, TopicsResolver } from './topics/topics.resolver.js';

const resolvers = [
  AfterPartyAnswersResolver,
  AfterPartyResolver,
  AgendaTemplatesResolver,
  AirtimeResolver,
  AttendanceCorrectionResolver,
  AttendanceResolver,
  AttendeesResolver,
  CalendarFeedResolver,
  CheckInRemarksResolver,
  CheckInsResolver,
  ClosingRoundsResolver,
  CommitmentsResolver,
  ConsoleResolver,
  CorrectionAuthorResolver,
  DatePollAnswersResolver,
  DatePollsResolver,
  DecisionMeetingResolver,
  DecisionsResolver,
  DoubleBookingsResolver,
  EditSeriesResolver,
  GoalOwnerResolver,
  GroupCommitmentsResolver,
  GroupMeetingsResolver,
  GroupSafetyResolver,
  LookBackTopicsResolver,
  LookBacksResolver,
  MeetingCheckInsResolver,
  MeetingCommitmentsResolver,
  MeetingMinutesResolver,
  MeetingRolesResolver,
  MeetingSeriesResolver,
  MeetingTopicsResolver,
  MeetingsResolver,
  MinutesResolver,
  ReadinessResolver,
  RecordingsResolver,
  ReflectionAuthorResolver,
  RemarksResolver,
  RoleHoldersResolver,
  RsvpLinkResolver,
  RunStarterResolver,
  TopicRemarksResolver,
  TopicsResolver,
];
const jobs = [
  AskToDeleteRecording,
  EndWithGroup,
  FollowCommitments,
  FollowMembership,
  ForgetRecording,
  KeepSeries,
  NotifyAttendees,
  NotifyOfDatePolls,
  NotifyOfHandOver,
  NotifyOfRemark,
  NotifyOfRoles,
  NudgeAttendees,
  PassMeetingRolesOn,
  PushChanges,
  PushDatePolls,
  ReleaseSafety,
  RemindAttendees,
  RemindOfCommitment,
  RemindOfDatePoll,
  RemindToLookBack,
  ScheduleDatePollTimers,
  ScheduleNudges,
  ScheduleReminders,
  ScheduleRoleSuggestions,
  ScheduleSummary,
  SendSummary,
  SuggestMeetingRoles,
];

@Module({
  controllers: [CalendarsController],
  providers: [Calendars, RsvpLink, ...resolvers, ...jobs],
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
    serveAnswerLinks(this.links);
    serveInvitations(this.calendars);
  }
}
