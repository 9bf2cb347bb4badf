import { Field, ID, InputType } from '@nestjs/graphql';
import { Presence } from '../attendance/attendance.type.js';

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

@InputType()
export class CloseMeetingInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => [String], {
    nullable: true,
    defaultValue: [],
    description: 'decisions that were not recorded during the meeting',
  })
  decisions?: string[] | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class CorrectMinutesInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
