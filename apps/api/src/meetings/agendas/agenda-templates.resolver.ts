import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GroupId } from '@yoriai/domain/kernel';
import type { AgendaTemplateId } from '@yoriai/domain/meetings';
import { GroupType, toGroupType } from '../../groups/group/group.type.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { defineLoader } from '../../platform/graphql/loader.js';
import { Rule } from '../../platform/graphql/rule.js';
import { agendaTemplatesStore } from './agenda-templates.store.js';
import {
  AgendaTemplateType,
  CreateAgendaTemplateInput,
  draftOf,
  EditAgendaTemplateInput,
  toTemplateType,
} from './agenda.type.js';
import { createAgendaTemplate } from './create-agenda-template.js';
import { editAgendaTemplate } from './edit-agenda-template.js';
import { removeAgendaTemplate } from './remove-agenda-template.js';

const agendaTemplateById = defineLoader('agendaTemplateById', (tx, ids: readonly AgendaTemplateId[]) =>
  agendaTemplatesStore.byIds(tx, ids),
);
const agendasOfGroup = defineLoader('agendasOfGroup', (tx, ids: readonly GroupId[]) =>
  agendaTemplatesStore.ofGroups(tx, ids),
);
const shown = async (context: RequestContext, id: AgendaTemplateId): Promise<AgendaTemplateType> =>
  toTemplateType(found(await context.load(agendaTemplateById, id)), context.me().locale);

@Resolver(() => GroupType)
export class AgendaTemplatesResolver {
  /** The agendas that the group has made its own, by name. */
  @ResolveField(() => [AgendaTemplateType])
  async agendaTemplates(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
  ): Promise<AgendaTemplateType[]> {
    const agendas = (await context.load(agendasOfGroup, group.id)) ?? [];
    return agendas.map((agenda) => toTemplateType(agenda, context.me().locale));
  }

  @Mutation(() => AgendaTemplateType)
  @Rule('member')
  async createAgendaTemplate(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: CreateAgendaTemplateInput,
  ): Promise<AgendaTemplateType> {
    const groupId = idArg('Group', input.groupId);
    const steps = input.steps.map((step) => ({ ...draftOf(step), perPerson: step.perPerson ?? false }));
    const id = await context.act((tx) => createAgendaTemplate(tx, { groupId, name: input.name, steps }), {
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
    await context.act((tx) => editAgendaTemplate(tx, { templateId, name, steps, expectedVersion }));
    return shown(context, templateId);
  }

  @Mutation(() => GroupType)
  @Rule('member')
  async removeAgendaTemplate(
    @Ctx() context: RequestContext,
    @Args('templateId', { type: () => ID }) id: string,
  ): Promise<GroupType> {
    const templateId = idArg('AgendaTemplate', id);
    const groupId = await context.act((tx) => removeAgendaTemplate(tx, templateId));
    return toGroupType(found(await context.load(groupById, groupId)));
  }
}
