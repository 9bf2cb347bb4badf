import { participantsOf, type Group } from '../../groups/index.js';
import { days, isBefore, plus, type Instant, type MemberId } from '../../kernel/index.js';
import type { Meeting, RsvpGiven } from '../meeting/meeting.js';

export const nudgeKinds = ['rsvp', 'check-in'] as const;
export type NudgeKind = (typeof nudgeKinds)[number];
const ahead: Readonly<Record<NudgeKind, number>> = { rsvp: days(5), 'check-in': days(3) };

export const nudgeDueAt = (meeting: Pick<Meeting, 'startsAt'>, kind: NudgeKind): Instant =>
  plus(meeting.startsAt, -ahead[kind]);

type Timed = Pick<Meeting, 'startsAt' | 'timeSetAt' | 'status'>;

/**
 * When a meeting asks once for what is missing: five days before for an answer, three days before for a check-in. Null for one that is not
 * to come any more, and where that day had passed when the present time was agreed.
 */
export function nudgePlan(meeting: Timed, kind: NudgeKind): Instant | null {
  const dueAt = nudgeDueAt(meeting, kind);
  return meeting.status === 'SCHEDULED' && isBefore(meeting.timeSetAt, dueAt) ? dueAt : null;
}

/** When its timer is due: SEND, WAIT because the meeting has moved to later, or SILENT because it is not to come any more. */
export function nudgeVerdict(meeting: Timed, kind: NudgeKind, now: Instant): 'SEND' | 'WAIT' | 'SILENT' {
  const dueAt = nudgePlan(meeting, kind);
  if (dueAt === null || !isBefore(now, meeting.startsAt)) return 'SILENT';
  return isBefore(now, dueAt) ? 'WAIT' : 'SEND';
}

/**
 * Whom to ask: for an answer all members of the group who have given none; for a check-in those who take part, have not declined and have
 * written none, for any audience.
 */
export function whomToNudge(
  kind: NudgeKind,
  group: Pick<Group, 'memberships'>,
  rsvps: readonly RsvpGiven[],
  written: ReadonlySet<MemberId>,
): readonly MemberId[] {
  const answers = new Map(rsvps.map(({ memberId, answer }) => [memberId, answer]));
  if (kind === 'rsvp')
    return group.memberships.map(({ memberId }) => memberId).filter((memberId) => !answers.has(memberId));
  return participantsOf(group)
    .map(({ memberId }) => memberId)
    .filter((memberId) => answers.get(memberId) !== 'NO' && !written.has(memberId));
}
