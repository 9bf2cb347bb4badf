import { describe, expect, it } from '@jest/globals';
import { seatsTaken } from '../proposals/seats.js';
import { group, membership, proposal } from './group.factory.js';
import type { GroupStatus } from './group.js';
import { updateGroup } from './update-group.js';

describe('changing a group', () => {
  it('changes what is given, leaves the rest and counts the version up', () => {
    const before = group({ goals: ['売上'], version: 4 });
    expect(updateGroup(before, 3, { name: '木曜の会' }, 4)).toMatchObject({
      ok: true,
      value: { next: { ...before, name: '木曜の会', version: 5 } },
    });
  });

  it('does not overwrite what another member changed first', () => {
    expect(updateGroup(group({ version: 4 }), 3, { name: '木曜の会' }, 3)).toEqual({
      ok: false,
      error: { code: 'CONFLICT', version: 4 },
    });
  });

  it.each([
    ['FORMING', 'ACTIVE', true],
    ['FORMING', 'PAUSED', false],
    ['FORMING', 'CLOSED', true],
    ['ACTIVE', 'PAUSED', true],
    ['ACTIVE', 'FORMING', false],
    ['ACTIVE', 'CLOSED', true],
    ['PAUSED', 'ACTIVE', true],
    ['PAUSED', 'CLOSED', true],
    ['PAUSED', 'FORMING', false],
  ] as readonly [GroupStatus, GroupStatus, boolean][])('%s → %s: %s', (from, to, possible) => {
    const changed = updateGroup(group({ status: from }), 3, { status: to });
    expect(changed).toMatchObject(
      possible
        ? { ok: true, value: { next: { status: to } } }
        : { ok: false, error: { code: 'GROUP_STATUS_NOT_POSSIBLE', from, to } },
    );
  });

  it('starts to meet only when a member leads it', () => {
    expect(
      updateGroup(group({ status: 'FORMING', memberships: [membership(2)] }), 1, { status: 'ACTIVE' }),
    ).toEqual({
      ok: false,
      error: { code: 'FACILITATOR_NEEDED' },
    });
  });

  it('leaves a closed group as it was', () => {
    expect(updateGroup(group({ status: 'CLOSED' }), 3, { name: 'もう一度' })).toEqual({
      ok: false,
      error: { code: 'GROUP_CLOSED' },
    });
  });

  it('takes away no seat that is in use or promised to a proposed person', () => {
    const seats = seatsTaken(group(), [proposal(5), proposal(6, { status: 'WITHDRAWN' })]);
    expect(updateGroup(group(), seats, { capacity: 3 })).toEqual({
      ok: false,
      error: { code: 'CAPACITY_BELOW_SEATS', seats: 4 },
    });
    expect(updateGroup(group(), seats, { capacity: 4 })).toMatchObject({ ok: true });
  });
});
