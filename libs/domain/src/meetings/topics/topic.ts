import {
  badInput,
  err,
  limits,
  ok,
  optional,
  required,
  wantsChange,
  type BadUserInput,
  type Conflict,
  type Forbidden,
  type GroupId,
  type Id,
  type Instant,
  type MeetingId,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import {
  openForPreparation,
  stillScheduled,
  type HotSeatTooEarly,
  type Meeting,
  type MeetingCancelled,
  type MeetingOver,
  type PreparationOver,
  type TopicTaken,
} from '../meeting/meeting.js';
import type { TopicEvent } from './topic-events.js';

export type TopicId = Id<'Topic'>;

export const topicPriorities = ['A', 'B', 'C'] as const;
/** A: urgent. B: soon. C: some time. */
export type TopicPriority = (typeof topicPriorities)[number];

/** 相談テーマ: what a member would like to bring to the hot seat of a meeting. */
export interface Topic {
  readonly id: TopicId;
  readonly meetingId: MeetingId;
  readonly groupId: GroupId;
  readonly memberId: MemberId;
  readonly title: string;
  readonly detail: string | null;
  readonly priority: TopicPriority;
  readonly minutes: number;
  readonly createdAt: Instant;
  readonly version: number;
}

export const topicLimits = {
  title: limits.title,
  detail: limits.paragraph,
  minutes: { min: 5, max: 120, usual: 20 },
  /** Of one person for one meeting. */
  each: 5,
} as const;

export interface TopicDraft {
  readonly title: string;
  readonly detail?: string | null;
  readonly minutes?: number | null;
  readonly priority?: TopicPriority | null;
}
export interface TopicChanges extends Partial<Omit<TopicDraft, 'title'>> {
  readonly title?: string | null;
  readonly expectedVersion?: number | null;
}

type TopicError = MeetingCancelled | PreparationOver | TopicTaken | BadUserInput | Conflict;
type Decided = { readonly next: Topic; readonly events: readonly TopicEvent[] };

/** Whole minutes, 5 to 120; 20 unless said. */
export function readTopicMinutes(minutes: number | null | undefined): Result<number, BadUserInput> {
  const { min, max, usual } = topicLimits.minutes;
  const chosen = minutes ?? usual;
  if (!Number.isInteger(chosen) || chosen < min) return badInput('minutes', 'OUT_OF_RANGE', min);
  return chosen > max ? badInput('minutes', 'OUT_OF_RANGE', max) : ok(chosen);
}

/**
 * A member brings a topic: a title of up to 120 characters, more words if they like (2,000), priority B and 20 minutes unless said; at most
 * five of one person for one meeting. Errors: MEETING_CANCELLED, PREPARATION_OVER, BAD_USER_INPUT.
 */
export function proposeTopic(
  meeting: Meeting,
  draft: TopicDraft,
  facts: {
    readonly id: TopicId;
    readonly memberId: MemberId;
    readonly ownSoFar: number;
    readonly now: Instant;
  },
): Result<Decided, TopicError> {
  const open = openForPreparation(meeting, facts.now);
  if (!open.ok) return open;
  const read = readTopic(draft);
  if (!read.ok) return read;
  if (facts.ownSoFar >= topicLimits.each) return badInput('title', 'TOO_MANY', topicLimits.each);
  const next: Topic = {
    id: facts.id,
    meetingId: meeting.id,
    groupId: meeting.groupId,
    memberId: facts.memberId,
    ...read.value,
    createdAt: facts.now,
    version: 1,
  };
  return ok({ next, events: [topicEvent('meeting.topic-proposed', next)] });
}

/** The owner edits a topic; what is not given stays, an empty detail is removed. Errors: those of `proposeTopic`, CONFLICT, TOPIC_TAKEN (in a meeting that has begun). */
export function editTopic(
  meeting: Meeting,
  topic: Topic,
  isTaken: boolean,
  { expectedVersion, ...changes }: TopicChanges,
  now: Instant,
): Result<Decided, TopicError> {
  const open = openForPreparation(meeting, now);
  if (!open.ok) return open;
  const free = stillFree(meeting, isTaken, now);
  if (!free.ok) return free;
  const read = readTopic({
    title: changes.title ?? topic.title,
    detail: changes.detail === undefined ? topic.detail : changes.detail,
    minutes: changes.minutes ?? topic.minutes,
    priority: changes.priority ?? topic.priority,
  });
  if (!read.ok) return read;
  const change = wantsChange(topic, read.value, expectedVersion);
  if (!change.ok) return change;
  if (!change.value) return ok({ next: topic, events: [] });
  const next = { ...topic, ...read.value, version: topic.version + 1 };
  return ok({ next, events: [topicEvent('meeting.topic-edited', next)] });
}

/** Its owner takes a topic back, with votes and answers, as long as no meeting has begun in which it was taken up (TOPIC_TAKEN). */
export function withdrawTopic(
  meeting: Meeting,
  topic: Topic,
  isTaken: boolean,
  now: Instant,
): Result<readonly TopicEvent[], TopicTaken> {
  const free = stillFree(meeting, isTaken, now);
  return free.ok ? ok([topicEvent('meeting.topic-withdrawn', topic)]) : free;
}

/** Other members vote これを聞きたい, or take it back; the owner's vote is included. Errors: MEETING_CANCELLED, PREPARATION_OVER, FORBIDDEN. */
export function voteForTopic(
  meeting: Meeting,
  topic: Topic,
  voter: MemberId,
  now: Instant,
): Result<readonly TopicEvent[], MeetingCancelled | PreparationOver | Forbidden> {
  const open = openForPreparation(meeting, now);
  if (!open.ok) return open;
  return topic.memberId === voter
    ? err({ code: 'FORBIDDEN' })
    : ok([topicEvent('meeting.topic-voted', topic)]);
}

/**
 * A member who runs the meeting takes a topic up before or during it: from then on it counts as its owner's turn. The group's first two meetings are
 * for getting to know each other; they have a hot seat only if their agenda has one. Errors: MEETING_CANCELLED, MEETING_OVER, HOT_SEAT_TOO_EARLY.
 */
export function takeTopic(
  meeting: Meeting,
  topic: Topic,
  meetingsBefore: number,
  now: Instant,
): Result<readonly TopicEvent[], MeetingCancelled | MeetingOver | HotSeatTooEarly> {
  const still = stillGoing(meeting, now);
  if (!still.ok) return still;
  if (!hasHotSeat(meeting, meetingsBefore)) return err({ code: 'HOT_SEAT_TOO_EARLY' });
  return ok([topicEvent('meeting.topic-taken', topic)]);
}

/** A turn that does not come about after all. Errors: MEETING_CANCELLED, MEETING_OVER. */
export function releaseTopic(
  meeting: Meeting,
  topic: Topic,
  now: Instant,
): Result<readonly TopicEvent[], MeetingCancelled | MeetingOver> {
  const still = stillGoing(meeting, now);
  return still.ok ? ok([topicEvent('meeting.topic-released', topic)]) : still;
}

/** Whether there is a hot seat: from the group's third meeting on, or where the agenda has a step for it. */
export const hasHotSeat = (meeting: Pick<Meeting, 'agenda'>, meetingsBefore: number): boolean =>
  meetingsBefore >= 2 ||
  meeting.agenda.some(({ key, speakerRule }) => key === 'hot-seat' || speakerRule === 'PRESENTER');

function stillGoing(meeting: Meeting, now: Instant): Result<true, MeetingCancelled | MeetingOver> {
  const still = stillScheduled(meeting, now);
  return still.ok || still.error.code === 'MEETING_STARTED' ? ok(true) : err(still.error);
}

function stillFree(meeting: Meeting, isTaken: boolean, now: Instant): Result<true, TopicTaken> {
  const hasBegun = meeting.status === 'OPEN' || meeting.status === 'CLOSED' || meeting.startsAt <= now;
  return isTaken && hasBegun && meeting.status !== 'CANCELLED' ? err({ code: 'TOPIC_TAKEN' }) : ok(true);
}

function readTopic(
  draft: TopicDraft,
): Result<Pick<Topic, 'title' | 'detail' | 'minutes' | 'priority'>, BadUserInput> {
  const title = required('title', draft.title, topicLimits.title);
  if (!title.ok) return title;
  const detail = optional('detail', draft.detail, topicLimits.detail);
  if (!detail.ok) return detail;
  const minutes = readTopicMinutes(draft.minutes);
  if (!minutes.ok) return minutes;
  return ok({
    title: title.value,
    detail: detail.value,
    minutes: minutes.value,
    priority: draft.priority ?? 'B',
  });
}

const topicEvent = (name: TopicEvent['name'], { id, meetingId, groupId, memberId }: Topic): TopicEvent => ({
  name,
  ids: { topicId: id, meetingId, groupId, memberId },
});
