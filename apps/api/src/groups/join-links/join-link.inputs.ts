import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { groupLimits } from '@yoriai/domain/groups';

@InputType()
export class CreateJoinLinkInput {
  @Field(() => ID) groupId!: string;
  @Field(() => Int, { nullable: true, defaultValue: groupLimits.joinLinkDays.usual }) days?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class JoinByCodeInput {
  @Field(() => String) code!: string;
  @Field(() => String) email!: string;
  @Field(() => String, { description: 'the six digits from the mail' }) mailCode!: string;
  @Field(() => String) displayName!: string;
  @Field(() => String, { nullable: true }) kana?: string | null;
  @Field(() => String, { nullable: true }) businessName?: string | null;
  @Field(() => String, { nullable: true }) industry?: string | null;
}
