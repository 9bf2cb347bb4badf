import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { publicId, type Instant, type TimeZone } from '@yoriai/domain/kernel';
import {
  isFull,
  nudgeReasonText,
  nudgeStates,
  type HelpAvailability,
  type NudgeState,
  type SupportNudge,
} from '@yoriai/domain/support';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import type { SeenRequest } from '../requests/support-requests.store.js';

export const NudgeStateEnum = Object.fromEntries(nudgeStates.map((state) => [state, state])) as Record<
  NudgeState,
  NudgeState
>;
registerEnumType(NudgeStateEnum, { name: 'NudgeState' });

@ObjectType('SupportNudge', { implements: () => NodeType })
@Rule('parent')
export class SupportNudgeType extends NodeType {
  @Field(() => String, { description: 'why this person was asked, in their language' }) reason!: string;
  @Field(() => NudgeStateEnum) state!: NudgeState;
  @Field(() => DateTime) askedAt!: Instant;
}
export const toNudgeType = (nudge: SupportNudge, locale: 'ja' | 'en'): SupportNudgeType =>
  Object.assign(new SupportNudgeType(), {
    id: publicId('SupportNudge', nudge.id),
    reason: nudgeReasonText(nudge.reason, locale),
    state: nudge.state,
    askedAt: nudge.askedAt,
  });

@ObjectType('SupportRequestForAsker', { description: 'what only the asker sees of their own request' })
@Rule('parent')
export class SupportRequestForAskerType {
  @Field(() => Boolean, { description: 'unanswered for so long that the facilitators were told' })
  waitedLong!: boolean;
  @Field(() => Boolean, { description: 'the question whether it is still open stands' })
  askedIfOpen!: boolean;
  request!: SeenRequest;
}

@ObjectType('HelpAvailability')
@Rule('parent')
export class HelpAvailabilityType {
  @Field(() => Boolean) fullThisMonth!: boolean;
  @Field(() => Boolean) willing!: boolean;
  @Field(() => Int) version!: number;
}
export const toAvailabilityType = (
  { fullMonth, willing, version }: HelpAvailability,
  now: Instant,
  zone: TimeZone,
): HelpAvailabilityType => ({ fullThisMonth: isFull({ fullMonth }, now, zone), willing, version });

@InputType()
export class SnoozeNudgeInput {
  @Field(() => ID) nudgeId!: string;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) fullThisMonth?: boolean | null;
}

@InputType()
export class ChangeHelpAvailabilityInput {
  @Field(() => Boolean, { nullable: true }) fullThisMonth?: boolean | null;
  @Field(() => Boolean, { nullable: true }) willing?: boolean | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}

@InputType()
export class AskSecondPersonInput {
  @Field(() => ID) requestId!: string;
  @Field(() => ID) memberId!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
