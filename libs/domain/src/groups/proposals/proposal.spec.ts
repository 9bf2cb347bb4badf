import { describe, expect, it } from '@jest/globals';
import {
  asAdmin,
  asMember,
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
import type { Group, Place } from '../group/group.js';
import { acceptProposal } from './accept-proposal.js';
import {
  canAcceptProposal,
  canRaiseConcern,
  canReadConcerns,
  canWithdrawProposal,
  isDueWithoutConcern,
  type MemberProposal,
  type MemberProposalId,
  raiseConcern,
  withdrawProposal,
} from './proposal.js';
import { seatsTaken } from './seats.js';
import { readdressPlace } from '../memberships/readdress-place.js';
import { setGroupRole } from '../memberships/set-group-role.js';

const talking = group({ firstContentAt: at(1) });

describe('a person proposed to a group', () => {
  it('joins by time alone after seven days without a concern', () => {
    expect(isDueWithoutConcern(proposal(7), at(7))).toBe(false);
    expect(isDueWithoutConcern(proposal(7), at(8))).toBe(true);
    expect(isDueWithoutConcern(proposal(7, { concerns: 1 }), at(8))).toBe(false);
    expect(isDueWithoutConcern(proposal(7, { status: 'WITHDRAWN' }), at(8))).toBe(false);
  });

  it('takes the promised seat when accepted, in the role they were proposed for', () => {
    const accepted = acceptProposal(
      talking,
      [proposal(7)],
      proposal(7, { ...facilitator }),
      { status: 'ACTIVE', heard: 0 },
      at(8),
    );
    expect(accepted).toMatchObject({
      ok: true,
      value: {
        proposal: { status: 'ACCEPTED' },
        events: [{ name: 'group.proposal-accepted' }, { name: 'group.member-joined' }],
      },
    });
    expect(accepted.ok && accepted.value.group.memberships.at(-1)).toMatchObject({
      memberId: member(7),
      role: 'FACILITATOR',
      joinedAt: at(8),
    });
  });

  it('is not let in early, so that every member has seven days to think', () => {
    expect(
      acceptProposal(talking, [], proposal(7, { concerns: 1 }), { status: 'ACTIVE', heard: 0 }, at(7)),
    ).toEqual({
      ok: false,
      error: { code: 'PROPOSAL_STILL_SHOWN', until: at(8).toISOString() },
    });
  });

  it('is decided once', () => {
    for (const status of ['ACCEPTED', 'WITHDRAWN'] as const) {
      const decided = { ok: false, error: { code: 'PROPOSAL_DECIDED' } };
      expect(
        acceptProposal(talking, [], proposal(7, { status }), { status: 'ACTIVE', heard: 0 }, at(9)),
      ).toEqual(decided);
      expect(withdrawProposal(proposal(7, { status }))).toEqual(decided);
      expect(raiseConcern(proposal(7, { status }), '同じ商店街です', false)).toEqual(decided);
    }
  });

  it('cannot join when they have left the organisation meanwhile', () => {
    expect(acceptProposal(talking, [], proposal(7), { status: 'ALUMNI', heard: 0 }, at(9))).toEqual({
      ok: false,
      error: { code: 'MEMBER_NOT_ADDABLE' },
    });
  });

  it('cannot join a group that closed meanwhile', () => {
    expect(
      acceptProposal(
        { ...talking, status: 'CLOSED' },
        [],
        proposal(7),
        { status: 'ACTIVE', heard: 0 },
        at(9),
      ),
    ).toMatchObject({
      error: { code: 'GROUP_CLOSED' },
    });
  });
});

describe('a concern', () => {
  it('counts once per member, needs words, and leaves no name in the trail of events', () => {
    expect(raiseConcern(proposal(7), '商売がたきです', false)).toMatchObject({
      value: { next: { concerns: 1 }, events: [{ name: 'group.concern-raised', anonymous: true }] },
    });
    expect(raiseConcern(proposal(7, { concerns: 1 }), '言い直します', true)).toMatchObject({
      value: { next: { concerns: 1 }, events: [] },
    });
    expect(raiseConcern(proposal(7), ' ', false)).toMatchObject({
      error: { field: 'note', rule: 'REQUIRED' },
    });
    expect(raiseConcern(proposal(7), '長'.repeat(10_000), false)).toMatchObject({
      error: { rule: 'TOO_LONG' },
    });
  });

  it('comes from those in the group and is read by its facilitators alone', () => {
    expect(canRaiseConcern(asMember(2), talking, proposal(7)).ok).toBe(true);
    expect(canRaiseConcern(asAdmin(9), talking, proposal(7))).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(canRaiseConcern(asMember(7), talking, proposal(7))).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(canReadConcerns(asMember(1), talking, proposal(7)).ok).toBe(true);
    expect(canReadConcerns(asMember(2), talking, proposal(7)).ok).toBe(false);
    expect(canReadConcerns(asAdmin(9), talking, proposal(7)).ok).toBe(false);
  });

  it('is decided by the facilitators, and by the office only where there are none', () => {
    expect(canAcceptProposal(asMember(1), talking, proposal(7)).ok).toBe(true);
    expect(canAcceptProposal(asMember(2), talking, proposal(7)).ok).toBe(false);
    expect(canAcceptProposal(asAdmin(9), talking, proposal(7)).ok).toBe(false);
    expect(canAcceptProposal(asAdmin(9), { ...talking, memberships: [membership(2)] }, proposal(7)).ok).toBe(
      true,
    );
  });

  it('is not raised, read or decided by the one it is about', () => {
    const about = proposal(1, { kind: 'ROLE' });
    expect(canRaiseConcern(asMember(1), talking, about).ok).toBe(false);
    expect(canReadConcerns(asMember(1), talking, about).ok).toBe(false);
    expect(canAcceptProposal(asMember(1), talking, about).ok).toBe(false);
  });

  it.each([
    [0, 0, 'ok'],
    [1, 1, 'ok'],
    [1, 0, 'CONCERN_UNHEARD'],
    [2, 1, 'CONCERN_UNHEARD'],
  ])('%i of them, %i heard by those who decide: %s', (concerns, heard, answer) => {
    const done = acceptProposal(talking, [], proposal(7, { concerns }), { status: 'ACTIVE', heard }, at(9));
    expect(done.ok ? 'ok' : done.error.code).toBe(answer);
  });

  it('can be answered by taking the proposal back: the facilitators, the office, the proposer', () => {
    const theirs = proposal(7, { proposedBy: member(3) });
    expect(canWithdrawProposal(asMember(1), talking, theirs).ok).toBe(true);
    expect(canWithdrawProposal(asMember(3), talking, theirs).ok).toBe(true);
    expect(canWithdrawProposal(asAdmin(9), talking, theirs).ok).toBe(true);
    expect(canWithdrawProposal(asMember(2), talking, theirs).ok).toBe(false);
    expect(canWithdrawProposal(asMember(7), talking, theirs)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('another role', () => {
  const by = { proposedBy: member(9), proposalId: uuid(300) as MemberProposalId, now: at(1) };
  const set = (to: Group, n: number, place: Place, proposals: readonly MemberProposal[] = []) => {
    const done = setGroupRole(to, proposals, member(n), place, by);
    return done.ok ? done.value.outcome : done.error.code;
  };
  it.each([
    ['the group has no content', group(), 2, facilitator, 'SET'],
    ['people talk', talking, 2, facilitator, 'PROPOSED'],
    ['people talk and it is from outside', talking, 2, outsider, 'PROPOSED'],
    ['people talk and it is for a deputy', talking, 2, { ...facilitator, deputy: true }, 'PROPOSED'],
    ['who leads already becomes deputy', talking, 1, { ...facilitator, deputy: true }, 'SET'],
    ['the last one steps down', talking, 1, peer, 'LAST_FACILITATOR'],
    ['nothing changes', talking, 2, peer, 'SET'],
    ['it is for a person outside the group', talking, 7, facilitator, 'NOT_FOUND'],
  ] as const)('where %s', (_where, to, n, place, outcome) => expect(set(to, n, place)).toBe(outcome));

  it('is proposed once', () =>
    expect(set(talking, 2, facilitator, [proposal(2, { kind: 'ROLE' })])).toBe('ALREADY_PROPOSED'));

  it('comes true after seven days, for a member who is still of the group, and takes no second seat', () => {
    const role = proposal(2, { kind: 'ROLE', ...facilitator });
    expect(seatsTaken(talking, [role])).toBe(3);
    const done = acceptProposal(talking, [role], role, { status: 'ACTIVE', heard: 0 }, at(8));
    expect(done.ok && done.value.group.memberships[1]).toMatchObject({ role: 'FACILITATOR', version: 2 });
    expect(done.ok && done.value.events.map(({ name }) => name)).toEqual([
      'group.proposal-accepted',
      'group.role-set',
    ]);
    const gone = { ...talking, memberships: [membership(1, facilitator)] };
    expect(acceptProposal(gone, [role], role, { status: 'ACTIVE', heard: 0 }, at(8))).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('a place that is kept for another address', () => {
  const by = { proposedBy: member(9), proposalId: uuid(300) as MemberProposalId };
  it('is given back and proposed, where people talk', () => {
    const done = readdressPlace(talking, [], member(3), by, at(5));
    expect(done?.next.memberships.map(({ memberId }) => memberId)).toEqual([member(1), member(2)]);
    expect(done?.proposal).toMatchObject({ kind: 'READDRESSED', role: 'MEMBER', decidesAt: at(12) });
    expect(done?.events.map(({ name }) => name)).toEqual(['group.member-left', 'group.member-proposed']);
    expect(done && seatsTaken(done.next, [done.proposal!])).toBe(3);
  });
  it('is nothing in a group without content, or where they have no place', () => {
    expect(readdressPlace(group(), [], member(3), by, at(5))).toBeNull();
    expect(readdressPlace(talking, [], member(7), by, at(5))).toBeNull();
  });
  it('begins its seven days anew where they were under way, and keeps the concerns', () => {
    const open = proposal(7, { concerns: 1 });
    expect(readdressPlace(talking, [open], member(7), by, at(5))?.proposal).toMatchObject({
      id: open.id,
      kind: 'READDRESSED',
      concerns: 1,
      version: 2,
      proposedAt: at(5),
      decidesAt: at(12),
      proposedBy: member(9),
    });
    expect(readdressPlace(talking, [open], member(7), by, at(1))).toBeNull();
  });
  it('is given back in a closed group, and not proposed there', () =>
    expect(readdressPlace({ ...talking, status: 'CLOSED' }, [], member(3), by, at(5))).toMatchObject({
      proposal: null,
    }));
});
