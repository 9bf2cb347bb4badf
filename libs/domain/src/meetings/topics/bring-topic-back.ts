import { Temporal } from 'temporal-polyfill';
import {
  err,
  instantAt,
  ok,
  type Forbidden,
  type Instant,
  type MeetingId,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import type { Meeting } from '../meeting/meeting.js';
import { proposeTopic, type Topic, type TopicId } from './topic.js';

/** 一年後の今日: a topic of the hot seat whose owner agreed to look at it again, and what it was brought back as. */
export interface LookBack {
  readonly meetingId: MeetingId;
  readonly topicId: TopicId;
  /** Brought back, to a meeting that was not called off. */
  readonly again: { readonly topicId: TopicId; readonly meetingId: MeetingId } | null;
}

/** From the morning on which its owner is told. */
export const isTimeToLookBack = (
  meeting: Pick<Meeting, 'status' | 'startsAtLocal' | 'timeZone'>,
  now: Instant,
): boolean => meeting.status === 'CLOSED' && now >= oneYearAfter(meeting);

/**
 * Its owner, who agreed at the closing, brings the topic to the next meeting. Once is enough: `null` where it has been brought back.
 * Errors: FORBIDDEN (another member's, not agreed, before the year is over), and those of `proposeTopic`.
 */
export function bringTopicBack(
  then: Meeting,
  topic: Topic,
  lookBack: LookBack | null,
  next: Meeting,
  facts: {
    readonly id: TopicId;
    readonly memberId: MemberId;
    readonly ownSoFar: number;
    readonly now: Instant;
  },
): ReturnType<typeof proposeTopic> | Result<null, Forbidden> {
  if (!lookBack || topic.memberId !== facts.memberId || !isTimeToLookBack(then, facts.now))
    return err({ code: 'FORBIDDEN' });
  return lookBack.again ? ok(null) : proposeTopic(next, topic, facts);
}

/** 一年後の今日: the same day a year on at eight in the morning; of 29 February the 28th. */
export function oneYearAfter(meeting: Pick<Meeting, 'startsAtLocal' | 'timeZone'>): Instant {
  const day = Temporal.PlainDate.from(meeting.startsAtLocal.slice(0, 10)).add({ years: 1 }).toString();
  return instantAt(`${day}T08:00`, meeting.timeZone);
}
