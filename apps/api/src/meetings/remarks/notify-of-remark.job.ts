import { burstOf } from '@yoriai/domain/meetings';
import { notify } from '../../notifications/notify.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { checkInsStore } from '../check-ins/check-ins.store.js';
import { topicsStore } from '../topics/topics.store.js';
import { remarksStore } from './remarks.store.js';

const heard = ['meeting.remark-made', 'check-in.answered'] as const;

/** Notifies the writer of a check-in or a topic of an answer: once for answers that follow each other. */
@Reads({ reader: 'meetings.tell-of-remarks', events: heard, queue: 'normal' })
export class NotifyOfRemark {
  async handle(tx: TenantTx, event: StoredEvent<(typeof heard)[number]>): Promise<void> {
    const [remark] = await remarksStore.byIds(tx, [event.ids.remarkId]);
    if (!remark) return;
    const [answered] = remark.checkInId
      ? await checkInsStore.byIds(tx, [remark.checkInId])
      : await topicsStore.byIds(tx, [remark.topicId!]);
    if (!answered || answered.memberId === remark.memberId) return;
    const first = burstOf(remark, await remarksStore.ofOthers(tx, remark, answered.memberId));
    await notify(tx, {
      kind: 'meeting.remark',
      to: [answered.memberId],
      ids: { meetingId: answered.meetingId, remarkId: remark.id },
      once: first.id,
      about: event.actorId,
    });
  }
}
