import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Result } from '../../kernel/index.js';
import { addGroupMember, type Admission } from './add-group-member.js';
import {
  at,
  facilitator,
  group,
  member,
  membership,
  outsider,
  peer,
  proposal,
  uuid,
} from '../group/group.factory.js';
import { type Group, participantsOf, type Place } from '../group/group.js';
import { leaveGroup } from './leave-group.js';
import { acceptProposal } from '../proposals/accept-proposal.js';
import {
  type MemberProposal,
  type MemberProposalId,
  openProposals,
  withdrawProposal,
} from '../proposals/proposal.js';
import { seatsTaken } from '../proposals/seats.js';
import { setGroupRole } from './set-group-role.js';
import { updateGroup } from '../group/update-group.js';

const by = { proposedBy: member(1), proposalId: uuid(300) as MemberProposalId };
const add = (
  to: Group,
  n: number,
  place: Place = peer,
  proposals: readonly MemberProposal[] = [],
): Result<Admission> =>
  addGroupMember(to, proposals, { memberId: member(n), status: 'ACTIVE' }, place, by, at(10));

const of = (size: number, capacity: number, changes: Partial<Group> = {}) =>
  group({ capacity, memberships: Array.from({ length: size }, (_, n) => membership(n + 1)), ...changes });

describe('asking a member in', () => {
  it('seats them at once while nothing has been said in confidence', () => {
    expect(add(group(), 7)).toMatchObject({
      ok: true,
      value: {
        outcome: 'JOINED',
        events: [{ name: 'group.member-joined', ids: { memberId: member(7) } }],
      },
    });
  });

  it('shows them to the members for seven days once something has', () => {
    expect(add(group({ firstContentAt: at(2) }), 7)).toMatchObject({
      ok: true,
      value: {
        outcome: 'PROPOSED',
        proposal: { memberId: member(7), proposedBy: member(1), decidesAt: at(17), status: 'OPEN' },
        events: [{ name: 'group.member-proposed' }],
      },
    });
  });

  it('a full group turns the ninth person away, kindly', () => {
    const full = { ok: false, error: { code: 'GROUP_FULL', capacity: 8 } };
    expect(add(of(8, 8), 9)).toEqual(full);
    expect(add(of(8, 8, { firstContentAt: at(2) }), 9)).toEqual(full);
    expect(add(of(7, 8, { firstContentAt: at(2) }), 9, peer, [proposal(20)])).toEqual(full);
  });

  it('has room for a facilitator from outside even when it is full', () => {
    expect(add(of(8, 8), 9, outsider)).toMatchObject({ ok: true });
    expect(add(of(8, 8), 9, facilitator)).toMatchObject({ ok: false, error: { code: 'GROUP_FULL' } });
  });

  it('says so when they are in it or proposed already, or the group is closed', () => {
    const proposed = [proposal(7)];
    expect(add(group(), 2)).toEqual({ ok: false, error: { code: 'ALREADY_IN_GROUP' } });
    expect(add(group({ firstContentAt: at(2) }), 7, peer, proposed)).toEqual({
      ok: false,
      error: { code: 'ALREADY_PROPOSED' },
    });
    expect(add(group({ status: 'CLOSED' }), 7)).toEqual({ ok: false, error: { code: 'GROUP_CLOSED' } });
  });

  it.each([
    ['INVITED', true],
    ['ACTIVE', true],
    ['ON_LEAVE', true],
    ['ALUMNI', false],
    ['SUSPENDED', false],
    ['DECEASED', false],
  ] as const)('a member who is %s can be added: %s', (status, possible) => {
    expect(addGroupMember(group(), [], { memberId: member(7), status }, peer, by, at(10)).ok).toBe(possible);
  });

  it('refuses a deputy or an outsider who is not a facilitator', () => {
    expect(add(group(), 7, { ...peer, deputy: true })).toMatchObject({ error: { field: 'deputy' } });
    expect(add(group(), 7, { ...peer, takesPart: false })).toMatchObject({ error: { field: 'takesPart' } });
  });
});

