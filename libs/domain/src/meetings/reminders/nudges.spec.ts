import { describe, expect, it, test } from '@jest/globals';
import type { Membership } from '../../groups/index.js';
import { days, hours, plus, type MemberId } from '../../kernel/index.js';
import type { Meeting, RsvpGiven } from '../meeting/meeting.js';
import { oneMeeting, today } from '../meeting/meetings.factory.js';
import { nudgePlan, nudgeVerdict, whomToNudge, type NudgeKind } from './nudges.js';

const member = (n: number): MemberId => `00000000-0000-7000-8000-00000000020${n}` as MemberId;
const seat = (n: number, changes: Partial<Membership> = {}): Membership => ({
  memberId: member(n),
  role: 'MEMBER',
  deputy: false,
  takesPart: true,
  joinedAt: today,
  version: 1,
  ...changes,
});

const meeting = oneMeeting();
const madeBefore = (daysBefore: number, changes: Partial<Meeting> = {}): Meeting => ({
  ...meeting,
  timeSetAt: plus(meeting.startsAt, -days(daysBefore)),
  ...changes,
});

describe('asking for what is missing', () => {
  test.each<[NudgeKind, number, number, Partial<Meeting>, string]>([
    ['rsvp', 30, 5, {}, 'SEND'],
    ['rsvp', 30, 6, {}, 'WAIT'],
    ['rsvp', 30, 1, {}, 'SEND'],
    ['rsvp', 4, 3, {}, 'SILENT'],
    ['check-in', 4, 3, {}, 'SEND'],
    ['check-in', 30, 3.5, {}, 'WAIT'],
    ['check-in', 3, 2, {}, 'SILENT'],
    ['check-in', 30, 3, { status: 'CANCELLED' }, 'SILENT'],
    ['check-in', 30, 3, { status: 'OPEN' }, 'SILENT'],
    ['check-in', 30, 0, {}, 'SILENT'],
  ])('%s, agreed %s days before, %s days before: %j → %s', (kind, made, before, changes, expected) =>
    expect(nudgeVerdict(madeBefore(made, changes), kind, plus(meeting.startsAt, -days(before)))).toBe(
      expected,
    ),
  );

  it('is planned for the fifth and the third day before', () => {
    const lead = (kind: NudgeKind) =>
      (meeting.startsAt.getTime() - nudgePlan(madeBefore(30), kind)!.getTime()) / hours(24);
    expect([lead('rsvp'), lead('check-in')]).toEqual([5, 3]);
  });

  it('goes to those it is missing from: not to who declined, wrote, or leads from outside', () => {
    const circle = {
      memberships: [seat(1, { role: 'FACILITATOR', takesPart: false }), ...[2, 3, 4, 5].map((n) => seat(n))],
    };
    const given = (n: number, answer: RsvpGiven['answer']): RsvpGiven => ({
      memberId: member(n),
      answer,
      note: null,
    });
    const rsvps = [given(2, 'NO'), given(3, 'ASYNC')];
    const written = new Set([member(4)]);
    expect(whomToNudge('rsvp', circle, rsvps, written)).toEqual([1, 4, 5].map(member));
    expect(whomToNudge('check-in', circle, rsvps, written)).toEqual([3, 5].map(member));
  });
});
