import { Field, ID, InputType } from '@nestjs/graphql';
import { Presence } from './attendance.type.js';

@InputType()
export class MarkAttendanceInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => ID, { nullable: true, description: 'the viewer unless said' }) memberId?: string | null;
  @Field(() => Presence, { nullable: true, description: 'null takes it back' }) presence?: Presence | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) late?: boolean | null;
}

@InputType()
export class CorrectAttendanceInput {
  @Field(() => ID) meetingId!: string;
  @Field(() => ID) memberId!: string;
  @Field(() => Presence) presence!: Presence;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) late?: boolean | null;
}
