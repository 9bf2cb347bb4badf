import { noticeKinds, type NoticeFacts, type NoticeIds, type NoticeKind } from '@yoriai/domain/notifications';
import type { MemberId } from '@yoriai/domain/kernel';
import type { MailCalendar } from '../platform/mail/outgoing.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';

/** Looks up what the words need, for many notices at once and in their order; null where the reader may see it no longer. */
export type Describe<K extends NoticeKind> = (
  tx: TenantTx,
  ids: readonly NoticeIds[],
) => Promise<readonly (NoticeFacts[K] | null)[]>;

export interface MailExtras {
  /** A signed answer link, as a path: `/rsvp#…`. */
  readonly rsvpPath?: string;
  readonly calendar?: MailCalendar;
  /** Each for a mail of its own: what else calendars have to hear. */
  readonly moreCalendars?: readonly MailCalendar[];
  /** Keeps what the mail said, in the transaction that marks it as sent. */
  readonly onSent?: (tx: TenantTx) => Promise<void>;
}
/** What a mail that gathered several notices has to say at last: all that is true of them, or nothing. */
export type Gather = (
  tx: TenantTx,
  notices: readonly Describable[],
  memberId: MemberId,
) => Promise<{ readonly notices: readonly Describable[] } & MailExtras>;
/** What only a mail carries. Runs in the reader's own transaction, just before the mail goes out. */
export type ExtrasForMail = (
  tx: TenantTx,
  ids: NoticeIds,
  memberId: MemberId,
  kind: NoticeKind,
) => Promise<MailExtras>;

interface Description {
  readonly describe: Describe<NoticeKind>;
  readonly extras: ExtrasForMail | null;
  readonly gather: Gather | null;
}
const descriptions = new Map<NoticeKind, Description>();

/**
 * A feature says once, beside its module, how its notices find their words:
 *
 *   describeNotices(['support.posted', 'support.reply'], async (tx, ids) => {
 *     const requests = await supportRequestsStore.byIds(tx, ids.map(({ requestId }) => requestId));
 *     return ids.map(({ requestId }) => { const r = requests.get(requestId); return r ? { type: r.type, … } : null; });
 *   });
 *
 * `tx` is always the reader's: row-level security as that member, when the bell is opened and when the mail is sent. So the
 * row needs ids only, the words are never stale, and what somebody may see no longer (or what was cancelled: return null)
 * shows up neither on screen, nor in the count, nor in a mail that was still waiting. The words themselves are in
 * `libs/domain/src/notifications/notice-words.{ja,en}.ts`.
 */
export function describeNotices<K extends NoticeKind>(
  kinds: readonly K[],
  describe: Describe<K>,
  extras: ExtrasForMail | null = null,
  gather: Gather | null = null,
): void {
  for (const kind of kinds) {
    if (descriptions.has(kind)) throw new Error(`Two features describe ${kind}`);
    descriptions.set(kind, { describe: describe as Describe<NoticeKind>, extras, gather });
  }
}

/** Kinds that no feature has words for; boot fails on any. */
export const undescribedKinds = (): NoticeKind[] => noticeKinds.filter((kind) => !descriptions.has(kind));

export interface Describable {
  readonly kind: NoticeKind;
  readonly ids: NoticeIds;
}
export type Described<N extends Describable> = N & { readonly facts: NoticeFacts[NoticeKind] };

/** The notices that the reader of this transaction may still read, with their facts, in the same order. */
export async function describeAll<N extends Describable>(
  tx: TenantTx,
  notices: readonly N[],
): Promise<Described<N>[]> {
  const factsOf = new Map<N, NoticeFacts[NoticeKind]>();
  for (const [describe, group] of byDescription(notices)) {
    const facts = await describe(
      tx,
      group.map((notice) => notice.ids),
    );
    group.forEach((notice, i) => facts[i] && factsOf.set(notice, facts[i]));
  }
  return notices.flatMap((notice) => {
    const facts = factsOf.get(notice);
    return facts ? [{ ...notice, facts }] : [];
  });
}

function byDescription<N extends Describable>(notices: readonly N[]): Map<Describe<NoticeKind>, N[]> {
  const groups = new Map<Describe<NoticeKind>, N[]>();
  for (const notice of notices) {
    const describe = descriptions.get(notice.kind)?.describe;
    if (describe) groups.set(describe, [...(groups.get(describe) ?? []), notice]);
  }
  return groups;
}

export const extrasForMail: ExtrasForMail = async (tx, ids, memberId, kind) =>
  (await descriptions.get(kind)?.extras?.(tx, ids, memberId, kind)) ?? {};

/** What a mail has to say of the notices that it gathered. */
export const gatherForMail: Gather = async (tx, notices, memberId) =>
  (await descriptions.get(notices[0]!.kind)?.gather?.(tx, notices, memberId)) ?? { notices };
