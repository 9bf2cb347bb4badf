import { describe, expect, it } from '@jest/globals';
import type { Meeting } from './meeting.js';
import { code, hanako, oneMeeting, today } from './meetings.factory.js';
import { rsvpToMeeting } from './rsvp-to-meeting.js';

describe('answering', () => {
  const answer = (
    changes: Partial<Meeting>,
    ...[rsvp, note = null, now = today]: [
      Parameters<typeof rsvpToMeeting>[2],
      ('LATE' | 'LEAVING_EARLY' | null)?,
      Date?,
    ]
  ) => code(rsvpToMeeting(oneMeeting(changes), hanako, rsvp, note, now));
  it('takes yes, no, online and by notes, and a word on coming late', () => {
    expect([
      answer({}, 'YES'),
      answer({}, 'NO'),
      answer({}, 'ONLINE'),
      answer({}, 'ASYNC'),
      answer({}, 'YES', 'LATE'),
      answer({}, 'ONLINE', 'LEAVING_EARLY'),
    ]).toEqual(Array(6).fill('OK'));
  });
  it('takes it from latecomers too, until the meeting ends', () => {
    const { startsAt, endsAt } = oneMeeting();
    expect(answer({ status: 'OPEN' }, 'YES', 'LATE', new Date(startsAt.getTime()))).toBe('OK');
    expect(answer({}, 'YES', null, new Date(endsAt.getTime() - 1))).toBe('OK');
    expect(answer({}, 'YES', null, new Date(endsAt.getTime()))).toBe('MEETING_OVER');
    expect(answer({ status: 'CLOSED' }, 'YES')).toBe('MEETING_OVER');
    expect(answer({ status: 'CANCELLED' }, 'YES')).toBe('MEETING_CANCELLED');
  });
  it('offers online only where there is an online part', () =>
    expect(answer({ format: 'IN_PERSON' }, 'ONLINE')).toBe('NO_ONLINE_PART'));
  it('does not let a member who stays away come late', () =>
    expect(answer({}, 'NO', 'LATE')).toBe('BAD_USER_INPUT'));
});
