import { Field, InputType, Int } from '@nestjs/graphql';

@InputType()
export class UpdateSettingsInput {
  @Field(() => Boolean, { nullable: true }) mailContent?: boolean | null;
  @Field(() => String, { nullable: true, description: 'HH:mm; null for none' }) quietFrom?: string | null;
  @Field(() => String, { nullable: true, description: 'HH:mm; null for none' }) quietTo?: string | null;
  @Field(() => [String], { nullable: true }) muted?: string[] | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}
