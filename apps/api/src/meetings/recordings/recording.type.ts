import { Field, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yoriai/domain/kernel';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';

@ObjectType('MeetingRecording')
@Rule('parent')
export class MeetingRecordingType {
  @Field(() => Boolean, { description: 'all who are there have agreed' }) agreed!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'what the viewer has answered' })
  viewerAgrees!: boolean | null;
  @Field(() => String, { nullable: true }) url!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'when the link goes away' }) goneAt!: Instant | null;
}
