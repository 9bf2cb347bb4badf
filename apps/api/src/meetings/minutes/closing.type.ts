import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { publicId, type Instant, type MemberId } from '@yoriai/domain/kernel';
import {
  readMinutes,
  type ClosingRound,
  type Correction,
  type Minutes,
  type MinutesContent,
} from '@yoriai/domain/meetings';
import type { SupportType as SupportTypeName } from '@yoriai/domain/support';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime, LocalDateTime, PlainDateScalar, TimeZoneScalar } from '../../platform/graphql/scalars.js';
import { SupportTypeEnum } from '../../support/requests/support-request.type.js';
import type { GoalOfMember, Reflection } from './closing-rounds.store.js';
import { hashOf } from './close-meeting.js';
import { CommitmentStatus } from '../commitments/commitment.type.js';

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

@InputType({ description: 'How it felt, 1 (not at all) to 5 (very much). Not validated.' })
export class SafetyInput {
  @Field(() => Int, { description: 'I could say what I wanted to say' }) spoke!: number;
  @Field(() => Int, { description: 'it felt safe to speak of troubles and mistakes' }) safe!: number;
  @Field(() => Int, { description: 'I was listened to' }) heard!: number;
}

@InputType({ description: 'The whole round: what is missing or empty is taken away' })
export class ClosingRoundInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => String, { nullable: true, description: 'read by the group' }) plus?: string | null;
  @Field(() => String, { nullable: true, description: 'read by the facilitators' }) delta?: string | null;
  @Field(() => String, { nullable: true, description: 'read by the group' }) takeAway?: string | null;
  @Field(() => String, { nullable: true, description: 'next month’s goal, read by the group' })
  goal?: string | null;
  @Field(() => SupportTypeEnum, { nullable: true }) goalWanted?: SupportTypeName | null;
  @Field(() => SafetyInput, { nullable: true, description: 'read by nobody' }) safety?: SafetyInput | null;
  @Field(() => Boolean, { nullable: true, description: 'for whoever sat on the hot seat' })
  oneYearLater?: boolean | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ObjectType('MinutesCommitment')
@Rule('parent')
export class MinutesCommitmentType {
  @Field(() => String) owner!: string;
  @Field(() => String) statement!: string;
  @Field(() => PlainDateScalar) dueOn!: string;
}
@ObjectType('MinutesSettlement')
@Rule('parent')
export class MinutesSettlementType {
  @Field(() => String) owner!: string;
  @Field(() => String) statement!: string;
  @Field(() => CommitmentStatus) status!: MinutesContent['settled'][number]['status'];
}

@ObjectType('MinutesCorrection')
@Rule('parent')
export class MinutesCorrectionType {
  @Field(() => ID) id!: string;
  @Field(() => String) text!: string;
  @Field(() => DateTime) at!: Instant;
  readonly memberId!: MemberId;
}
export const toCorrectionType = ({ id, text, at, authorId }: Correction): MinutesCorrectionType => ({
  ...{ id: publicId('Correction', id), text, at, memberId: authorId },
});

@ObjectType('Minutes', { description: 'Sealed when the meeting was closed; corrections are appended' })
@Rule('parent')
export class MinutesType {
  @Field(() => String) title!: string;
  @Field(() => LocalDateTime) startsAtLocal!: string;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => String, { nullable: true }) place!: string | null;
  @Field(() => Int, { nullable: true, description: 'null where nobody was marked as there' })
  present!: number | null;
  @Field(() => Int) invited!: number;
  @Field(() => [String]) decisions!: readonly string[];
  @Field(() => [MinutesCommitmentType]) made!: readonly MinutesCommitmentType[];
  @Field(() => [MinutesSettlementType]) settled!: readonly MinutesSettlementType[];
  @Field(() => Int, { description: 'one more each time it was closed again' }) edition!: number;
  @Field(() => DateTime) sealedAt!: Instant;
  @Field(() => String, { description: 'SHA-256 of the sealed text' }) hash!: string;
  @Field(() => Boolean, { description: 'the text still has that hash' }) intact!: boolean;
  readonly minutes!: Minutes;
}
export const toMinutesType = (minutes: Minutes): MinutesType => ({
  ...readMinutes(minutes),
  edition: minutes.edition,
  sealedAt: minutes.sealedAt,
  hash: minutes.hash,
  intact: hashOf(minutes.text) === minutes.hash,
  minutes,
});

@ObjectType('Safety')
@Rule('parent')
export class SafetyType {
  @Field(() => Int) spoke!: number;
  @Field(() => Int) safe!: number;
  @Field(() => Int) heard!: number;
}

@ObjectType('ClosingRound', { description: 'One’s own' })
@Rule('parent')
export class ClosingRoundType {
  @Field(() => DateTime) endsAt!: Instant;
  @Field(() => Boolean) open!: boolean;
  @Field(() => Boolean, { description: 'goal and safety are asked of those who take part' })
  takesPart!: boolean;
  @Field(() => Boolean, { description: 'one sat on the hot seat, and may have it come back in a year' })
  asksOneYearLater!: boolean;
  @Field(() => String, { nullable: true }) plus!: string | null;
  @Field(() => String, { nullable: true }) delta!: string | null;
  @Field(() => String, { nullable: true }) takeAway!: string | null;
  @Field(() => String, { nullable: true }) goal!: string | null;
  @Field(() => SupportTypeEnum, { nullable: true }) goalWanted!: SupportTypeName | null;
  @Field(() => SafetyType, { nullable: true }) safety!: SafetyType | null;
  @Field(() => Boolean, { nullable: true }) oneYearLater!: boolean | null;
  @Field(() => Int, { description: '0 before anything was written' }) version!: number;
}
export const toClosingRoundType = (
  { goal, ...round }: ClosingRound & { readonly version: number },
  about: Pick<ClosingRoundType, 'endsAt' | 'open' | 'takesPart' | 'asksOneYearLater'>,
): ClosingRoundType => ({ ...round, ...about, goal: goal?.text ?? null, goalWanted: goal?.wanted ?? null });

export enum ReflectionKind {
  PLUS = 'PLUS',
  DELTA = 'DELTA',
  TAKE_AWAY = 'TAKE_AWAY',
}
registerEnumType(ReflectionKind, { name: 'ReflectionKind' });

@ObjectType('Reflection')
@Rule('parent')
export class ReflectionType {
  @Field(() => ReflectionKind) kind!: Reflection['kind'];
  @Field(() => String) text!: string;
  readonly memberId!: MemberId;
}

@ObjectType('Goal', { description: '来月の目標' })
@Rule('parent')
export class GoalType {
  @Field(() => String) text!: string;
  @Field(() => SupportTypeEnum, { nullable: true }) wanted!: SupportTypeName | null;
  readonly memberId!: MemberId;
}
export const toGoalType = ({ text, wanted, memberId }: GoalOfMember): GoalType => ({
  ...{ text, wanted, memberId },
});

@ObjectType('SafetyOfGroup', {
  description:
    'The means of one meeting, from five answers on; replaced only when five further people have answered',
})
@Rule('parent')
export class SafetyOfGroupType {
  @Field(() => Int) n!: number;
  @Field(() => Float) spoke!: number;
  @Field(() => Float) safe!: number;
  @Field(() => Float) heard!: number;
}
