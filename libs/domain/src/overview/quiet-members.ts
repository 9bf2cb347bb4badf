import { days, isBefore, plus, type Instant, type MemberId } from '../kernel/index.js';

export const quietDays = 60;

export interface MemberSeen {
  readonly memberId: MemberId;
  readonly status: string;
  readonly joinedAt: Instant;
  /** Last post, reply, RSVP, note before a meeting or meeting taken part in, under their own name and as far as the facilitator can see it. */
  readonly lastSeenAt: Instant | null;
}
export interface QuietMember {
  readonly memberId: MemberId;
  readonly since: Instant;
}

/** Active members of whom nothing was heard for 60 days, for the facilitator alone; the longest silence first. */
export const quietMembers = (people: readonly MemberSeen[], now: Instant): readonly QuietMember[] =>
  people
    .filter(({ status }) => status === 'ACTIVE')
    .map(({ memberId, joinedAt, lastSeenAt }) => ({
      memberId,
      since: lastSeenAt && isBefore(joinedAt, lastSeenAt) ? lastSeenAt : joinedAt,
    }))
    .filter(({ since }) => !isBefore(now, plus(since, days(quietDays))))
    .sort((a, b) => a.since.getTime() - b.since.getTime());
