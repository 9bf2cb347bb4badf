import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { SupportType as SupportTypeName } from '@yoriai/domain/support';
import { SupportTypeEnum } from '../../support/requests/support-request.type.js';

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
  @Field(() => SafetyInput, { nullable: true, description: 'read by no one' }) safety?: SafetyInput | null;
  @Field(() => Boolean, { nullable: true, description: 'for the member who sat on the hot seat' })
  oneYearLater?: boolean | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
