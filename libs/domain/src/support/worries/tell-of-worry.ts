import { err, ok, optional, type Id, type Instant, type MemberId, type Result } from '../../kernel/index.js';
import {
  eventIds,
  supportLimits,
  type SupportError,
  type SupportRequest,
  type SupportRequestId,
} from '../requests/support-request.js';
import type { SupportReplyId } from '../replies/reply-to-support-request.js';
import type { WorryEvent } from './worry-events.js';

export type WorryId = Id<'SupportWorry'>;

/** この人が心配: told to facilitators alone. Who told is kept nowhere, so that the one worried about cannot learn it. */
export interface Worry {
  readonly id: WorryId;
  readonly requestId: SupportRequestId;
  /** The reply whose writer one worries about; null: the asker. */
  readonly replyId: SupportReplyId | null;
  readonly note: string | null;
  readonly createdAt: Instant;
}

/** How long a worry is on the overview of those who were told; beside its request it stays. */
export const worryDays = 60;

export interface WorryFacts {
  readonly id: WorryId;
  readonly teller: MemberId;
  /** The one worried about, where they gave their name; null: not known here. */
  readonly concerned: MemberId | null;
  readonly facilitators: readonly MemberId[];
  /** Who reads the request. */
  readonly audience: ReadonlySet<MemberId>;
  readonly now: Instant;
}

/**
 * Tells the group's facilitators who read this request, except the teller and the one concerned. An unnamed asker is taken out of
 * nothing: who is missing would say who it is. Note up to 2,000 characters, may be empty. With none left: NOBODY_TO_TELL.
 * Nothing is blocked or reported.
 */
export function tellOfWorry(
  request: Pick<SupportRequest, 'id' | 'groupId'>,
  about: { readonly replyId: SupportReplyId | null; readonly note: string | null | undefined },
  facts: WorryFacts,
): Result<{ worry: Worry; to: readonly MemberId[]; events: readonly WorryEvent[] }, SupportError> {
  const note = optional('note', about.note, supportLimits.offer);
  if (!note.ok) return note;
  const to = facts.facilitators.filter(
    (id) => facts.audience.has(id) && id !== facts.teller && id !== facts.concerned,
  );
  if (to.length === 0) return err({ code: 'NOBODY_TO_TELL' });
  const worry: Worry = {
    id: facts.id,
    requestId: request.id,
    replyId: about.replyId,
    note: note.value,
    createdAt: facts.now,
  };
  return ok({
    worry,
    to,
    events: [
      { name: 'support.worry-told', ids: { ...eventIds(request), worryId: worry.id }, anonymous: true },
    ],
  });
}
