import { Extensions, Field, ID, InputType } from '@nestjs/graphql';
import { rosterLimits } from '@yoriai/domain/people';
import type { TextExtensions } from '../../platform/graphql/variables.js';

/** In base64, with its line breaks, and long enough to be refused as too long. The only text of that size. */
const longestFile: TextExtensions & Record<string, unknown> = { longestText: 1.5 * rosterLimits.bytes };

@InputType()
export class RosterFileInput {
  @Field(() => String) fileName!: string;
  @Field(() => String) @Extensions(longestFile) base64!: string;
}

@InputType()
export class ImportRosterInput extends RosterFileInput {
  @Field(() => Boolean, { nullable: true, defaultValue: true }) sendInvitations?: boolean | null;
  @Field(() => ID, { nullable: true }) programmeId?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
