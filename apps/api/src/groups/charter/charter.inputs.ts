import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType()
export class AmendCharterInput {
  @Field(() => ID) groupId!: string;
  @Field(() => [String]) clauses!: string[];
  @Field(() => Int) expectedVersion!: number;
}
