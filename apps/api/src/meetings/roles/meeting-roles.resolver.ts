import { Args, Field, ID, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { isInGroup } from '@yoriai/domain/groups';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import {
  canSetRoles,
  canTakeRole,
  meetingRoles,
  roleReasons,
  rolesOf,
  stillScheduled,
  type MeetingRole,
  type RoleReason,
} from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { defineLoader } from '../../platform/graphql/loader.js';
import { Rule } from '../../platform/graphql/rule.js';
import { meetingRolesStore } from './meeting-roles.store.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { meetingById } from '../meeting/meetings.loader.js';
import { suggestMeetingRoles } from './suggest-meeting-roles.js';
import { setMeetingRole } from './set-meeting-role.js';
import { swapMeetingRoles } from './swap-meeting-roles.js';
import { takeMeetingRole } from './take-meeting-role.js';
import { passMeetingRoleOn } from './pass-meeting-role-on.js';

const MeetingRoleEnum = enumOf('MeetingRoleName', meetingRoles);
const RoleReasonEnum = enumOf('RoleReason', roleReasons);

@ObjectType('MeetingRoleAbilities')
@Rule('parent')
export class MeetingRoleAbilitiesType {
  @Field(() => Boolean, { description: 'give it to any member' }) set!: boolean;
  @Field(() => Boolean, { description: 'it is free' }) take!: boolean;
  @Field(() => Boolean, { description: 'it is the viewer’s' }) passOn!: boolean;
}

@ObjectType('MeetingRole')
@Rule('parent')
export class MeetingRoleType {
  @Field(() => MeetingRoleEnum) role!: MeetingRole;
  @Field(() => RoleReasonEnum, { nullable: true }) because!: RoleReason | null;
  @Field(() => MeetingRoleAbilitiesType) viewerCan!: MeetingRoleAbilitiesType;
  readonly memberId!: MemberId | null;
}

const rolesOfMeeting = defineLoader('rolesOfMeeting', (tx, ids: readonly MeetingId[]) =>
  meetingRolesStore.ofMeetings(tx, ids),
);
const shown = async (context: RequestContext, id: MeetingId): Promise<MeetingType> =>
  toMeetingType(found(await context.load(meetingById, id)));

@Resolver(() => MeetingType)
export class MeetingRolesResolver {
  /** Who hosts, who keeps time, whose turn it is on the hot seat. */
  @ResolveField(() => [MeetingRoleType])
  async roles(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<MeetingRoleType[]> {
    const group = found(await context.load(groupById, meeting.groupId));
    const held = ((await context.load(rolesOfMeeting, meeting.id)) ?? []).filter(({ memberId }) =>
      isInGroup(group, memberId),
    );
    const [me, { now }] = [context.me(), await context.read()];
    const toCome = stillScheduled(meeting, now).ok;
    return rolesOf(meeting).map((role) => {
      const holder = held.find((one) => one.role === role);
      return {
        role,
        memberId: holder?.memberId ?? null,
        because: holder?.because ?? null,
        viewerCan: {
          set: toCome && canSetRoles(me, group).ok,
          take: toCome && !holder && canTakeRole(me, group).ok,
          passOn: toCome && holder?.memberId === me.memberId,
        },
      };
    });
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async suggestMeetingRoles(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    await context.act((tx) => suggestMeetingRoles(tx, meetingId));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async setMeetingRole(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
    @Args('role', { type: () => MeetingRoleEnum }) role: MeetingRole,
    @Args('memberId', { type: () => ID, nullable: true }) who: string | null,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    const memberId = optionalIdArg('Member', who);
    await context.act((tx) => setMeetingRole(tx, meetingId, role, memberId));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType, { description: 'the holder of the one has the other from now on' })
  @Rule('member')
  async swapMeetingRoles(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
    @Args('role', { type: () => MeetingRoleEnum }) role: MeetingRole,
    @Args('withRole', { type: () => MeetingRoleEnum }) withRole: MeetingRole,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    await context.act((tx) => swapMeetingRoles(tx, meetingId, [role, withRole]));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async takeMeetingRole(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
    @Args('role', { type: () => MeetingRoleEnum }) role: MeetingRole,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    await context.act((tx) => takeMeetingRole(tx, meetingId, role));
    return shown(context, meetingId);
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async passMeetingRoleOn(
    @Ctx() context: RequestContext,
    @Args('meetingId', { type: () => ID }) id: string,
    @Args('role', { type: () => MeetingRoleEnum }) role: MeetingRole,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', id);
    await context.act((tx) => passMeetingRoleOn(tx, meetingId, role));
    return shown(context, meetingId);
  }
}

@Resolver(() => MeetingRoleType)
export class RoleHoldersResolver {
  @ResolveField(() => MemberType, { nullable: true })
  async member(
    @Ctx() context: RequestContext,
    @Parent() { memberId }: MeetingRoleType,
  ): Promise<MemberType | null> {
    const member = memberId && (await context.load(memberById, memberId));
    return member ? toMemberType(member) : null;
  }
}
