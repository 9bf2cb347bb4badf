import { describe, expect, it } from '@jest/globals';
import type { MemberId } from '../../kernel/index.js';
import { canMuteRequest, muteMember } from '../index.js';

const uuid = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const member = (n: number) => uuid(n) as MemberId;
const asker = member(1);

describe('muting', () => {
  it('is not for oneself', () => {
    expect(muteMember(asker, asker)).toMatchObject({ error: { code: 'BAD_USER_INPUT', field: 'memberId' } });
    expect(muteMember(asker, member(2)).ok).toBe(true);
  });
  it('leaves the asker their own thread', () => {
    const viewer = { memberId: asker, role: 'MEMBER' as const };
    expect(canMuteRequest(viewer, { mine: true, inAudience: true }).ok).toBe(false);
    expect(canMuteRequest(viewer, { mine: false, inAudience: true }).ok).toBe(true);
  });
});
