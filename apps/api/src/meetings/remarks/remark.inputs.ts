import { InputType, Field, ID } from '@nestjs/graphql';

@InputType()
export class MakeRemarkInput {
  @Field(() => ID, { nullable: true, description: 'the note that is answered …' }) checkInId?: string | null;
  @Field(() => ID, { nullable: true, description: '… or the topic' }) topicId?: string | null;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
