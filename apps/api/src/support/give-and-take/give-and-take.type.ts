import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { publicId, type Instant, type MemberId, type PlainDate } from '@yoriai/domain/kernel';
import { flagStates, type FlagState, type GiveAndTakeFlag } from '@yoriai/domain/support';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime, PlainDateScalar } from '../../platform/graphql/scalars.js';

export const FlagStateEnum = Object.fromEntries(flagStates.map((state) => [state, state])) as Record<
  FlagState,
  FlagState
>;
registerEnumType(FlagStateEnum, { name: 'GiveAndTakeFlagState' });

@ObjectType('GiveAndTake', {
  description: 'one’s own half year, for those who ask for it: counts, never a ratio',
})
@Rule('parent')
export class GiveAndTakeType {
  @Field(() => Int) helped!: number;
  @Field(() => Int, { description: 'without what was asked for without a name' }) wasHelped!: number;
  @Field(() => DateTime) from!: Instant;
  @Field(() => PlainDateScalar, { nullable: true, description: '大変な時期, noted by oneself' })
  hardTimeSince!: PlainDate | null;
}

@ObjectType('GiveAndTakeFlag', {
  implements: () => NodeType,
  description: 'a private prompt to those who facilitated at that time',
})
@Rule('parent')
export class GiveAndTakeFlagType extends NodeType {
  @Field(() => FlagStateEnum) state!: FlagState;
  @Field(() => DateTime) createdAt!: Instant;
  @Field(() => Int) version!: number;
  readonly flag!: GiveAndTakeFlag;
}
export const toFlagType = (flag: GiveAndTakeFlag): GiveAndTakeFlagType =>
  Object.assign(new GiveAndTakeFlagType(), {
    id: publicId('GiveAndTakeFlag', flag.id),
    state: flag.state,
    createdAt: flag.createdAt,
    version: flag.version,
    flag,
  });

@ObjectType('HardTime', { description: '大変な時期, as noted by a facilitator' })
@Rule('parent')
export class HardTimeType {
  @Field(() => PlainDateScalar) since!: PlainDate;
  memberId!: MemberId;
}

@InputType()
export class PutFlagAsideInput {
  @Field(() => ID) flagId!: string;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}

@InputType()
export class NoteHardTimeInput {
  @Field(() => ID, {
    nullable: true,
    description: 'with memberId, by a facilitator; both absent: for oneself',
  })
  groupId?: string | null;
  @Field(() => ID, { nullable: true }) memberId?: string | null;
  @Field(() => PlainDateScalar, { nullable: true, description: 'null takes it back' })
  since?: PlainDate | null;
}
