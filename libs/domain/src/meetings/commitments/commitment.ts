import { Temporal } from 'temporal-polyfill';
import {
  allowIf,
  badInput,
  dateAt,
  days,
  instantAt,
  limits,
  ok,
  optional,
  plus,
  required,
  type BadUserInput,
  type GroupId,
  type Id,
  type Instant,
  type MeetingId,
  type MemberId,
  type PlainDate,
  type Result,
  type TimeZone,
  type Verdict,
} from '../../kernel/index.js';
import { canSeeContent, type Group } from '../../groups/index.js';
import type { Actor } from '../../people/index.js';
import { canRunMeeting, type Meeting } from '../meeting/meeting.js';
import type { CommitmentEvent } from './commitment-events.js';

export type CommitmentId = Id<'Commitment'>;

export const commitmentStatuses = ['OPEN', 'KEPT', 'PARTLY', 'DROPPED', 'CARRIED'] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

/** 次までにやること: what a member means to have done by a day. */
export interface Commitment {
  readonly id: CommitmentId;
  readonly groupId: GroupId;
  /** The meeting at which it was made. */
  readonly meetingId: MeetingId;
  readonly ownerId: MemberId;
  /** The owner, or the facilitator who wrote it down for them. */
  readonly madeBy: MemberId;
  readonly statement: string;
  readonly dueOn: PlainDate;
  /** The zone of the meeting: whose days are meant. */
  readonly timeZone: TimeZone;
  /** CARRIED is open like OPEN: the same one with a later day. */
  readonly status: CommitmentStatus;
  readonly reason: string | null;
  /** When it was last settled or carried. */
  readonly settledAt: Instant | null;
  /** The meeting under way at that moment. */
  readonly settledIn: MeetingId | null;
  readonly version: number;
}

/** One entry of the history: what became of it, and what it had been before. */
export interface Settlement {
  readonly commitmentId: CommitmentId;
  readonly status: CommitmentStatus;
  readonly reason: string | null;
  readonly statusBefore: CommitmentStatus;
  readonly dueBefore: PlainDate;
  readonly by: MemberId;
  readonly at: Instant;
}

export const commitmentLimits = {
  statement: limits.line,
  reason: limits.line,
  /** Open at a time, per person and group: more than that is not read out at a meeting. */
  open: 20,
  furthestDays: 2 * 366,
  /** How long after the end of a meeting something can still be written down as made there. */
  makeDays: 7,
  /** How long a settlement can be taken back, by those who may settle. */
  takeBackDays: 7,
  /** People who must have settled something before an average is shown. */
  averageOf: 5,
} as const;

/** It was settled otherwise in the meantime. */
export interface CommitmentSettled {
  readonly code: 'COMMITMENT_SETTLED';
}
export interface TooManyCommitments {
  readonly code: 'TOO_MANY_COMMITMENTS';
  readonly limit: number;
}
export type CommitmentError = CommitmentSettled | TooManyCommitments;

/** People of the group write down what they themselves will do; those who run the meeting do so for others. */
export function canMakeCommitment(
  viewer: Actor,
  group: Group,
  ownerId: MemberId,
  handedTo: MemberId | null = null,
): Verdict {
  const seen = canSeeContent(viewer, group);
  return !seen.ok || viewer.memberId === ownerId ? seen : canRunMeeting(viewer, group, handedTo);
}

/** Its owner, or those who run the meeting while the group goes through the list. */
export function canSettleCommitment(
  viewer: Actor,
  group: Group,
  commitment: Pick<Commitment, 'ownerId'>,
  handedTo: MemberId | null = null,
): Verdict {
  const seen = canSeeContent(viewer, group);
  return !seen.ok || commitment.ownerId === viewer.memberId ? seen : canRunMeeting(viewer, group, handedTo);
}

/** Its owner; and those who run the meeting at which it was made, until its minutes are sealed. */
export function canEditCommitment(
  viewer: Actor,
  group: Group,
  commitment: Pick<Commitment, 'ownerId'>,
  madeAt: Pick<Meeting, 'status'>,
  handedTo: MemberId | null = null,
): Verdict {
  const verdict = canSettleCommitment(viewer, group, commitment, handedTo);
  return verdict.ok && commitment.ownerId !== viewer.memberId
    ? allowIf(madeAt.status === 'SCHEDULED' || madeAt.status === 'OPEN')
    : verdict;
}

