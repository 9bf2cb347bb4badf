import {
  allowIf,
  badInput,
  err,
  ok,
  required,
  type Id,
  type Instant,
  type MemberId,
  type Result,
  type Verdict,
} from '../../kernel/index.js';
import type { Actor } from '../../people/index.js';
import type { Standing } from '../requests/support-policy.js';
import {
  eventIds,
  supportLimits,
  type SupportError,
  type SupportRequest,
  type SupportRequestId,
} from '../requests/support-request.js';
import type { PrivateNoteEvent } from './private-note-events.js';

export type PrivateNoteId = Id<'PrivateNote'>;

/**
 * Words between the asker and one reader, out of sight of all others. The thread is named after the reader; whose words they are
 * says `byAsker`, so that no row names an anonymous asker.
 */
export interface PrivateNote {
  readonly id: PrivateNoteId;
  readonly requestId: SupportRequestId;
  readonly readerId: MemberId;
  readonly byAsker: boolean;
  readonly body: string;
  readonly createdAt: Instant;
}

export interface NoteDraft {
  readonly id: PrivateNoteId;
  readonly body: string;
  /** Whom the asker answers; no one else says. */
  readonly to: MemberId | null;
}

/**
 * A note of up to 5,000 characters from a reader to the asker, on a request that lives or has ended; the asker answers only those who wrote first
 * (`writtenBy`), so that no one is approached from behind an anonymous request. Who no longer reads the request writes to no one, the
 * asker neither. Its event names no actor.
 */
export function sendPrivateNote(
  request: Pick<SupportRequest, 'id' | 'groupId'> & Standing,
  sender: MemberId,
  draft: NoteDraft,
  writtenBy: ReadonlySet<MemberId>,
  now: Instant,
): Result<{ note: PrivateNote; events: readonly PrivateNoteEvent[] }, SupportError> {
  const body = required('body', draft.body, supportLimits.reply);
  if (!body.ok) return body;
  if (!request.inAudience) return err({ code: 'FORBIDDEN' });
  if (request.mine) {
    if (draft.to === null) return badInput('toMemberId', 'REQUIRED');
    if (!writtenBy.has(draft.to)) return err({ code: 'NOT_FOUND' });
  } else {
    if (draft.to !== null) return badInput('toMemberId', 'MALFORMED');
  }
  const note: PrivateNote = {
    id: draft.id,
    requestId: request.id,
    readerId: request.mine ? draft.to! : sender,
    byAsker: request.mine,
    body: body.value,
    createdAt: now,
  };
  return ok({
    note,
    events: [{ name: 'support.note-sent', ids: { ...eventIds(request), noteId: note.id }, anonymous: true }],
  });
}

/** One's own words can be taken back at any time, after leaving the group too; `mine`: the viewer asked. */
export const canWithdrawNote = (
  viewer: Actor,
  note: Pick<PrivateNote, 'byAsker' | 'readerId'>,
  { mine }: Pick<Standing, 'mine'>,
): Verdict => allowIf(note.byAsker ? mine : note.readerId === viewer.memberId);

/** Gone for both: nothing is left to say that there was one. The reader is named so that their screen can follow, and no actor is. */
export const withdrawNote = ({ id, requestId, readerId }: PrivateNote): readonly PrivateNoteEvent[] => [
  { name: 'support.note-withdrawn', ids: { requestId, readerId, noteId: id }, anonymous: true },
];
