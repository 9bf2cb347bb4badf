import { Field, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yoriai/domain/kernel';
import type { ListedSession } from '../../platform/auth/sessions.js';
import { publicId } from '../../platform/graphql/ids.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { deviceOf } from './device.js';

@ObjectType('Session', { implements: () => NodeType })
@Rule('user')
export class SessionType extends NodeType {
  @Field(() => String) device!: string;
  @Field(() => DateTime) createdAt!: Instant;
  @Field(() => DateTime) lastSeenAt!: Instant;
  @Field(() => Boolean) current!: boolean;
}
export const toSessionType = (session: ListedSession, current: string): SessionType =>
  Object.assign(new SessionType(), {
    id: publicId('Session', session.id),
    device: deviceOf(session.device),
    createdAt: session.createdAt,
    lastSeenAt: session.lastSeenAt,
    current: session.id === current,
  });
