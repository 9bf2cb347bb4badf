import {
  days,
  limits,
  type AudienceId,
  type Conflict,
  type DomainEvent,
  type GroupId,
  type Id,
  type Instant,
  type KernelError,
  type MemberId,
} from '../../kernel/index.js';

export const supportTypes = ['INFORMATIONAL', 'INSTRUMENTAL', 'EMOTIONAL', 'APPRAISAL'] as const;
/** The four kinds of social support (House 1981): know-how, a helping hand, an open ear, an honest judgement. */
export type SupportType = (typeof supportTypes)[number];
export const supportWanted = ['LISTEN', 'EXPERIENCE', 'ADVICE', 'INTRODUCTION', 'HANDS'] as const;
/** どうしてもらえると助かりますか */
export type SupportWanted = (typeof supportWanted)[number];
export const supportStatuses = ['OPEN', 'MATCHED', 'RESOLVED', 'WITHDRAWN', 'EXPIRED'] as const;
/** MATCHED: an offer is accepted. RESOLVED, WITHDRAWN and EXPIRED are final. */
export type SupportStatus = (typeof supportStatuses)[number];
export const urgencies = ['LOW', 'NORMAL', 'HIGH'] as const;
export type Urgency = (typeof urgencies)[number];
export const requestAudiences = ['GROUP', 'TENANT', 'CHOSEN'] as const;
export type RequestAudience = (typeof requestAudiences)[number];

export type SupportRequestId = Id<'SupportRequest'>;

/**
 * What a member asks of peers. `authorId` is null while the request is anonymous: who asked is then known only to
 * the asker's own session, never to this object, so no code that holds a request can give the name away.
 */
export interface SupportRequest {
  readonly id: SupportRequestId;
  readonly groupId: GroupId | null;
  readonly audience: RequestAudience;
  readonly audienceId: AudienceId;
  readonly authorId: MemberId | null;
  readonly type: SupportType;
  readonly wanted: SupportWanted;
  readonly urgency: Urgency;
  readonly title: string;
  readonly body: string;
  readonly acceptsPaid: boolean;
  /** アドバイスも聞きたいです: said by the asker of a request that asked to be heard. */
  readonly adviceWelcome: boolean;
  readonly status: SupportStatus;
  readonly outcome: string | null;
  readonly replyCount: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly lastActivityAt: Instant;
  /** When the asker was asked whether the request is still open; any later activity makes it null again. */
  readonly expiryAskedAt: Instant | null;
  readonly version: number;
}

export const isAnonymous = (request: Pick<SupportRequest, 'authorId'>): boolean => request.authorId === null;
export const isLive = (request: Pick<SupportRequest, 'status'>): boolean =>
  request.status === 'OPEN' || request.status === 'MATCHED';

export const supportLimits = {
  title: limits.title,
  body: limits.body,
  reply: limits.body,
  offer: limits.paragraph,
  thanks: limits.paragraph,
  outcome: limits.paragraph,
  chosen: 50,
  helpers: 20,
  /** Integer yen. */
  price: 10_000_000,
  match: { least: 1, most: 5 },
  /** Others in the audience, below which a name cannot be hidden. */
  othersForAnonymity: 4,
  chosenForAnonymity: 5,
  /** Days without any activity. */
  asksAfterDays: 27,
  expiresAfterDays: 30,
} as const;

export const askAfter = days(supportLimits.asksAfterDays);
export const expireAfter = days(supportLimits.expiresAfterDays);

/** The request has come to its end; finals are final. */
export interface RequestClosed {
  readonly code: 'REQUEST_CLOSED';
  readonly status: SupportStatus;
}
/** Among so few the others would guess; `needed` others would be enough. */
export interface TooFewForAnonymity {
  readonly code: 'TOO_FEW_FOR_ANONYMITY';
  readonly others: number;
  readonly needed: number;
}
/** The asker wants to be heard and has not said アドバイスも聞きたいです. */
export interface AdviceNotWanted {
  readonly code: 'ADVICE_NOT_WANTED';
}
/** This member has asked for leave to advise before; once is enough. */
export interface LeaveAlreadyAsked {
  readonly code: 'LEAVE_ALREADY_ASKED';
}
/** No facilitator reads this request, or none but those concerned. */
export interface NobodyToTell {
  readonly code: 'NOBODY_TO_TELL';
}
export type SupportError =
  | KernelError
  | Conflict
  | RequestClosed
  | TooFewForAnonymity
  | AdviceNotWanted
  | LeaveAlreadyAsked
  | NobodyToTell;

/** Ids for an event about a request; the group is named so that its members' screens can follow along. */
export const eventIds = (request: Pick<SupportRequest, 'id' | 'groupId'>) => ({
  requestId: request.id,
  ...(request.groupId ? { groupId: request.groupId } : {}),
});

/** An act of the asker: without an actor as long as the request is anonymous. */
export function asAsker<Event extends DomainEvent>(
  request: Pick<SupportRequest, 'authorId'>,
  event: Event,
): Event {
  return request.authorId === null ? { ...event, anonymous: true } : event;
}

/** A request that something was just done to: its 30 days begin again. */
export const touched = (request: SupportRequest, now: Instant): SupportRequest => ({
  ...request,
  lastActivityAt: now,
  expiryAskedAt: null,
});

/** A request that has come to its end. */
export const closedRequest = (
  request: SupportRequest,
  status: 'RESOLVED' | 'WITHDRAWN' | 'EXPIRED',
  now: Instant,
  outcome: string | null = null,
): SupportRequest => ({
  ...request,
  status,
  outcome,
  updatedAt: now,
  version: request.version + 1,
});

/**
 * Whether advice waits for the asker's leave: on a request that asks to be heard (LISTEN, or EMOTIONAL without a wish for an opinion
 * or for experience) until the asker says アドバイスも聞きたいです. Unasked advice to a member in distress lowers them (domain.md
 * § Support; Cutrona & Russell 1990: a strain that cannot be changed calls for emotional support).
 */
export function adviceNeedsLeave(
  request: Pick<SupportRequest, 'type' | 'wanted' | 'adviceWelcome'>,
): boolean {
  const wished = request.wanted === 'ADVICE' || request.wanted === 'EXPERIENCE';
  const wantsToBeHeard = request.wanted === 'LISTEN' || (request.type === 'EMOTIONAL' && !wished);
  return wantsToBeHeard && !request.adviceWelcome;
}