/** As soon as a meeting is planned, until seven days after its end. */
export const takesCommitments = (meeting: Pick<Meeting, 'status' | 'endsAt'>, now: Instant): boolean =>
  meeting.status !== 'CANCELLED' && now <= plus(meeting.endsAt, days(commitmentLimits.makeDays));

export const isOpenCommitment = ({ status }: Pick<Commitment, 'status'>): boolean =>
  status === 'OPEN' || status === 'CARRIED';

/** 1–200 characters. */
export const readStatement = (text: string | null | undefined): Result<string, BadUserInput> =>
  required('statement', text, commitmentLimits.statement);

/** Why it was dropped must be said in a few words; with the other outcomes a word is welcome. Up to 200 characters. */
export const readSettlementReason = (
  status: CommitmentStatus,
  text: string | null | undefined,
): Result<string | null, BadUserInput> =>
  status === 'DROPPED'
    ? required('reason', text, commitmentLimits.reason)
    : optional('reason', text, commitmentLimits.reason);

/** A day from today on, at most two years ahead. */
export function readDueOn(dueOn: PlainDate, today: PlainDate): Result<PlainDate, BadUserInput> {
  if (dueOn < today) return badInput('dueOn', 'IN_THE_PAST');
  const furthest = Temporal.PlainDate.from(today).add({ days: commitmentLimits.furthestDays }).toString();
  return dueOn > furthest ? badInput('dueOn', 'OUT_OF_RANGE', commitmentLimits.furthestDays) : ok(dueOn);
}

/** The day of the next meeting after `day`, or a month later where none is planned. */
export function usualDueOn(day: PlainDate, meetingDays: readonly PlainDate[]): PlainDate {
  const next = meetingDays.filter((one) => one > day).sort()[0];
  return next ?? Temporal.PlainDate.from(day).add({ months: 1 }).toString();
}

/** Nine in the morning of the day before, on the clocks of the meeting's zone. Made later than that, it reminds of nothing. */
export function commitmentReminderAt({ dueOn, timeZone }: Pick<Commitment, 'dueOn' | 'timeZone'>): Instant {
  const dayBefore = Temporal.PlainDate.from(dueOn).subtract({ days: 1 }).toString();
  return instantAt(`${dayBefore}T09:00`, timeZone);
}

/** When its timer is due: SEND, WAIT because it was carried to a later day, or SILENT because it is settled or its day has come. */
export function commitmentVerdict(
  commitment: Pick<Commitment, 'status' | 'dueOn' | 'timeZone'>,
  now: Instant,
): 'SEND' | 'WAIT' | 'SILENT' {
  if (!isOpenCommitment(commitment) || dateAt(now, commitment.timeZone) >= commitment.dueOn) return 'SILENT';
  return now < commitmentReminderAt(commitment) ? 'WAIT' : 'SEND';
}

/** 6つのうち4つできました: of those settled (never the carried ones). For the owner alone. */
export interface CommitmentCount {
  readonly settled: number;
  readonly kept: number;
}
export function countCommitments(statuses: readonly CommitmentStatus[]): CommitmentCount {
  const settled = statuses.filter((status) => status !== 'OPEN' && status !== 'CARRIED');
  return { settled: settled.length, kept: settled.filter((status) => status === 'KEPT').length };
}

/** What the group sees of it: the average of its people, once five of them have settled something; to one decimal. */
export interface CommitmentAverage extends CommitmentCount {
  readonly people: number;
}
export function averageOfCounts(counts: readonly CommitmentCount[]): CommitmentAverage | null {
  const some = counts.filter(({ settled }) => settled > 0);
  if (some.length < commitmentLimits.averageOf) return null;
  const mean = (of: (count: CommitmentCount) => number): number =>
    Math.round((some.reduce((sum, count) => sum + of(count), 0) / some.length) * 10) / 10;
  return {
    people: some.length,
    settled: mean(({ settled }) => settled),
    kept: mean(({ kept }) => kept),
  };
}

export const commitmentEvent = (
  name: 'meeting.commitment-made' | 'meeting.commitment-edited' | 'meeting.commitment-settled',
  { id, groupId }: Commitment,
  meetingId: MeetingId,
): CommitmentEvent => ({ name, ids: { commitmentId: id, groupId, meetingId } });
