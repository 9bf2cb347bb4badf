import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { publicId, type Instant, type MemberId } from '@yoriai/domain/kernel';
import type { MeetingRun } from '@yoriai/domain/meetings';
import { Rule } from '../platform/graphql/rule.js';
import { DateTime } from '../platform/graphql/scalars.js';

export enum RunAct {
  NEXT = 'NEXT',
  SKIP = 'SKIP',
  BACK = 'BACK',
  GO_TO = 'GO_TO',
  PAUSE = 'PAUSE',
  RESUME = 'RESUME',
  EXTEND = 'EXTEND',
}
export enum RunStepState {
  WAITING = 'WAITING',
  DONE = 'DONE',
  SKIPPED = 'SKIPPED',
}
registerEnumType(RunAct, { name: 'RunAct' });
registerEnumType(RunStepState, { name: 'RunStepState' });

@ObjectType('RunStep')
@Rule('parent')
export class RunStepType {
  @Field(() => ID) stepId!: string;
  @Field(() => Float, { description: 'milliseconds counted for it up to `since` of the run' })
  spentMs!: number;
  @Field(() => Int) extraMinutes!: number;
  @Field(() => RunStepState) state!: `${RunStepState}`;
}

@ObjectType('MeetingRun', {
  description: 'The clock of a meeting: every screen counts from it by the time of the server (Query.now)',
})
@Rule('parent')
export class MeetingRunType {
  @Field(() => DateTime) startedAt!: Instant;
  @Field(() => ID, { nullable: true, description: 'the step that is on' }) stepId!: string | null;
  @Field(() => DateTime, { description: 'since when the clock has been going, or standing when paused' })
  since!: Instant;
  @Field(() => Boolean) paused!: boolean;
  @Field(() => Float) pausedMs!: number;
  @Field(() => Float, { description: 'milliseconds counted while no step was on' }) looseMs!: number;
  @Field(() => [RunStepType], { description: 'steps something has happened to' }) steps!: RunStepType[];
  @Field(() => Int) version!: number;
  readonly startedById!: MemberId;
}
export const toRunType = (run: MeetingRun): MeetingRunType => ({
  startedAt: run.startedAt,
  stepId: run.stepId && publicId('AgendaStep', run.stepId),
  since: run.since,
  paused: run.paused,
  pausedMs: run.pausedMs,
  looseMs: run.looseMs,
  steps: run.steps.map((step) => ({ ...step, stepId: publicId('AgendaStep', step.stepId) })),
  version: run.version,
  startedById: run.startedBy,
});

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
