import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { agendaTemplatesStore } from './agenda-templates.store.js';

export interface EditAgendaTemplate extends meetings.AgendaTemplateDraft {
  readonly templateId: meetings.AgendaTemplateId;
  readonly expectedVersion?: number | null;
}

export async function editAgendaTemplate(
  tx: TenantTx,
  { templateId, expectedVersion, ...plan }: EditAgendaTemplate,
): Promise<void> {
  const agenda = await agendaTemplatesStore.lock(tx, templateId);
  const group = await groupOf(tx, agenda.groupId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
  const next = must(meetings.editAgendaTemplate(agenda, plan, expectedVersion));
  if (next !== agenda) await agendaTemplatesStore.save(tx, next);
}
