import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import * as domain from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { found } from '../../platform/errors/must.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { publicId } from '../../platform/graphql/ids.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { groupById } from './groups.loader.js';

export enum GroupRole {
  MEMBER = 'MEMBER',
  FACILITATOR = 'FACILITATOR',
}
export enum GroupTemplate {
  SERVICE = 'SERVICE',
  MANUFACTURING_RETAIL = 'MANUFACTURING_RETAIL',
  PROFESSIONAL = 'PROFESSIONAL',
  MIXED = 'MIXED',
}
export enum GroupStatus {
  FORMING = 'FORMING',
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  CLOSED = 'CLOSED',
}
registerEnumType(GroupRole, { name: 'GroupRole' });
registerEnumType(GroupTemplate, { name: 'GroupTemplate' });
registerEnumType(GroupStatus, { name: 'GroupStatus' });

@ObjectType('GroupAbilities')
@Rule('parent')
export class GroupAbilitiesType {
  @Field(() => Boolean) scheduleMeetings!: boolean;
  @Field(() => Boolean) invite!: boolean;
  @Field(() => Boolean) postSupportRequest!: boolean;
  @Field(() => Boolean) edit!: boolean;
  @Field(() => Boolean) leave!: boolean;
  @Field(() => Boolean) seeContent!: boolean;
}

@ObjectType('Group', { implements: () => NodeType })
@Rule('parent')
export class GroupType extends NodeType {
  @Field(() => String) name!: string;
  @Field(() => String) purpose!: string;
  @Field(() => [String]) goals!: readonly string[];
  @Field(() => GroupTemplate) template!: domain.GroupTemplate;
  @Field(() => Int) capacity!: number;
  @Field(() => GroupStatus) status!: domain.GroupStatus;
  @Field(() => Int) version!: number;
  readonly group!: domain.Group;
}
export const toGroupType = (group: domain.Group): GroupType =>
  Object.assign(new GroupType(), {
    id: publicId('Group', group.id),
    name: group.name,
    purpose: group.purpose,
    goals: group.goals,
    template: group.template,
    capacity: group.capacity,
    status: group.status,
    version: group.version,
    group,
  });

@ObjectType()
@Rule('parent')
export class GroupConnection extends connectionOf('Group', GroupType) {}

/** The group as this viewer now sees it. */
export const shownGroup = async (context: RequestContext, id: GroupId): Promise<GroupType> =>
  toGroupType(found(await context.load(groupById, id)));
