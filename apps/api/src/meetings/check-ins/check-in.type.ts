import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { publicId, type Instant, type MemberId } from '@yoriai/domain/kernel';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime, PlainDateScalar, Yen } from '../../platform/graphql/scalars.js';
import type { SeenCheckIn } from './check-ins.store.js';

export enum CheckInVisibility {
  SELF = 'SELF',
  FACILITATOR = 'FACILITATOR',
  GROUP = 'GROUP',
}
registerEnumType(CheckInVisibility, { name: 'CheckInVisibility' });

@ObjectType('Figures')
@Rule('parent')
export class FiguresType {
  @Field(() => PlainDateScalar, { description: 'the first day of the month that they are of' })
  month!: string;
  @Field(() => Yen, { nullable: true }) salesYen!: number | null;
  @Field(() => Yen, { nullable: true }) grossProfitYen!: number | null;
  @Field(() => Int, { nullable: true }) customers!: number | null;
  @Field(() => Float, { nullable: true }) ownHours!: number | null;
}

@ObjectType('CheckIn', { implements: () => NodeType })
@Rule('parent')
export class CheckInType extends NodeType {
  @Field(() => CheckInVisibility) visibility!: `${CheckInVisibility}`;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => String, { nullable: true }) progress!: string | null;
  @Field(() => String, { nullable: true }) problem!: string | null;
  @Field(() => String, { nullable: true }) request!: string | null;
  @Field(() => Int, { nullable: true, description: '1 to 5, for those who may see it' }) mood!: number | null;
  @Field(() => FiguresType, { nullable: true, description: 'for those who may see them' })
  figures!: FiguresType | null;
  @Field(() => DateTime) createdAt!: Instant;
  @Field(() => DateTime) updatedAt!: Instant;
  @Field(() => Int) version!: number;
  readonly checkIn!: SeenCheckIn;
}
export const toCheckInType = (checkIn: SeenCheckIn): CheckInType =>
  Object.assign(new CheckInType(), {
    id: publicId('CheckIn', checkIn.id),
    visibility: checkIn.visibility,
    note: checkIn.note,
    progress: checkIn.progress,
    problem: checkIn.problem,
    request: checkIn.request,
    mood: checkIn.mood,
    figures: checkIn.figures,
    createdAt: checkIn.createdAt,
    updatedAt: checkIn.updatedAt,
    version: checkIn.version,
    checkIn,
  });

@ObjectType('Readiness')
@Rule('parent')
export class ReadinessType {
  readonly unanswered!: readonly MemberId[];
  readonly written!: readonly MemberId[];
  readonly notYet!: readonly MemberId[];
}
