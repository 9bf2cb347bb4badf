import { describe, expect, it } from '@jest/globals';
import { asAdmin, asMember, at, facilitator, group, member, membership, proposal } from './group.factory.js';
import {
  acceptProposal,
  canAcceptProposal,
  canRaiseConcern,
  canReadConcerns,
  canWithdrawProposal,
  isDueWithoutConcern,
  raiseConcern,
  withdrawProposal,
} from './proposal.js';

const talking = group({ firstContentAt: at(1) });

describe('a person proposed to a group', () => {
  it('joins by time alone after seven days without a concern', () => {
    expect(isDueWithoutConcern(proposal(7), at(7))).toBe(false);
    expect(isDueWithoutConcern(proposal(7), at(8))).toBe(true);
    expect(isDueWithoutConcern(proposal(7, { concerns: 1 }), at(8))).toBe(false);
    expect(isDueWithoutConcern(proposal(7, { status: 'WITHDRAWN' }), at(8))).toBe(false);
  });

  it('takes the promised seat when accepted, in the role they were proposed for', () => {
    const accepted = acceptProposal(talking, [proposal(7)], proposal(7, { ...facilitator }), 'ACTIVE', at(8));
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
    expect(acceptProposal(talking, [], proposal(7, { concerns: 1 }), 'ACTIVE', at(7))).toEqual({
      ok: false,
      error: { code: 'PROPOSAL_STILL_SHOWN', until: at(8).toISOString() },
    });
  });

  it('is decided once', () => {
    for (const status of ['ACCEPTED', 'WITHDRAWN'] as const) {
      const decided = { ok: false, error: { code: 'PROPOSAL_DECIDED' } };
      expect(acceptProposal(talking, [], proposal(7, { status }), 'ACTIVE', at(9))).toEqual(decided);
      expect(withdrawProposal(proposal(7, { status }))).toEqual(decided);
      expect(raiseConcern(proposal(7, { status }), '同じ商店街です', false)).toEqual(decided);
    }
  });

  it('cannot join when they have left the organisation meanwhile', () => {
    expect(acceptProposal(talking, [], proposal(7), 'ALUMNI', at(9))).toEqual({
      ok: false,
      error: { code: 'MEMBER_NOT_ADDABLE' },
    });
  });

  it('cannot join a group that closed meanwhile', () => {
    expect(acceptProposal({ ...talking, status: 'CLOSED' }, [], proposal(7), 'ACTIVE', at(9))).toMatchObject({
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
    expect(canRaiseConcern(asMember(2), talking).ok).toBe(true);
    expect(canRaiseConcern(asAdmin(9), talking)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(canRaiseConcern(asMember(7), talking)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(canReadConcerns(asMember(1), talking).ok).toBe(true);
    expect(canReadConcerns(asMember(2), talking).ok).toBe(false);
    expect(canReadConcerns(asAdmin(9), talking).ok).toBe(false);
  });

  it('is decided by the facilitators, and by the office only where there are none', () => {
    expect(canAcceptProposal(asMember(1), talking).ok).toBe(true);
    expect(canAcceptProposal(asMember(2), talking).ok).toBe(false);
    expect(canAcceptProposal(asAdmin(9), talking).ok).toBe(false);
    expect(canAcceptProposal(asAdmin(9), { ...talking, memberships: [membership(2)] }).ok).toBe(true);
  });

  it('can be answered by taking the proposal back: the facilitators, the office, whoever proposed', () => {
    const theirs = proposal(7, { proposedBy: member(3) });
    expect(canWithdrawProposal(asMember(1), talking, theirs).ok).toBe(true);
    expect(canWithdrawProposal(asMember(3), talking, theirs).ok).toBe(true);
    expect(canWithdrawProposal(asAdmin(9), talking, theirs).ok).toBe(true);
    expect(canWithdrawProposal(asMember(2), talking, theirs).ok).toBe(false);
    expect(canWithdrawProposal(asMember(7), talking, theirs)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});
