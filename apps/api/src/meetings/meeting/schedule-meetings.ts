import { participantsOf, type Group } from '@yoriai/domain/groups';
import { fromPublicId, plus } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { agendaTemplatesStore } from '../agendas/agenda-templates.store.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from './meetings.store.js';

/** Makes a series with its meetings. */
export async function scheduleMeetings(
  tx: TenantTx,
  plan: meetings.SchedulePlan,
): Promise<meetings.MeetingSeriesId> {
  const group = await groupOf(tx, plan.groupId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
  const size = await sizeOf(tx, group, plan.agendaTemplate);
  const scheduled = must(
    meetings.scheduleMeetings(plan, size, tx.newId<'MeetingSeries'>(), newIds(tx), tx.now),
  );
  await meetingsStore.insertSeries(tx, scheduled.series);
  await meetingsStore.insert(tx, scheduled.meetings);
  await keepSeries(tx, scheduled.series.id);
  await tx.publish(scheduled.events);
  return scheduled.series.id;
}

export const newIds = (tx: TenantTx): meetings.NewMeetingIds => ({
  meeting: () => tx.newId<'Meeting'>(),
  step: () => tx.newId<'AgendaStep'>(),
});

/** What the domain needs to know of a group; `agendaTemplate` may name an agenda of the group's own. */
export async function sizeOf(
  tx: TenantTx,
  group: Group,
  agendaTemplate: string | null | undefined,
): Promise<meetings.GroupSize> {
  const own = fromPublicId('AgendaTemplate', agendaTemplate ?? '');
  const agenda = own && found((await agendaTemplatesStore.byIds(tx, [own])).get(own));
  if (agenda && agenda.groupId !== group.id) return refuse({ code: 'NOT_FOUND' });
  return {
    headCount: participantsOf(group).length,
    ...(await meetingsStore.sizeOfSchedule(tx, group.id)),
    templateSteps: agenda?.removed === false ? agenda.steps : null,
  };
}

/** A series is looked at again every week while it has something to come. */
export async function keepSeries(tx: TenantTx, seriesId: meetings.MeetingSeriesId): Promise<void> {
  await tx.at(plus(tx.now, meetings.seriesCheckEvery), {
    name: 'meeting.keep-series',
    key: seriesId,
    ids: { seriesId },
  });
}
