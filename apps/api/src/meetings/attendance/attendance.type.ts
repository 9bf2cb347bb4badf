import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { publicId, type Instant, type MemberId } from '@yoriai/domain/kernel';
import type { AttendanceCorrection } from '@yoriai/domain/meetings';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { Rsvp, RsvpNote } from '../meeting/meeting.type.js';

export enum Presence {
  PRESENT = 'PRESENT',
  ONLINE = 'ONLINE',
  ABSENT = 'ABSENT',
}

registerEnumType(Presence, { name: 'Presence' });

@ObjectType('Attendee')
@Rule('parent')
export class AttendeeType {
  @Field(() => Rsvp, { nullable: true }) rsvp!: `${Rsvp}` | null;
  @Field(() => RsvpNote, { nullable: true }) note!: `${RsvpNote}` | null;
  @Field(() => Boolean, { nullable: true }) attended!: boolean | null;
  @Field(() => Presence, { nullable: true }) presence!: `${Presence}` | null;
  @Field(() => Boolean) late!: boolean;
  readonly memberId!: MemberId;
}

@ObjectType('AttendanceCorrection')
@Rule('parent')
export class AttendanceCorrectionType {
  @Field(() => ID) id!: string;
  @Field(() => Presence, { nullable: true, description: 'what stood there before' })
  before!: `${Presence}` | null;
  @Field(() => Presence) presence!: `${Presence}`;
  @Field(() => Boolean) late!: boolean;
  @Field(() => DateTime) at!: Instant;
  readonly memberId!: MemberId;
  readonly correctedBy!: MemberId;
}

export const toAttendanceCorrectionType = (correction: AttendanceCorrection): AttendanceCorrectionType =>
  Object.assign(new AttendanceCorrectionType(), correction, {
    id: publicId('Correction', correction.id),
  });
