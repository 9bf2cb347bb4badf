import { onVersion, wantsChange, type GroupId, type MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupAgendasStore } from './group-agendas.store.js';
import { groupOf } from '../meeting/group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';

export interface EditAgenda {
  readonly meetingId: MeetingId;
  readonly steps: readonly (meetings.StepDraft & { readonly id?: meetings.AgendaStepId | null })[];
  readonly expectedVersion?: number | null;
}

/** The steps of one meeting. */
export async function editAgenda(
  tx: TenantTx,
  { meetingId, steps, expectedVersion }: EditAgenda,
): Promise<void> {
  const meeting = await meetingsStore.lock(tx, meetingId);
  await maySchedule(tx, meeting.groupId);
  const { next, events } = must(
    onVersion(
      meeting.version,
      expectedVersion,
      meetings.editAgenda(meeting, steps, () => tx.newId<'AgendaStep'>(), tx.now),
    ),
  );
  if (!must(wantsChange(meeting, next, expectedVersion))) return;
  await meetingsStore.save(tx, next);
  await tx.publish(events);
}

export interface CreateGroupAgenda extends meetings.AgendaTemplateDraft {
  readonly groupId: GroupId;
}

/** An agenda that the group keeps under a name of its own. */
export async function createGroupAgenda(
  tx: TenantTx,
  { groupId, ...plan }: CreateGroupAgenda,
): Promise<meetings.AgendaTemplateId> {
  await maySchedule(tx, groupId);
  const kept = (await groupAgendasStore.ofGroups(tx, [groupId])).get(groupId)?.length ?? 0;
  const agenda = must(meetings.createAgendaTemplate(groupId, plan, kept, tx.newId<'AgendaTemplate'>()));
  await groupAgendasStore.insert(tx, agenda);
  return agenda.id;
}

export interface EditGroupAgenda extends meetings.AgendaTemplateDraft {
  readonly templateId: meetings.AgendaTemplateId;
  readonly expectedVersion?: number | null;
}

export async function editGroupAgenda(
  tx: TenantTx,
  { templateId, expectedVersion, ...plan }: EditGroupAgenda,
): Promise<void> {
  const agenda = await groupAgendasStore.lock(tx, templateId);
  await maySchedule(tx, agenda.groupId);
  const next = must(meetings.editAgendaTemplate(agenda, plan, expectedVersion));
  if (next !== agenda) await groupAgendasStore.save(tx, next);
}

/** Takes it out of use; meetings made with it keep their steps. */
export async function removeGroupAgenda(
  tx: TenantTx,
  templateId: meetings.AgendaTemplateId,
): Promise<GroupId> {
  const agenda = await groupAgendasStore.lock(tx, templateId);
  await maySchedule(tx, agenda.groupId);
  await groupAgendasStore.save(tx, { ...agenda, removed: true });
  return agenda.groupId;
}

async function maySchedule(tx: TenantTx, groupId: GroupId): Promise<void> {
  const group = await groupOf(tx, groupId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
}
