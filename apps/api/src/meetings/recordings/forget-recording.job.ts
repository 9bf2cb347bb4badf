import type { MeetingId } from '@yoriai/domain/kernel';
import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { publishRecordingGone } from './link-recording.js';
import { recordingsStore } from './recordings.store.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'meeting.recording-gone': { meetingId: MeetingId };
  }
}

/** Thirty days after it was set, the link is gone. */
@RunsTimer({ timer: 'meeting.recording-gone', queue: 'normal' })
export class ForgetRecording {
  async run(tx: TenantTx, timer: DueTimer<'meeting.recording-gone'>): Promise<void> {
    const meeting = await meetingsStore.hold(tx, timer.ids.meetingId);
    if (meeting && (await recordingsStore.forget(tx, meeting.id))) await publishRecordingGone(tx, meeting);
  }
}

/** Asks the member who set the link to delete the recording itself, which is not ours to delete. */
@Reads({ reader: 'meetings.ask-to-delete-recording', events: ['meeting.recording-gone'], queue: 'normal' })
export class AskToDeleteRecording {
  async handle(tx: TenantTx, event: StoredEvent<'meeting.recording-gone'>): Promise<void> {
    const { meetingId } = event.ids;
    const recording = (await recordingsStore.ofMeetings(tx, [meetingId])).get(meetingId);
    if (!recording) return;
    await notify(tx, {
      kind: 'meeting.recording-gone',
      to: [recording.setBy],
      ids: { meetingId },
      once: event.id,
    });
  }
}
