import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Rule } from '../../platform/graphql/rule.js';
import type { MeetingPart, MeetingUpdated } from '../meeting/meeting-topic.js';
import { MeetingType } from '../meeting/meeting.type.js';

@ObjectType('MeetingUpdate', {
  description:
    'what changed in one meeting, as the viewer may see it: the meeting under the name of each part that changed, to ask for what belongs to that part; null or empty where nothing did',
})
@Rule('parent')
export class MeetingUpdateType implements Record<MeetingPart, MeetingType | null> {
  @Field(() => ID) meetingId!: string;
  @Field(() => MeetingType, { nullable: true, description: 'title, times, place, state' })
  details!: MeetingType | null;
  @Field(() => MeetingType, { nullable: true, description: 'its steps' }) agenda!: MeetingType | null;
  @Field(() => MeetingType, { nullable: true, description: 'the viewer’s own answer and what was corrected' })
  attendance!: MeetingType | null;
  @Field(() => MeetingType, { nullable: true, description: 'its clock and airtime' })
  run!: MeetingType | null;
  @Field(() => MeetingType, { nullable: true, description: 'which there are, and in which order' })
  checkIns!: MeetingType | null;
  @Field(() => MeetingType, { nullable: true, description: 'which there are, and in which order' })
  topics!: MeetingType | null;
  @Field(() => MeetingType, { nullable: true, description: 'which there are, and the group’s average' })
  commitments!: MeetingType | null;
  @Field(() => MeetingType, { nullable: true, description: 'which there are, and in which order' })
  decisions!: MeetingType | null;
  @Field(() => MeetingType, { nullable: true }) afterParty!: MeetingType | null;
  @Field(() => MeetingType, { nullable: true }) roles!: MeetingType | null;
  @Field(() => MeetingType, { nullable: true }) recording!: MeetingType | null;
  @Field(() => MeetingType, { nullable: true, description: 'what was corrected in them' })
  minutes!: MeetingType | null;
  readonly seen!: MeetingType;
  readonly updated!: MeetingUpdated;
}

/** Every part that changed is the same meeting; what is asked of it is what is read. */
export function toMeetingUpdateType(seen: MeetingType, updated: MeetingUpdated): MeetingUpdateType {
  const all = updated.parts.includes('all');
  const of = (part: MeetingPart): MeetingType | null => (all || updated.parts.includes(part) ? seen : null);
  return {
    meetingId: seen.id,
    details: of('details'),
    agenda: of('agenda'),
    attendance: of('attendance'),
    run: of('run'),
    checkIns: of('checkIns'),
    topics: of('topics'),
    commitments: of('commitments'),
    decisions: of('decisions'),
    afterParty: of('afterParty'),
    roles: of('roles'),
    recording: of('recording'),
    minutes: of('minutes'),
    seen,
    updated,
  };
}
