import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { publicId, type Instant } from '@yoriai/domain/kernel';
import type { Meeting, MeetingSeries } from '@yoriai/domain/meetings';
import { connectionOf } from '../../platform/graphql/connection.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime, LocalDateTime, TimeZoneScalar } from '../../platform/graphql/scalars.js';

export enum MeetingFormat {
  IN_PERSON = 'IN_PERSON',
  ONLINE = 'ONLINE',
  HYBRID = 'HYBRID',
}
export enum MeetingStatus {
  SCHEDULED = 'SCHEDULED',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
}
export enum Rsvp {
  YES = 'YES',
  NO = 'NO',
  ONLINE = 'ONLINE',
  ASYNC = 'ASYNC',
}
export enum RsvpNote {
  LATE = 'LATE',
  LEAVING_EARLY = 'LEAVING_EARLY',
}
registerEnumType(MeetingFormat, { name: 'MeetingFormat' });
registerEnumType(MeetingStatus, { name: 'MeetingStatus' });
registerEnumType(Rsvp, { name: 'Rsvp' });
registerEnumType(RsvpNote, { name: 'RsvpNote' });

@ObjectType('MeetingSeries', { implements: () => NodeType })
@Rule('parent')
export class MeetingSeriesType extends NodeType {
  @Field(() => String, { description: 'empty for a single meeting' }) rule!: string;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => String) title!: string;
  @Field(() => LocalDateTime) startsAtLocal!: string;
  @Field(() => Int) durationMinutes!: number;
  @Field(() => MeetingFormat) format!: Meeting['format'];
  @Field(() => String, { nullable: true }) place!: string | null;
  @Field(() => String, { nullable: true }) url!: string | null;
  @Field(() => Int) version!: number;
  readonly series!: MeetingSeries;
}
export const toSeriesType = (series: MeetingSeries): MeetingSeriesType =>
  Object.assign(new MeetingSeriesType(), {
    id: publicId('MeetingSeries', series.id),
    rule: series.rule ?? '',
    timeZone: series.timeZone,
    title: series.title,
    startsAtLocal: series.startsAtLocal,
    durationMinutes: series.durationMinutes,
    format: series.format,
    place: series.place,
    url: series.url,
    version: series.version,
    series,
  });

@ObjectType('MeetingAbilities')
@Rule('parent')
export class MeetingAbilitiesType {
  @Field(() => Boolean) edit!: boolean;
  @Field(() => Boolean) run!: boolean;
  @Field(() => Boolean) rsvp!: boolean;
  @Field(() => Boolean) checkIn!: boolean;
  @Field(() => Boolean) remark!: boolean;
  @Field(() => Boolean) takeTopic!: boolean;
  @Field(() => Boolean) seeReadiness!: boolean;
  @Field(() => Boolean) rsvpForOthers!: boolean;
  @Field(() => Boolean) commit!: boolean;
  @Field(() => Boolean, { description: 'can say now that they are there' }) attend!: boolean;
  @Field(() => Boolean, { description: 'who was there, after it was closed' }) correctAttendance!: boolean;
}

@ObjectType('Meeting', { implements: () => NodeType })
@Rule('parent')
export class MeetingType extends NodeType {
  @Field(() => String) title!: string;
  @Field(() => DateTime) startsAt!: Instant;
  @Field(() => DateTime) endsAt!: Instant;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => LocalDateTime) startsAtLocal!: string;
  @Field(() => Int) durationMinutes!: number;
  @Field(() => MeetingFormat) format!: Meeting['format'];
  @Field(() => String, { nullable: true }) place!: string | null;
  @Field(() => String, { nullable: true }) url!: string | null;
  @Field(() => MeetingStatus) status!: Meeting['status'];
  @Field(() => String, { nullable: true }) cancelReason!: string | null;
  @Field(() => Int) sequence!: number;
  @Field(() => Int) version!: number;
  readonly meeting!: Meeting;
}
export const toMeetingType = (meeting: Meeting): MeetingType =>
  Object.assign(new MeetingType(), {
    id: publicId('Meeting', meeting.id),
    title: meeting.title,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    timeZone: meeting.timeZone,
    startsAtLocal: meeting.startsAtLocal,
    durationMinutes: meeting.durationMinutes,
    format: meeting.format,
    place: meeting.place,
    url: meeting.url,
    status: meeting.status,
    cancelReason: meeting.cancelReason,
    sequence: meeting.sequence,
    version: meeting.version,
    meeting,
  });

@ObjectType()
@Rule('parent')
export class MeetingConnection extends connectionOf('Meeting', MeetingType) {}

@ObjectType('RsvpLinkPreview')
@Rule('public')
export class RsvpLinkPreviewType {
  @Field(() => ID) meetingId!: string;
  @Field(() => String) title!: string;
  @Field(() => String) groupName!: string;
  @Field(() => String) displayName!: string;
  @Field(() => DateTime) startsAt!: Instant;
  @Field(() => DateTime) endsAt!: Instant;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => MeetingFormat) format!: Meeting['format'];
  @Field(() => String, { nullable: true }) place!: string | null;
  @Field(() => Rsvp, { nullable: true }) rsvp!: `${Rsvp}` | null;
  @Field(() => Boolean) over!: boolean;
  @Field(() => Boolean) cancelled!: boolean;
  @Field(() => String, { nullable: true }) cancelReason!: string | null;
}
