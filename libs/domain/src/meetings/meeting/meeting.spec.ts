import { describe, expect, test } from '@jest/globals';
import type { Group, GroupRole } from '../../groups/index.js';
import type { Actor } from '../../people/index.js';
import {
  canRsvp,
  canRsvpForOthers,
  canSchedule,
  canSeeMeetings,
  meetingAbilities,
  readUrl,
  type Meeting,
} from './meeting.js';
import { groupId, hanako, oneMeeting, today } from './meetings.factory.js';

const member: Actor = { memberId: hanako, role: 'MEMBER' };
const office: Actor = { memberId: hanako, role: 'ADMIN' };
const groupWith = (role: GroupRole | null, status: Group['status'] = 'ACTIVE'): Group => ({
  id: groupId,
  name: '朝の会',
  purpose: '',
  goals: [],
  template: 'MIXED',
  capacity: 8,
  status,
  programmeId: null,
  createdBy: hanako,
  createdAt: today,
  firstContentAt: null,
  version: 1,
  memberships: role
    ? [{ memberId: hanako, role, deputy: false, takesPart: true, joinedAt: today, version: 1 }]
    : [],
});

describe('who may do what', () => {
  test.each([
    ['a member of another group', member, null, ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']],
    ['a member of the group', member, 'MEMBER', ['yes', 'FORBIDDEN', 'yes', 'FORBIDDEN']],
    ['a facilitator', member, 'FACILITATOR', ['yes', 'yes', 'yes', 'yes']],
    ['the office', office, null, ['yes', 'yes', 'FORBIDDEN', 'yes']],
    ['someone of the office who belongs to the group', office, 'MEMBER', ['yes', 'yes', 'yes', 'yes']],
  ] as const)('%s: see, schedule, answer, answer for others', (_, viewer, role, expected) => {
    const group = groupWith(role);
    const verdicts = [canSeeMeetings, canSchedule, canRsvp, canRsvpForOthers].map((may) =>
      may(viewer, group),
    );
    expect(verdicts.map((verdict) => (verdict.ok ? 'yes' : verdict.error.code))).toEqual(expected);
  });
  test('no button is offered for a meeting that is over or called off, nor new dates in a closed group', () => {
    const buttons = (changes: Partial<Meeting>, now = today): boolean[] => {
      const { edit, rsvp, rsvpForOthers } = meetingAbilities(
        member,
        groupWith('FACILITATOR'),
        oneMeeting(changes),
        now,
      );
      return [edit, rsvp, rsvpForOthers];
    };
    expect(buttons({})).toEqual([true, true, true]);
    expect(buttons({ status: 'CANCELLED' })).toEqual([false, false, false]);
    expect(buttons({}, new Date('2027-12-31T00:00:00Z'))).toEqual([false, false, false]);
    expect(canSchedule(office, groupWith('FACILITATOR', 'CLOSED')).ok).toBe(false);
  });
});
test.each(['http://x', 'https://zoom.us/j/1?pwd=2', 'https://例え.jp/会議'])(
  '%s is an address to tap',
  (url) => expect(readUrl(url)).toEqual({ ok: true, value: url }),
);
test.each([
  'zoom.us/j/1',
  'javascript:alert(1)',
  'https://',
  'https://a b',
  'data:text/html,x',
  'https://a/"onclick=x',
  'ftp://x',
])('%s is not', (url) => expect(readUrl(url).ok).toBe(false));
