import { describe, expect, it } from '@jest/globals';
import { days, plus, type Id, type MemberId } from '../../kernel/index.js';
import {
  acceptInvitation,
  mayInviteUnproven,
  revokeInvitation,
  sendInvitation,
  type Invitation,
} from './invitation.js';

const id = '01938f4e-0000-7000-8000-000000000001' as MemberId;
const other = '01938f4e-0000-7000-8000-000000000003' as MemberId;

describe('an invitation', () => {
  const now = new Date('2026-11-20T10:00:00Z');
  const invitation: Invitation = {
    id: '01938f4e-0000-7000-8000-000000000004' as Id<'Invitation'>,
    memberId: id,
    email: 'hanako@example.jp',
    invitedBy: other,
    createdAt: now,
    expiresAt: plus(now, days(14)),
    sentAt: now,
    acceptedAt: null,
    revokedAt: null,
    version: 1,
  };
  it('is taken up once', () => {
    const accepted = acceptInvitation(invitation, now);
    expect(accepted).toMatchObject({ ok: true, value: { acceptedAt: now } });
    if (accepted.ok)
      expect(acceptInvitation(accepted.value, now)).toEqual({
        ok: false,
        error: { code: 'INVITATION_USED' },
      });
  });
  it('can be taken up for fourteen days, to the millisecond', () => {
    expect(acceptInvitation(invitation, plus(now, days(14) - 1)).ok).toBe(true);
    expect(acceptInvitation(invitation, plus(now, days(14)))).toEqual({
      ok: false,
      error: { code: 'INVITATION_EXPIRED' },
    });
  });
  it('sent again lives for fourteen more days; taken back it is over', () => {
    const later = plus(now, days(20));
    expect(sendInvitation(invitation, later)).toMatchObject({
      ok: true,
      value: { sentAt: later, expiresAt: plus(later, days(14)) },
    });
    const revoked = revokeInvitation(invitation, now);
    expect(revoked.ok && acceptInvitation(revoked.value, now)).toEqual({
      ok: false,
      error: { code: 'INVITATION_USED' },
    });
    expect(revoked.ok && sendInvitation(revoked.value, now)).toEqual({
      ok: false,
      error: { code: 'INVITATION_USED' },
    });
  });
});

describe('inviting before one’s own address is proven', () => {
  it('reaches fifty people and no more', () => {
    expect(mayInviteUnproven(49, 1).ok).toBe(true);
    expect(mayInviteUnproven(50, 0).ok).toBe(true);
    expect(mayInviteUnproven(50, 1)).toEqual({ ok: false, error: { code: 'EMAIL_UNPROVEN', limit: 50 } });
  });
});
