import type { GroupId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { agendaTemplatesStore } from './agenda-templates.store.js';

export interface CreateAgendaTemplate extends meetings.AgendaTemplateDraft {
  readonly groupId: GroupId;
}

/** An agenda that the group keeps under a name of its own. */
export async function createAgendaTemplate(
  tx: TenantTx,
  { groupId, ...plan }: CreateAgendaTemplate,
): Promise<meetings.AgendaTemplateId> {
  const group = await groupOf(tx, groupId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
  const kept = (await agendaTemplatesStore.ofGroups(tx, [groupId])).get(groupId)?.length ?? 0;
  const agenda = must(meetings.createAgendaTemplate(groupId, plan, kept, tx.newId<'AgendaTemplate'>()));
  await agendaTemplatesStore.insert(tx, agenda);
  return agenda.id;
}
