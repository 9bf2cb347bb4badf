import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { publicId, type Instant, type MemberId } from '@yoriai/domain/kernel';
import type { Airtime, MeetingRun } from '@yoriai/domain/meetings';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';

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
export enum Evenness {
  EVEN = 'EVEN',
  MIXED = 'MIXED',
  UNEVEN = 'UNEVEN',
}
registerEnumType(RunAct, { name: 'RunAct' });
registerEnumType(RunStepState, { name: 'RunStepState' });
registerEnumType(Evenness, { name: 'Evenness' });

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

@ObjectType('Airtime', {
  description: 'how long a member has spoken in one step; for those who run the meeting',
})
@Rule('parent')
export class AirtimeType {
  @Field(() => ID, { nullable: true }) stepId!: string | null;
  @Field(() => Float, { description: 'milliseconds, without those since speakingSince' }) spentMs!: number;
  @Field(() => DateTime, { nullable: true }) speakingSince!: Instant | null;
  readonly memberId!: MemberId;
}
export const toAirtimeType = (airtime: Airtime): AirtimeType => ({
  ...airtime,
  stepId: airtime.stepId && publicId('AgendaStep', airtime.stepId),
});
