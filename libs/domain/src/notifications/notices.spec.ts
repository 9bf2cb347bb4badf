import { describe, expect, it } from '@jest/globals';
import { directMailKinds, isNoticeKind, mutableKinds, noticeKinds, ruleOf } from './index.js';

const ids = {
  meetingId: '01938f4e-0000-7000-8000-000000000001',
  groupId: '01938f4e-0000-7000-8000-000000000002',
  requestId: '01938f4e-0000-7000-8000-000000000003',
  goodNewsId: '01938f4e-0000-7000-8000-000000000004',
  pollId: '01938f4e-0000-7000-8000-000000000004',
  memberId: '01938f4e-0000-7000-8000-000000000005',
};

describe('the kinds of notices', () => {
  it.each(noticeKinds)('%s opens a page of its own', (kind) => {
    expect(ruleOf(kind).path(ids)).toMatch(
      /^\/((meetings|groups|support|facilitator|support\/good-news|polls|members)\/[a-z]{3}_[0-9a-f-]{36}((\/|#)[a-z-]+)?|me\/[a-z]+|calendar)$/,
    );
  });
  it.each(directMailKinds)('%s never waits, is never switched off and never stands in the bell', (kind) => {
    expect(ruleOf(kind)).toMatchObject({ screen: false, mail: true, quiet: false, mutable: false });
    expect(isNoticeKind(kind)).toBe(false);
  });
  it('dates, places, reminders and cancellations go out at any hour', () => {
    const atAnyHour = [...noticeKinds, ...directMailKinds].filter((kind) =>
      /reminder|cancelled|moved|place|invite$/.test(kind),
    );
    expect(atAnyHour).toHaveLength(7);
    for (const kind of atAnyHour) expect(ruleOf(kind).quiet).toBe(false);
  });
  it('what the group decides about itself cannot be switched off', () => {
    for (const kind of [
      'group.joined',
      'group.member-proposed',
      'group.invitation-accepted',
      'group.role-set',
      'group.concern-unheard',
      'group.concern-raised',
      'charter.amended',
      'meeting.cancelled',
    ])
      expect(mutableKinds).not.toContain(kind);
  });
  it('names nothing that an object inherits', () => {
    for (const word of ['toString', '__proto__', 'constructor', '']) expect(isNoticeKind(word)).toBe(false);
  });
});
