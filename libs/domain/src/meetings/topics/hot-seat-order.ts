import { dateAt, type Instant, type MemberId, type TimeZone } from '../../kernel/index.js';
import { Temporal } from 'temporal-polyfill';
import { topicPriorities, type Topic } from './topic.js';

/** A topic that could be taken up, as far as the order needs to know it. */
export type HotSeatCandidate = Pick<Topic, 'id' | 'memberId' | 'priority' | 'createdAt'> & {
  readonly votes: number;
};

/** The reason for a topic's place. `months`: whole months since its owner's last turn, null when there was none. */
export interface HotSeatReason {
  readonly kind: 'URGENT' | 'LONGEST' | 'NEVER' | 'VOTES';
  readonly months: number | null;
}
export interface HotSeatPlace<T extends HotSeatCandidate> {
  readonly topic: T;
  readonly reason: HotSeatReason;
}

/**
 * The order in which topics are taken up: urgency (A before B before C), then the longest wait for an own turn (never comes
 * before any), then votes; the earlier proposal decides what is still equal, so that the same topics always give the same order.
 * Each place says why: URGENT for an A, VOTES where nothing but votes puts it before the next, otherwise LONGEST or NEVER.
 * `lastTurns` holds each member's last turn before this meeting. Source: domain.md, Meetings, Topic.
 */
export function hotSeatOrder<T extends HotSeatCandidate>(
  topics: readonly T[],
  lastTurns: ReadonlyMap<MemberId, Instant>,
  meeting: { readonly startsAt: Instant; readonly timeZone: TimeZone },
): readonly HotSeatPlace<T>[] {
  const waited = ({ memberId }: T): number => lastTurns.get(memberId)?.getTime() ?? -Infinity;
  const rank = ({ priority }: T): number => topicPriorities.indexOf(priority);
  const ordered = topics.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      compare(waited(a), waited(b)) ||
      b.votes - a.votes ||
      compare(a.createdAt.getTime(), b.createdAt.getTime()) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  return ordered.map((topic, i) => {
    const next = ordered[i + 1];
    const last = lastTurns.get(topic.memberId);
    const months = last ? monthsBetween(last, meeting.startsAt, meeting.timeZone) : null;
    const byVotes =
      next !== undefined &&
      rank(next) === rank(topic) &&
      waited(next) === waited(topic) &&
      topic.votes > next.votes;
    const kind =
      topic.priority === 'A' ? 'URGENT' : byVotes ? 'VOTES' : months === null ? 'NEVER' : 'LONGEST';
    return { topic, reason: { kind, months } };
  });
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function monthsBetween(from: Instant, to: Instant, zone: TimeZone): number {
  const [a, b] = [from, to].map((instant) => Temporal.PlainDate.from(dateAt(instant, zone))) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  return Math.max(0, a.until(b, { largestUnit: 'months' }).months);
}
