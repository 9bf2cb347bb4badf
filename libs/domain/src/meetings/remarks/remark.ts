import {
  hours,
  isBefore,
  limits,
  ok,
  plus,
  required,
  type BadUserInput,
  type Id,
  type Instant,
  type MeetingId,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import type { CheckIn, CheckInId } from '../check-ins/check-in.js';
import {
  openForPreparation,
  type Meeting,
  type MeetingCancelled,
  type PreparationOver,
} from '../meeting/meeting.js';
import type { Topic, TopicId } from '../topics/topic.js';
import type { RemarkEvent } from './remark-events.js';

export type RemarkId = Id<'Remark'>;

/** ひとこと: an answer to a check-in or a topic. Those who may read what it answers may read it, and no one else. */
export interface Remark {
  readonly id: RemarkId;
  /** What it answers: one of the two. */
  readonly checkInId: CheckInId | null;
  readonly topicId: TopicId | null;
  readonly memberId: MemberId;
  readonly body: string;
  readonly createdAt: Instant;
}

export const remarkLimits = { body: limits.paragraph } as const;

/** What a remark answers, as far as it matters here. */
export type RemarkTarget =
  | { readonly kind: 'CHECK_IN'; readonly of: Pick<CheckIn, 'id' | 'visibility'> }
  | { readonly kind: 'TOPIC'; readonly of: Pick<Topic, 'id'> };

/** A member answers, in up to 2,000 characters, from the scheduling until seven days after the meeting. Errors: MEETING_CANCELLED, PREPARATION_OVER, BAD_USER_INPUT. */
export function makeRemark(
  meeting: Meeting,
  target: RemarkTarget,
  body: string,
  facts: { readonly id: RemarkId; readonly memberId: MemberId; readonly now: Instant },
): Result<
  { readonly remark: Remark; readonly events: readonly RemarkEvent[] },
  MeetingCancelled | PreparationOver | BadUserInput
> {
  const open = openForPreparation(meeting, facts.now);
  if (!open.ok) return open;
  const text = required('body', body, remarkLimits.body);
  if (!text.ok) return text;
  const remark = {
    id: facts.id,
    checkInId: target.kind === 'CHECK_IN' ? target.of.id : null,
    topicId: target.kind === 'TOPIC' ? target.of.id : null,
    memberId: facts.memberId,
    body: text.value,
    createdAt: facts.now,
  };
  return ok({ remark, events: [remarkEvent('meeting.remark-made', remark, meeting.id, target)] });
}

/** One's own words can be taken back at any time. */
export const withdrawRemark = (
  remark: Remark,
  meetingId: MeetingId,
  target: RemarkTarget,
): readonly RemarkEvent[] => [remarkEvent('meeting.remark-withdrawn', remark, meetingId, target)];

/** An answer to what the group cannot read makes no sound in it. */
function remarkEvent(
  name: 'meeting.remark-made' | 'meeting.remark-withdrawn',
  { id: remarkId }: Remark,
  meetingId: MeetingId,
  target: RemarkTarget,
): RemarkEvent {
  const isPrivate = target.kind === 'CHECK_IN' && target.of.visibility !== 'GROUP';
  if (isPrivate) return { name: 'check-in.answered', ids: { remarkId } };
  const answered = target.kind === 'CHECK_IN' ? { checkInId: target.of.id } : { topicId: target.of.id };
  return { name, ids: { remarkId, meetingId, ...answered } };
}

/** Answers that follow each other within the hour are one burst. */
const burst = hours(1);
/**
 * The first of the burst that an answer belongs to: its writer is told of that one, and of no other until it has been quiet for an hour.
 * `thread`: the answers of others to the same check-in or topic.
 */
export function burstOf<R extends Pick<Remark, 'id' | 'createdAt'>>(remark: R, thread: readonly R[]): R {
  const earlier = thread
    .filter(({ createdAt }) => isBefore(createdAt, remark.createdAt))
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  let first = remark;
  for (const one of earlier) {
    if (isBefore(one.createdAt, plus(first.createdAt, -burst))) break;
    first = one;
  }
  return first;
}
