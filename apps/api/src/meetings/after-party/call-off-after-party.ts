import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { afterPartiesStore } from './after-parties.store.js';
import { lockAfterParty } from './plan-after-party.js';

export async function callOffAfterParty(tx: TenantTx, meetingId: MeetingId): Promise<void> {
  const { meeting, group, party } = await lockAfterParty(tx, meetingId);
  if (tx.viewer) must(meetings.canSchedule(tx.viewer, group));
  const events = must(meetings.callOffAfterParty(meeting, party, tx.now));
  await afterPartiesStore.remove(tx, meetingId);
  await tx.publish(events);
}
