import type { Instant, MemberId } from '../../kernel/index.js';
import { sharedTopic, termsOf } from './help-topics.js';
import type { SupportRequest, SupportRequestId, SupportType } from '../requests/support-request.js';

/** Help that a member was thanked for. */
export interface PastHelp {
  readonly gave: SupportType;
  /** Title and words of what had been asked. */
  readonly text: string;
}

/** One of the audience, as far as matching needs to know them. */
export interface HelperFacts {
  readonly memberId: MemberId;
  /** 得意なこと, in their own words. */
  readonly strengths: string | null;
  readonly helped: readonly PastHelp[];
  /** 今月は手いっぱいです */
  readonly full: boolean;
  /** もっと声をかけてよい */
  readonly willing: boolean;
  /** Nudges in this calendar month of the organisation's clock. */
  readonly nudgedThisMonth: number;
  readonly lastNudgedAt: Instant | null;
  /** Has muted the asker, or is muted by them. Of an anonymous request false for all: it would say something about who asked. */
  readonly apart: boolean;
}

/** Why a member is asked: facts about themselves alone, never about the asker or the others. */
export type NudgeReason =
  | { readonly kind: 'TOPIC'; readonly topic: string; readonly times: number }
  | { readonly kind: 'STRENGTH'; readonly topic: string }
  | { readonly kind: 'TYPE'; readonly type: SupportType; readonly times: number }
  | { readonly kind: 'TURN' }
  | { readonly kind: 'CHOSEN' };

export interface MatchedHelper {
  readonly memberId: MemberId;
  readonly score: number;
  readonly reason: NudgeReason;
}

export const nudgeLimits = {
  /** Members asked for one request. */
  helpers: 3,
  /** Per person and calendar month, unless they are willing to be asked more often. */
  perMonth: 2,
  /** People whom the asker may choose besides, one after the other. */
  chosen: 3,
} as const;

/** May this person be asked now? Never between two of whom one wants to hear nothing of the other. */
export const mayBeNudged = (helper: HelperFacts): boolean =>
  !helper.apart && !helper.full && (helper.willing || helper.nudgedThisMonth < nudgeLimits.perMonth);

const points = { pair: 3, mostPairs: 4, topicHelp: 4, typeHelp: 1, mostHelps: 5 } as const;

/**
 * A number for a text: evenly spread, and the same every time. Who could work it out from ids would know whom the lot left out of an
 * anonymous request, so it comes from where a secret is kept.
 */
export type Draw = (words: string) => number;

/**
 * Best first. Points: 3 for each 2-gram (up to 4) that declared strengths share with the request's words, 4 for each past help
 * (up to 5) on a topic of the request, 1 for each (up to 5) of its type. Equal points: who was not asked for longest, then
 * an order drawn for this request, so that no one is first by the alphabet.
 */
export function rankHelpers(
  request: Pick<SupportRequest, 'id' | 'type' | 'title' | 'body'>,
  helpers: readonly HelperFacts[],
  draw: Draw,
): readonly MatchedHelper[] {
  const asked = termsOf(`${request.title}\n${request.body}`);
  return helpers
    .map((helper) => ({
      helper,
      matched: match(asked, request.type, helper),
      lot: draw(`turn ${request.id} ${helper.memberId}`),
    }))
    .sort(
      (a, b) =>
        b.matched.score - a.matched.score ||
        (a.helper.lastNudgedAt?.getTime() ?? 0) - (b.helper.lastNudgedAt?.getTime() ?? 0) ||
        a.lot - b.lot ||
        (a.helper.memberId < b.helper.memberId ? -1 : 1),
    )
    .map(({ matched }) => matched);
}

function match(asked: readonly string[], type: SupportType, helper: HelperFacts): MatchedHelper {
  const strength = sharedTopic(asked, termsOf(helper.strengths ?? ''));
  const topics = helper.helped
    .map(({ text }) => sharedTopic(asked, termsOf(text)).topic)
    .filter((topic) => topic !== null);
  const ofType = helper.helped.filter(({ gave }) => gave === type).length;
  const score =
    points.pair * Math.min(strength.pairs, points.mostPairs) +
    points.topicHelp * Math.min(topics.length, points.mostHelps) +
    points.typeHelp * Math.min(ofType, points.mostHelps);
  return { memberId: helper.memberId, score, reason: reasonOf(topics, strength.topic, type, ofType) };
}

/** The most telling fact: help on this topic, then a declared strength, then help of this kind. */
function reasonOf(
  topics: readonly string[],
  strength: string | null,
  type: SupportType,
  ofType: number,
): NudgeReason {
  const [topic] = topics.toSorted((a, b) => countOf(topics, b) - countOf(topics, a) || b.length - a.length);
  if (topic !== undefined) return { kind: 'TOPIC', topic, times: countOf(topics, topic) };
  if (strength !== null) return { kind: 'STRENGTH', topic: strength };
  return ofType > 0 ? { kind: 'TYPE', type, times: ofType } : { kind: 'TURN' };
}
const countOf = (topics: readonly string[], topic: string): number =>
  topics.filter((one) => one === topic).length;

/**
 * Whom to ask: the best matched `count` of those who may be asked and have not been (`asked`). Of a request with a name never the asker.
 * Of an anonymous one it is drawn as if it had no asker, and who did is not among the facts: one of all is left out by lot, and the
 * asker may be among those chosen. So neither this time nor later does it depend on who asked whether a member is nudged, and a missing
 * nudge may be the lot's as well as the asker's. The lot is drawn for the request: the same for every run and every round.
 */
export function chooseHelpers(
  request: Pick<SupportRequest, 'id' | 'type' | 'title' | 'body' | 'authorId'>,
  helpers: readonly HelperFacts[],
  {
    asked,
    count,
    draw,
  }: { readonly asked: ReadonlySet<MemberId>; readonly count: number; readonly draw: Draw },
): readonly MatchedHelper[] {
  const inTheLot = helpers.filter((helper) => mayBeNudged(helper) || asked.has(helper.memberId));
  const leftOut =
    request.authorId ??
    leftOutOf(
      request.id,
      inTheLot.map(({ memberId }) => memberId),
      draw,
    );
  const eligible = helpers.filter(
    (helper) => mayBeNudged(helper) && !asked.has(helper.memberId) && helper.memberId !== leftOut,
  );
  return rankHelpers(request, eligible, draw).slice(0, count);
}

/** The one whom the lot leaves out: the lowest number. */
export function leftOutOf(id: SupportRequestId, members: readonly MemberId[], draw: Draw): MemberId | null {
  const drawn = members.map((memberId) => ({ memberId, lot: draw(`out ${id} ${memberId}`) }));
  return drawn.toSorted((a, b) => a.lot - b.lot || (a.memberId < b.memberId ? -1 : 1))[0]?.memberId ?? null;
}
