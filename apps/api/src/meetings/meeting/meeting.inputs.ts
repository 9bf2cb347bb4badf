import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Instant } from '@yoriai/domain/kernel';
import { PageArgs } from '../../platform/graphql/connection.js';
import { DateTime, LocalDateTime, TimeZoneScalar } from '../../platform/graphql/scalars.js';
import { MeetingFormat } from './meeting.type.js';
import { AgendaStepInput } from '../agendas/agenda.type.js';

@ArgsType()
export class MeetingsArgs extends PageArgs {
  @Field(() => ID, { nullable: true }) groupId?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'meetings that end after it' }) from?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: 'meetings that begin before it' })
  to?: Instant | null;
}

@InputType()
export class ScheduleMeetingsInput {
  @Field(() => ID) groupId!: string;
  @Field(() => String) title!: string;
  @Field(() => String, {
    nullable: true,
    description: 'RFC 5545 RRULE without DTSTART; null for a single meeting',
  })
  rule?: string | null;
  @Field(() => String, { description: 'YYYY-MM-DDTHH:mm in the time zone' }) startsAtLocal!: string;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => Int) durationMinutes!: number;
  @Field(() => MeetingFormat) format!: MeetingFormat;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => String, { nullable: true }) url?: string | null;
  @Field(() => String, { nullable: true }) agendaTemplate?: string | null;
  @Field(() => [LocalDateTime], {
    nullable: true,
    defaultValue: [],
    description: 'dates of the rule to leave out',
  })
  skip?: string[] | null;
  @Field(() => [LocalDateTime], {
    nullable: true,
    defaultValue: [],
    description: 'dates of the rule to hold a week later',
  })
  postpone?: string[] | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class EditMeetingInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => MeetingFormat, { nullable: true }) format?: MeetingFormat | null;
  @Field(() => String, { nullable: true, description: 'null takes it away' }) place?: string | null;
  @Field(() => String, { nullable: true, description: 'null takes it away' }) url?: string | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}

@InputType()
export class RescheduleMeetingInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => String, { description: 'YYYY-MM-DDTHH:mm in the time zone' }) startsAtLocal!: string;
  @Field(() => Int, { nullable: true }) durationMinutes?: number | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) andFollowing?: boolean | null;
  @Field(() => [LocalDateTime], {
    nullable: true,
    defaultValue: [],
    description: 'of those that follow, by the new rule: held a week later',
  })
  postpone?: string[] | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}

@InputType()
export class EditAgendaInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => [AgendaStepInput], { description: 'all of them, in their order' }) steps!: AgendaStepInput[];
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}
