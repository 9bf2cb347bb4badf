import { onVersion, wantsChange, type MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from './meetings.store.js';

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
  const group = await groupOf(tx, meeting.groupId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
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
