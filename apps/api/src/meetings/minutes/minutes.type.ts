import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId, type Instant, type MemberId } from '@yoriai/domain/kernel';
import { readMinutes, type Correction, type Minutes, type MinutesContent } from '@yoriai/domain/meetings';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime, LocalDateTime, PlainDateScalar, TimeZoneScalar } from '../../platform/graphql/scalars.js';
import { CommitmentStatus } from '../commitments/commitment.type.js';
import { hashOf } from './close-meeting.js';

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
  id: publicId('Correction', id),
  text,
  at,
  memberId: authorId,
});

@ObjectType('Minutes', { description: 'Sealed when the meeting was closed; corrections are appended' })
@Rule('parent')
export class MinutesType {
  @Field(() => String) title!: string;
  @Field(() => LocalDateTime) startsAtLocal!: string;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => String, { nullable: true }) place!: string | null;
  @Field(() => Int, { nullable: true, description: 'null where none was marked as there' })
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
