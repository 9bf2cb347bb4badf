import { describe, expect, it } from '@jest/globals';
import { facilitator, group, member, membership, outsider, peer } from '../group/group.factory.js';
import { leaveGroup } from './leave-group.js';
import { givePlace } from '../proposals/seats.js';

describe('leaving a group', () => {
  it('is possible for a member at any time', () => {
    expect(leaveGroup(group(), member(2))).toMatchObject({
      ok: true,
      value: { events: [{ name: 'group.member-left', ids: { memberId: member(2) } }] },
    });
  });

  it('asks the last facilitator for a successor first', () => {
    expect(leaveGroup(group(), member(1))).toEqual({ ok: false, error: { code: 'LAST_FACILITATOR' } });
    const succeeded = givePlace(group(), [], member(2), facilitator);
    expect(succeeded.ok && leaveGroup(succeeded.value.next, member(1)).ok).toBe(true);
  });

  it('needs no successor where no member remains or the group is closed', () => {
    expect(leaveGroup(group({ memberships: [membership(1, facilitator)] }), member(1)).ok).toBe(true);
    expect(leaveGroup(group({ status: 'CLOSED' }), member(1)).ok).toBe(true);
  });

  it('happens to a facilitator who is gone from the organisation, successor or not', () => {
    expect(leaveGroup(group(), member(1), 'GONE').ok).toBe(true);
  });

  it('is nothing for a member who is not in it', () => {
    expect(leaveGroup(group(), member(7))).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('changing a place', () => {
  it('does not leave a group without a facilitator', () => {
    expect(givePlace(group(), [], member(1), peer)).toEqual({
      ok: false,
      error: { code: 'LAST_FACILITATOR' },
    });
  });

  it('asks for a seat when a person from outside begins to take part', () => {
    const full = group({
      capacity: 2,
      memberships: [membership(1, outsider), membership(2), membership(3)],
    });
    expect(givePlace(full, [], member(1), facilitator)).toEqual({
      ok: false,
      error: { code: 'GROUP_FULL', capacity: 2 },
    });
    expect(givePlace({ ...full, capacity: 3 }, [], member(1), facilitator).ok).toBe(true);
  });

  it('does not overwrite what another member changed first', () => {
    expect(givePlace(group(), [], member(2), facilitator, 2)).toMatchObject({
      error: { code: 'CONFLICT' },
    });
  });
});
