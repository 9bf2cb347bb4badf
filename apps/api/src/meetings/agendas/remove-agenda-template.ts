import type { GroupId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { agendaTemplatesStore } from './agenda-templates.store.js';

/** Takes it out of use; meetings made with it keep their steps. */
export async function removeAgendaTemplate(
  tx: TenantTx,
  templateId: meetings.AgendaTemplateId,
): Promise<GroupId> {
  const agenda = await agendaTemplatesStore.lock(tx, templateId);
  const group = await groupOf(tx, agenda.groupId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
  await agendaTemplatesStore.save(tx, { ...agenda, removed: true });
  return agenda.groupId;
}
