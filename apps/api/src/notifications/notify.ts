import type { MemberId } from '@yoriai/domain/kernel';
import {
  goesOutAt,
  heldUntil,
  mayBeTold,
  ruleOf,
  wantsMail,
  type PointedNotice,
} from '@yoriai/domain/notifications';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { mailsStore } from './mails.store.js';
import { notificationsStore } from './notifications.store.js';

interface Telling {
  readonly to: readonly MemberId[];
  /** What makes it the same notice when the job runs again: `${meetingId}:${startsAt}`. */
  readonly once: string;
  /** The actor, who gets no notice of their own act. */
  readonly about?: MemberId | null;
  /**
   * Notices with the same key (`meetings:${groupId}`) that come soon after one another go out in one mail, once it has been quiet for a while;
   * the mail says what is true by then.
   */
  readonly gather?: string;
}
/** A kind, the UUIDs that this kind points at (never words), and who is told. */
export type Notice = PointedNotice & Telling;

/**
 * Notifies members: a notice and a mail for each, in the transaction of the reader or timer that calls it, at most once
 * per kind, `once` and person, however often and however many at a time the job runs.
 *
 * Call it from a `*.job.ts` (it looks up other people's settings, so a member's own transaction is refused). People who
 * have left, are suspended or have died are passed over; members on leave are told of their own meetings only; muted kinds send no
 * mail; members who muted a thread are not told of it; quiet hours move the mail, never the notice. What the words say is looked up later, as each reader: see `Describes`.
 */
export async function notify(
  tx: TenantTx,
  { kind, to, ids, once, gather, about = null }: Notice,
): Promise<void> {
  if (tx.viewer)
    throw new Error('People are told by jobs, not by the act itself: publish an event and read it');
  const thread = ruleOf(kind).ofThread ? ('requestId' in ids ? ids.requestId : null) : null;
  const recipients = (await notificationsStore.recipients(tx, to, thread)).filter(
    ({ memberId, status }) => memberId !== about && mayBeTold(status, kind),
  );
  if (recipients.length === 0) return;
  const batchId = tx.newId<'NoticeBatch'>();
  const added = await notificationsStore.add(tx, {
    kind,
    ids,
    once,
    batchId,
    to: recipients.map((one) => one.memberId),
  });
  if (added.size === 0) return;
  for (const { memberId, status, settings, timeZone } of recipients) {
    const notificationId = added.get(memberId);
    if (!notificationId || !wantsMail(status, kind, settings)) continue;
    const waiting = gather ? await mailsStore.waiting(tx, memberId, gather) : null;
    const quietAt = gather ? goesOutAt(waiting?.createdAt ?? tx.now, tx.now) : tx.now;
    const dueAt = heldUntil(kind, quietAt, settings, timeZone);
    const mail = { memberId, notificationId, kind, ids, once, dueAt, gather: gather ?? null };
    const mailId = waiting
      ? await mailsStore.gather(tx, waiting.id, notificationId, dueAt)
      : await notificationsStore.addMail(tx, mail);
    await tx.at(dueAt, { name: 'notifications.mail', key: mailId, ids: { mailId } });
  }
  await tx.publish([{ name: 'notification.arrived', ids: { batchId } }]);
}
