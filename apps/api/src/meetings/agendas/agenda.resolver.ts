import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GroupId } from '@yoriai/domain/kernel';
import type { AgendaTemplateId, Allowed, SpeakerRule } from '@yoriai/domain/meetings';
import { GroupType, toGroupType } from '../../groups/group/group.type.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { defineLoader } from '../../platform/graphql/loader.js';
import { Rule } from '../../platform/graphql/rule.js';
import {
  AgendaTemplateType,
  CreateAgendaTemplateInput,
  EditAgendaInput,
  EditAgendaTemplateInput,
  toTemplateType,
} from './agenda.type.js';
import { createGroupAgenda, editAgenda, editGroupAgenda, removeGroupAgenda } from './edit-agenda.js';
import { groupAgendasStore } from './group-agendas.store.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { meetingById } from '../meeting/meetings.loader.js';

const agendaTemplateById = defineLoader('agendaTemplateById', (tx, ids: readonly AgendaTemplateId[]) =>
  groupAgendasStore.byIds(tx, ids),
);
const agendasOfGroup = defineLoader('agendasOfGroup', (tx, ids: readonly GroupId[]) =>
  groupAgendasStore.ofGroups(tx, ids),
);
const shown = async (context: RequestContext, id: AgendaTemplateId): Promise<AgendaTemplateType> =>
  toTemplateType(found(await context.load(agendaTemplateById, id)), context.me().locale);

/** What an input leaves out. */
const draftOf = <S extends { speakerRule?: SpeakerRule | null; allowed?: readonly Allowed[] | null }>(
  step: S,
) => ({ ...step, speakerRule: step.speakerRule ?? ('ALL' as const), allowed: step.allowed ?? [] });

@Resolver(() => GroupType)
export class AgendaResolver {
  /** The agendas that the group has made its own, by name. */
  @ResolveField(() => [AgendaTemplateType])
  async agendaTemplates(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
  ): Promise<AgendaTemplateType[]> {
    const agendas = (await context.load(agendasOfGroup, group.id)) ?? [];
    return agendas.map((agenda) => toTemplateType(agenda, context.me().locale));
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async editAgenda(
    @Ctx() context: RequestContext,
    @Args('input') input: EditAgendaInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    const steps = input.steps.map((step) => ({ ...draftOf(step), id: optionalIdArg('AgendaStep', step.id) }));
    await context.act((tx) =>
      editAgenda(tx, { meetingId, steps, expectedVersion: input.expectedVersion ?? null }),
    );
    return toMeetingType(found(await context.load(meetingById, meetingId)));
  }

  @Mutation(() => AgendaTemplateType)
  @Rule('member')
  async createAgendaTemplate(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: CreateAgendaTemplateInput,
  ): Promise<AgendaTemplateType> {
    const groupId = idArg('Group', input.groupId);
    const steps = input.steps.map((step) => ({ ...draftOf(step), perPerson: step.perPerson ?? false }));
    const id = await context.act((tx) => createGroupAgenda(tx, { groupId, name: input.name, steps }), {
      key,
      op: 'createAgendaTemplate',
      input,
    });
    return shown(context, id);
  }

  @Mutation(() => AgendaTemplateType)
  @Rule('member')
  async editAgendaTemplate(
    @Ctx() context: RequestContext,
    @Args('input') { name, expectedVersion = null, ...input }: EditAgendaTemplateInput,
  ): Promise<AgendaTemplateType> {
    const templateId = idArg('AgendaTemplate', input.templateId);
    const steps = input.steps.map((step) => ({ ...draftOf(step), perPerson: step.perPerson ?? false }));
    await context.act((tx) => editGroupAgenda(tx, { templateId, name, steps, expectedVersion }));
    return shown(context, templateId);
  }

  @Mutation(() => GroupType)
  @Rule('member')
  async removeAgendaTemplate(
    @Ctx() context: RequestContext,
    @Args('templateId', { type: () => ID }) id: string,
  ): Promise<GroupType> {
    const templateId = idArg('AgendaTemplate', id);
    const groupId = await context.act((tx) => removeGroupAgenda(tx, templateId));
    return toGroupType(found(await context.load(groupById, groupId)));
  }
}
