import {
  badInput,
  err,
  ok,
  required,
  type AudienceId,
  type GroupId,
  type Instant,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import { mayEnter, type MemberStatus } from '../../people/index.js';
import {
  eventIds,
  supportLimits,
  asAsker,
  type RequestAudience,
  type SupportError,
  type SupportRequest,
  type SupportRequestId,
  type SupportType,
  type SupportWanted,
  type TooFewForAnonymity,
  type Urgency,
} from './support-request.js';
import type { SupportRequestEvent } from './support-request-events.js';

export interface RequestDraft {
  readonly groupId: GroupId | null;
  readonly type: SupportType;
  readonly wanted: SupportWanted;
  readonly title: string;
  readonly body: string;
  readonly urgency: Urgency;
  readonly audience: RequestAudience;
  readonly chosenMemberIds: readonly MemberId[];
  readonly anonymous: boolean;
  readonly acceptsPaid: boolean;
  readonly includeNewcomers: boolean;
}

/** Which audience row the request needs; the rule of domain.md § Who sees what. */
export type AudienceRule =
  | { readonly kind: 'GROUP_AT_EPOCH'; readonly groupId: GroupId }
  | { readonly kind: 'GROUP_NOW'; readonly groupId: GroupId }
  | { readonly kind: 'TENANT' }
  | { readonly kind: 'CHOSEN'; readonly memberIds: readonly MemberId[] };

/**
 * Who is to see it. GROUP: those who are members at this moment, later ones too only when the author says so.
 * TENANT: every active member. CHOSEN: the people named (1–50) and the author. Chosen people beside another audience
 * are refused rather than ignored: ignoring them would show the request to more people than was meant.
 */
export function audienceRule(
  author: MemberId,
  draft: Pick<RequestDraft, 'audience' | 'groupId' | 'chosenMemberIds' | 'includeNewcomers'>,
): Result<AudienceRule, SupportError> {
  const chosen = [...new Set(draft.chosenMemberIds)].filter((id) => id !== author);
  if (draft.audience !== 'CHOSEN' && chosen.length > 0) return badInput('chosenMemberIds', 'MALFORMED');
  if (draft.audience === 'TENANT') return ok({ kind: 'TENANT' });
  if (draft.audience === 'CHOSEN') {
    if (chosen.length === 0) return badInput('chosenMemberIds', 'REQUIRED');
    if (chosen.length > supportLimits.chosen)
      return badInput('chosenMemberIds', 'TOO_MANY', supportLimits.chosen);
    return ok({ kind: 'CHOSEN', memberIds: [...chosen, author].toSorted() });
  }
  if (!draft.groupId) return badInput('groupId', 'REQUIRED');
  return ok({ kind: draft.includeNewcomers ? 'GROUP_NOW' : 'GROUP_AT_EPOCH', groupId: draft.groupId });
}

/**
 * Hiding one's name needs people to hide among: at least four others who will see it, five where they were chosen
 * one by one (a hand-picked few tells who picked).
 */
export function mayBeAnonymous(audience: RequestAudience, others: number): Result<true, TooFewForAnonymity> {
  const needed = audience === 'CHOSEN' ? supportLimits.chosenForAnonymity : supportLimits.othersForAnonymity;
  return others >= needed ? ok(true) : err({ code: 'TOO_FEW_FOR_ANONYMITY', others, needed });
}

/** One who reads what goes to an audience, as far as hiding among them goes. */
export interface Reader {
  readonly memberId: MemberId;
  readonly status: MemberStatus;
  /** Has an account and has shown that its address is theirs: no one else sees content. */
  readonly proven: boolean;
}

/** How many others an author hides among: those alone who could open the words today. On leave they can; invited or suspended they cannot. */
export const hidesAmong = (readers: readonly Reader[], author: MemberId): number =>
  readers.filter(({ memberId, status, proven }) => memberId !== author && mayEnter(status) && proven).length;

export interface PostingFacts {
  readonly id: SupportRequestId;
  readonly author: MemberId;
  readonly audienceId: AudienceId;
  /** Who is in the audience; empty for a request with a name. */
  readonly readers: readonly Reader[];
  readonly now: Instant;
}

/**
 * A member asks for support. Title up to 120 and body up to 5,000 characters, both needed. The event of an
 * anonymous request names no actor. Beyond its group an anonymous request names no group either: the author would be one of that
 * group and no longer one of all who read it.
 */
export function postSupportRequest(
  draft: RequestDraft,
  facts: PostingFacts,
): Result<{ next: SupportRequest; events: readonly SupportRequestEvent[] }, SupportError> {
  const title = required('title', draft.title, supportLimits.title);
  if (!title.ok) return title;
  const body = required('body', draft.body, supportLimits.body);
  if (!body.ok) return body;
  if (draft.anonymous) {
    const hidden = mayBeAnonymous(draft.audience, hidesAmong(facts.readers, facts.author));
    if (!hidden.ok) return hidden;
  }
  const next: SupportRequest = {
    id: facts.id,
    groupId: draft.anonymous && draft.audience !== 'GROUP' ? null : draft.groupId,
    audience: draft.audience,
    audienceId: facts.audienceId,
    authorId: draft.anonymous ? null : facts.author,
    type: draft.type,
    wanted: draft.wanted,
    urgency: draft.urgency,
    title: title.value,
    body: body.value,
    acceptsPaid: draft.acceptsPaid,
    adviceWelcome: false,
    status: 'OPEN',
    outcome: null,
    replyCount: 0,
    createdAt: facts.now,
    updatedAt: facts.now,
    lastActivityAt: facts.now,
    expiryAskedAt: null,
    version: 1,
  };
  return ok({ next, events: [asAsker(next, { name: 'support.posted', ids: eventIds(next) })] });
}
