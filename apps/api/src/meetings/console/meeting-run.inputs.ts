import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Instant } from '@yoriai/domain/kernel';
import { DateTime } from '../../platform/graphql/scalars.js';
import { RunAct } from './meeting-run.type.js';
import { Presence } from '../meeting/meeting.type.js';

@InputType()
export class RunMeetingInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => RunAct) act!: RunAct;
  @Field(() => ID, { nullable: true, description: 'where GO_TO leads' }) stepId?: string | null;
  @Field(() => Int, { nullable: true, description: 'how much EXTEND adds' }) minutes?: number | null;
  @Field(() => DateTime, { nullable: true, description: 'when it was tapped, by the time of the server' })
  at?: Instant | null;
  @Field(() => Int, { nullable: true, description: 'the version of the run that was on the screen' })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class MarkSpeakerInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => ID, { nullable: true, description: 'null when nobody is speaking' }) memberId?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'when it was tapped, by the time of the server' })
  at?: Instant | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class MarkAttendanceInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => ID, { nullable: true, description: 'the viewer unless said' }) memberId?: string | null;
  @Field(() => Presence, { nullable: true, description: 'null takes it back' }) presence?: Presence | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) late?: boolean | null;
}

@InputType()
export class CorrectAttendanceInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => ID) memberId!: string;
  @Field(() => Presence) presence!: Presence;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) late?: boolean | null;
}

@InputType()
export class EnterAttendanceInput {
  @Field(() => ID) memberId!: string;
  @Field(() => Presence) presence!: Presence;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) late?: boolean | null;
}

@InputType()
export class EnterCommitmentInput {
  @Field(() => ID) ownerId!: string;
  @Field(() => String) statement!: string;
}

@InputType()
export class EnterMeetingInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => [EnterAttendanceInput]) present!: EnterAttendanceInput[];
  @Field(() => [String], { nullable: true, defaultValue: [] }) decisions?: string[] | null;
  @Field(() => [EnterCommitmentInput], {
    nullable: true,
    defaultValue: [],
    description: 'due on the day of the next meeting',
  })
  commitments?: EnterCommitmentInput[] | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
