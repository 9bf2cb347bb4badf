import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MemberId, UserId } from '../../kernel/index.js';
import {
  canEditProfile,
  canManageMembers,
  canSeeMember,
  canSeePhone,
  changeProfile,
  enter,
  mayEnter,
  memberStatuses,
  newMember,
  tenantRoles,
  type Member,
} from './member.js';
import { updateMember } from './update-member.js';

const id = '01938f4e-0000-7000-8000-000000000001' as MemberId;
const userId = '01938f4e-0000-7000-8000-000000000002' as UserId;
const other = '01938f4e-0000-7000-8000-000000000003' as MemberId;
const hanako = (over: Partial<Member> = {}): Member => ({
  id,
  userId,
  displayName: '山田 花子',
  kana: 'やまだ はなこ',
  phone: null,
  businessName: null,
  industry: null,
  prefecture: null,
  strengths: null,
  role: 'MEMBER',
  status: 'ACTIVE',
  version: 3,
  ...over,
});
const office = { admins: 2 };

describe('what the office changes', () => {
  it.each([
    ['INVITED', 'ACTIVE', true],
    ['ACTIVE', 'ON_LEAVE', true],
    ['ON_LEAVE', 'ACTIVE', true],
    ['ON_LEAVE', 'ALUMNI', true],
    ['ACTIVE', 'ALUMNI', true],
    ['ALUMNI', 'ACTIVE', true],
    ['ACTIVE', 'SUSPENDED', true],
    ['SUSPENDED', 'ACTIVE', true],
    ['ACTIVE', 'DECEASED', true],
    ['DECEASED', 'ACTIVE', true],
    ['ACTIVE', 'INVITED', false],
    ['ALUMNI', 'ON_LEAVE', false],
    ['SUSPENDED', 'ON_LEAVE', false],
    ['INVITED', 'ON_LEAVE', false],
    ['DECEASED', 'SUSPENDED', false],
  ] as const)('%s → %s: %s', (from, to, possible) => {
    const changed = updateMember(hanako({ status: from }), { status: to }, office);
    if (possible)
      expect(changed).toMatchObject({
        ok: true,
        value: { next: { status: to }, events: [{ name: 'member.status-changed' }] },
      });
    else expect(changed).toEqual({ ok: false, error: { code: 'BAD_STATUS_CHANGE', from, to } });
  });

  it('the last admin stays one', () => {
    const chief = hanako({ role: 'ADMIN' });
    expect(updateMember(chief, { role: 'MEMBER' }, { admins: 1 })).toEqual({
      ok: false,
      error: { code: 'LAST_ADMIN' },
    });
    expect(updateMember(chief, { status: 'ALUMNI' }, { admins: 1 })).toEqual({
      ok: false,
      error: { code: 'LAST_ADMIN' },
    });
    expect(updateMember(chief, { status: 'ON_LEAVE' }, { admins: 1 }).ok).toBe(true);
    expect(updateMember(chief, { role: 'MEMBER' }, { admins: 2 }).ok).toBe(true);
  });

  it('an office never runs out of admins, whatever is changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...memberStatuses),
        fc.constantFrom(...tenantRoles),
        fc.constantFrom(...memberStatuses),
        fc.constantFrom(...tenantRoles),
        (status, role, nextStatus, nextRole) => {
          const changed = updateMember(
            hanako({ status, role }),
            { status: nextStatus, role: nextRole },
            { admins: 1 },
          );
          if (changed.ok && role === 'ADMIN' && mayEnter(status))
            expect(changed.value.next.role === 'ADMIN' && mayEnter(changed.value.next.status)).toBe(true);
        },
      ),
    );
  });

  it('an outdated copy is refused, and nothing changes nothing', () => {
    expect(updateMember(hanako(), { displayName: 'x', expectedVersion: 2 }, office)).toEqual({
      ok: false,
      error: { code: 'CONFLICT', version: 3 },
    });
    expect(updateMember(hanako(), {}, office)).toEqual({
      ok: true,
      value: { next: hanako(), events: [] },
    });
  });
});

describe('a profile', () => {
  it('is folded where folding helps, and emptied by an empty text', () => {
    expect(
      changeProfile(hanako({ strengths: '簿記' }), {
        kana: 'ヤマダ',
        phone: '０３－１２３４－５６７８',
        prefecture: '福岡',
        strengths: '',
        industry: ' カフェ ',
      }),
    ).toEqual({
      ok: true,
      value: hanako({
        kana: 'やまだ',
        phone: '03-1234-5678',
        prefecture: '福岡県',
        strengths: null,
        industry: 'カフェ',
      }),
    });
  });
  it.each([
    [{ displayName: '  ' }, 'displayName', 'REQUIRED'],
    [{ businessName: 'あ'.repeat(121) }, 'businessName', 'TOO_LONG'],
    [{ strengths: 'あ'.repeat(10_000) }, 'strengths', 'TOO_LONG'],
    [{ industry: 'a\u0000b' }, 'industry', 'MALFORMED'],
    [{ phone: '12' }, 'phone', 'MALFORMED'],
    [{ prefecture: '江戸' }, 'prefecture', 'UNKNOWN'],
  ])('refuses %j', (changes, field, rule) =>
    expect(changeProfile(hanako(), changes)).toMatchObject({ ok: false, error: { field, rule } }),
  );
});

describe('who may', () => {
  const me = { memberId: id, role: 'MEMBER' } as const;
  const admin = { memberId: other, role: 'ADMIN' } as const;
  const peer = { memberId: other, role: 'MEMBER' } as const;
  it('see a phone number: its owner and the office', () => {
    expect([me, admin, peer].map((viewer) => canSeePhone(viewer, id).ok)).toEqual([true, true, false]);
  });
  it('edit a profile: its owner and the office', () => {
    expect([me, admin, peer].map((viewer) => canEditProfile(viewer, id).ok)).toEqual([true, true, false]);
  });
  it('manage members: the office', () =>
    expect([me, admin].map((viewer) => canManageMembers(viewer).ok)).toEqual([false, true]));
  it('know who is only invited: the office', () => {
    expect([peer, admin].map((viewer) => canSeeMember(viewer, { id, status: 'INVITED' }).ok)).toEqual([
      false,
      true,
    ]);
    expect(canSeeMember(peer, { id, status: 'ACTIVE' }).ok).toBe(true);
  });
});

describe('coming in', () => {
  it('who was invited, has left or is on leave becomes active', () => {
    for (const status of ['INVITED', 'ALUMNI', 'ON_LEAVE', 'ACTIVE'] as const)
      expect(enter(hanako({ status, userId: null }), userId)).toMatchObject({
        ok: true,
        value: { next: { status: 'ACTIVE', userId } },
      });
  });
  it('who was suspended does not', () =>
    expect(enter(hanako({ status: 'SUSPENDED' }), userId).ok).toBe(false));
  it('a new member without an account is invited, with one active', () => {
    expect(newMember(id, { displayName: '山田 花子' }, { userId: null, role: 'MEMBER' })).toMatchObject({
      value: { status: 'INVITED' },
    });
    expect(newMember(id, { displayName: '山田 花子' }, { userId, role: 'ADMIN' })).toMatchObject({
      value: { status: 'ACTIVE', role: 'ADMIN' },
    });
  });
});
