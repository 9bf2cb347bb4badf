import type { MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { runsStore } from '../console/runs.store.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { minutesStore } from './minutes.store.js';
import { lockAtConsole } from './close-meeting.js';

/** Takes back a closing that was a slip. */
export async function reopenMeeting(tx: TenantTx, meetingId: MeetingId): Promise<void> {
  const viewer = found(tx.viewer);
  const { meeting, open } = await lockAtConsole(tx, meetingId);
  const sealed = found((await minutesStore.ofMeetings(tx, [meetingId])).get(meetingId));
  const run = await runsStore.lock(tx, meetingId);
  const { next, events } = must(
    meetings.reopenMeeting(meeting, sealed, run !== null, viewer.memberId, tx.now),
  );
  if (open && next.status === 'OPEN') refuse({ code: 'ANOTHER_MEETING_OPEN' });
  await meetingsStore.save(tx, next);
  await tx.publish(events);
}
