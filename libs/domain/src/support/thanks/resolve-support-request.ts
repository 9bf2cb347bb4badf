import {
  optional,
  badInput,
  err,
  ok,
  sameVersion,
  type Instant,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import {
  type SupportType,
  type SupportRequestId,
  supportLimits,
  asAsker,
  eventIds,
  isAnonymous,
  isLive,
  closedRequest,
  type SupportError,
  type SupportRequest,
} from '../requests/support-request.js';
import type { SupportOffer } from '../offers/support-offer.js';
import type { ThanksEvent } from './thanks-events.js';

/** Thanks to one helper; `gave` and `match` (1–5, how what was given felt against what was asked) are between the asker and the figures. */
export interface SupportThanks {
  readonly requestId: SupportRequestId;
  readonly helperId: MemberId;
  readonly gave: SupportType;
  readonly match: number | null;
  readonly message: string | null;
  readonly createdAt: Instant;
}

/** 結果: a line on how it ended, when there is one. */
export const outcomeText = (text: string | null | undefined): Result<string | null, SupportError> =>
  optional('outcome', text, supportLimits.outcome);

export interface HelperThanked {
  readonly memberId: MemberId;
  readonly gave?: SupportType | null;
  readonly match?: number | null;
  readonly thanks?: string | null;
}

/** Who could have helped. */
export interface Surroundings {
  readonly asker: MemberId;
  /** Those in the request's audience. */
  readonly audience: ReadonlySet<MemberId>;
  /** Those who answered in sight of all, by a reply or a standing offer. */
  readonly answered: ReadonlySet<MemberId>;
}

export interface ResolvingFacts extends Surroundings {
  readonly offers: readonly SupportOffer[];
  readonly now: Instant;
}

/**
 * Whom the asker may thank: any of the audience, those who answered first, since much help is given by phone. On an
 * anonymous request only those who answered in sight of all: naming a member who had not shown themselves would strike one more
 * name off the list of who may have asked.
 */
export function mayBeThanked(
  request: Pick<SupportRequest, 'authorId'>,
  { asker, audience, answered }: Surroundings,
): readonly MemberId[] {
  const others = isAnonymous(request) ? [] : [...audience].filter((memberId) => !answered.has(memberId));
  return [
    ...[...answered].filter((memberId) => isAnonymous(request) || audience.has(memberId)),
    ...others,
  ].filter((memberId) => memberId !== asker);
}

/**
 * ありがとうを送って終える. Up to 20 helpers, each once: what they gave (the type asked for unless said otherwise), how well it
 * matched (1–5, optional) and thanks (up to 2,000 characters). Accepted offers of the helpers named are DELIVERED. The asker is
 * never a helper; who may be is for `mayBeThanked` to say.
 */
export function resolveSupportRequest(
  request: SupportRequest,
  input: {
    readonly helpers: readonly HelperThanked[];
    readonly outcome?: string | null;
    readonly expectedVersion?: number | null;
  },
  facts: ResolvingFacts,
): Result<
  {
    next: SupportRequest;
    thanks: readonly SupportThanks[];
    delivered: readonly SupportOffer[];
    events: readonly ThanksEvent[];
  },
  SupportError
> {
  if (!isLive(request)) return err({ code: 'REQUEST_CLOSED', status: request.status });
  const version = sameVersion(request.version, input.expectedVersion);
  if (!version.ok) return version;
  const outcome = outcomeText(input.outcome);
  if (!outcome.ok) return outcome;
  if (input.helpers.length > supportLimits.helpers)
    return badInput('helpers', 'TOO_MANY', supportLimits.helpers);
  const eligible = new Set(mayBeThanked(request, facts));
  const thanks: SupportThanks[] = [];
  for (const helper of input.helpers) {
    if (!eligible.has(helper.memberId)) return badInput('helpers', 'UNKNOWN');
    if (thanks.some(({ helperId }) => helperId === helper.memberId)) return badInput('helpers', 'MALFORMED');
    const match = helper.match ?? null;
    if (
      match !== null &&
      !(Number.isInteger(match) && match >= supportLimits.match.least && match <= supportLimits.match.most)
    ) {
      return badInput('match', 'OUT_OF_RANGE', supportLimits.match.most);
    }
    const message = optional('thanks', helper.thanks, supportLimits.thanks);
    if (!message.ok) return message;
    thanks.push({
      requestId: request.id,
      helperId: helper.memberId,
      gave: helper.gave ?? request.type,
      match,
      message: message.value,
      createdAt: facts.now,
    });
  }
  const helped = new Set(thanks.map(({ helperId }) => helperId));
  const delivered = facts.offers
    .filter((offer) => offer.status === 'ACCEPTED' && helped.has(offer.helperId))
    .map((offer): SupportOffer => ({ ...offer, status: 'DELIVERED' }));
  const next = closedRequest(request, 'RESOLVED', facts.now, outcome.value);
  return ok({
    next,
    thanks,
    delivered,
    events: [asAsker(next, { name: 'support.resolved', ids: eventIds(next) })],
  });
}

/** Whether it has ended so already: with that outcome, and these people thanked in these words. */
export function isResolvedSo(
  request: SupportRequest,
  input: { readonly helpers: readonly HelperThanked[]; readonly outcome?: string | null },
  thanked: readonly Pick<SupportThanks, 'helperId' | 'message'>[],
): boolean {
  const outcome = outcomeText(input.outcome);
  return (
    request.status === 'RESOLVED' &&
    outcome.ok &&
    outcome.value === request.outcome &&
    input.helpers.length === thanked.length &&
    input.helpers.every(({ memberId, thanks }) => {
      const message = optional('thanks', thanks, supportLimits.thanks);
      const given = thanked.find(({ helperId }) => helperId === memberId);
      return message.ok && given !== undefined && (given.message ?? '') === (message.value ?? '');
    })
  );
}
