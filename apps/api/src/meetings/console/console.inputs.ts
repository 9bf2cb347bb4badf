import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Instant } from '@yoriai/domain/kernel';
import { DateTime } from '../../platform/graphql/scalars.js';
import { RunAct } from './console.type.js';

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
  @Field(() => ID, { nullable: true, description: 'null when no one is speaking' }) memberId?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'when it was tapped, by the time of the server' })
  at?: Instant | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
