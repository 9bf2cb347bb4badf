import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Yen } from '../../platform/graphql/scalars.js';
import { CheckInVisibility } from './check-in.type.js';

@InputType()
export class FiguresInput {
  @Field(() => Yen, { nullable: true }) salesYen?: number | null;
  @Field(() => Yen, { nullable: true }) grossProfitYen?: number | null;
  @Field(() => Int, { nullable: true }) customers?: number | null;
  @Field(() => Float, { nullable: true }) ownHours?: number | null;
}

@InputType()
export class SubmitCheckInInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => String, { nullable: true, description: 'the one box' }) note?: string | null;
  @Field(() => String, { nullable: true }) progress?: string | null;
  @Field(() => String, { nullable: true }) problem?: string | null;
  @Field(() => String, { nullable: true }) request?: string | null;
  @Field(() => Int, { nullable: true, description: '1 to 5' }) mood?: number | null;
  @Field(() => FiguresInput, { nullable: true }) figures?: FiguresInput | null;
  @Field(() => CheckInVisibility, {
    nullable: true,
    description: 'GROUP unless said; what was written before keeps its own',
  })
  visibility?: `${CheckInVisibility}` | null;
  @Field(() => CheckInVisibility, {
    nullable: true,
    description: 'FACILITATOR unless said, never wider than the note',
  })
  moodVisibility?: `${CheckInVisibility}` | null;
  @Field(() => CheckInVisibility, {
    nullable: true,
    description: 'FACILITATOR unless said, never wider than the note',
  })
  figuresVisibility?: `${CheckInVisibility}` | null;
  @Field(() => Int, { nullable: true, description: '0: none is known yet' }) expectedVersion?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
