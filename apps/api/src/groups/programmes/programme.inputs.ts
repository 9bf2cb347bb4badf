import { Field, InputType } from '@nestjs/graphql';
import { PlainDateScalar } from '../../platform/graphql/scalars.js';

@InputType()
export class CreateProgrammeInput {
  @Field(() => String) name!: string;
  @Field(() => PlainDateScalar) startsOn!: string;
  @Field(() => PlainDateScalar) endsOn!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