describe('whatever happens in a group', () => {
  const person = fc.integer({ min: 1, max: 12 });
  const place = fc.constantFrom(peer, facilitator, outsider);
  const act = fc.oneof(
    fc.record({ do: fc.constant('add' as const), person, place }),
    fc.record({ do: fc.constant('role' as const), person, place }),
    fc.record({ do: fc.constant('leave' as const), person }),
    fc.record({ do: fc.constant('accept' as const), person }),
    fc.record({ do: fc.constant('withdraw' as const), person }),
    fc.record({ do: fc.constant('talk' as const) }),
    fc.record({ do: fc.constant('capacity' as const), capacity: fc.integer({ min: 2, max: 8 }) }),
  );

  it('never seats more people than it has seats, keeps its promises of a seat, and keeps its facilitator', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let now = group({ capacity: 4, memberships: [membership(1, facilitator)] });
        let proposals: readonly MemberProposal[] = [];
        const settle = (settled: MemberProposal) =>
          (proposals = proposals.map((one) => (one.id === settled.id ? settled : one)));
        const isLed = () => now.memberships.some(({ role }) => role === 'FACILITATOR');
        acts.forEach((one, step) => {
          const wasLed = isLed();
          if (one.do === 'add') {
            const ids = { proposedBy: member(1), proposalId: uuid(1000 + step) as MemberProposalId };
            const candidate = { memberId: member(one.person), status: 'ACTIVE' as const };
            const done = addGroupMember(now, proposals, candidate, one.place, ids, at(1));
            if (!done.ok) return;
            if (done.value.outcome === 'JOINED') now = done.value.next;
            else proposals = [...proposals, done.value.proposal];
          } else if (one.do === 'role') {
            const ids = { proposedBy: member(1), proposalId: uuid(1000 + step) as MemberProposalId };
            const by = { ...ids, now: at(1) };
            const done = setGroupRole(now, proposals, member(one.person), one.place, by);
            if (!done.ok) return;
            if (done.value.outcome === 'SET') now = done.value.next;
            else proposals = [...proposals, done.value.proposal];
          } else if (one.do === 'leave') {
            const done = leaveGroup(now, member(one.person));
            if (!done.ok) return;
            now = done.value.next;
            for (const open of openProposals(proposals).filter(
              ({ memberId }) => memberId === member(one.person),
            )) {
              const taken = withdrawProposal(open);
              if (taken.ok) settle(taken.value.next);
            }
          } else if (one.do === 'capacity') {
            const done = updateGroup(now, seatsTaken(now, proposals), { capacity: one.capacity });
            if (done.ok) now = done.value.next;
          } else if (one.do === 'talk') {
            now = { ...now, firstContentAt: at(1) };
          } else {
            const open = openProposals(proposals).find(({ memberId }) => memberId === member(one.person));
            if (!open) return;
            if (one.do === 'accept') {
              const done = acceptProposal(now, proposals, open, { status: 'ACTIVE', heard: 0 }, at(20));
              expect(done.ok).toBe(true);
              if (done.ok) [now] = [done.value.group, settle(done.value.proposal)];
            } else {
              const done = withdrawProposal(open);
              if (done.ok) settle(done.value.next);
            }
          }
          expect(participantsOf(now).length).toBeLessThanOrEqual(now.capacity);
          expect(seatsTaken(now, proposals)).toBeLessThanOrEqual(now.capacity);
          // A member who comes into a deserted group leads it only if asked to.
          if (wasLed && now.memberships.length > 0) expect(isLed()).toBe(true);
          expect(new Set(now.memberships.map(({ memberId }) => memberId)).size).toBe(now.memberships.length);
        });
      }),
      { numRuns: 300 },
    );
  });
});
