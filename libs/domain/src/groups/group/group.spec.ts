import { describe, expect, it } from '@jest/globals';
import { asAdmin, asMember, facilitator, group, member, outsider, peer } from './group.factory.js';
import {
  canAddGroupMember,
  canJoinByLink,
  canRemoveGroupMember,
  canSeeContent,
  canSeeGroup,
  canSetGroupRole,
  groupAbilities,
} from './group.js';

const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } };
const NOT_FOUND = { ok: false, error: { code: 'NOT_FOUND' } };

describe('who sees a group', () => {
  it('lets its people and the office see that it exists, and no one else', () => {
    expect(canSeeGroup(asMember(2), group()).ok).toBe(true);
    expect(canSeeGroup(asAdmin(9), group()).ok).toBe(true);
    expect(canSeeGroup(asMember(7), group())).toEqual(NOT_FOUND);
  });

  it('keeps what is said inside from the office', () => {
    expect(canSeeContent(asMember(2), group()).ok).toBe(true);
    expect(canSeeContent(asAdmin(9), group())).toEqual(FORBIDDEN);
    expect(canSeeContent(asAdmin(1), group()).ok).toBe(true);
    expect(canSeeContent(asMember(7), group())).toEqual(NOT_FOUND);
  });

  it.each([
    ['its facilitator', asMember(1), 'ACTIVE', 'schedule invite post edit leave see'],
    ['a member', asMember(2), 'ACTIVE', 'post leave see'],
    ['the office', asAdmin(9), 'ACTIVE', 'schedule invite edit'],
    ['a stranger', asMember(7), 'ACTIVE', ''],
    ['a facilitator of a pausing group', asMember(1), 'PAUSED', 'schedule invite post edit leave see'],
    ['a facilitator of a closed group', asMember(1), 'CLOSED', 'leave see'],
    ['the office at a closed group', asAdmin(9), 'CLOSED', ''],
  ] as const)('offers %s the right buttons', (_, viewer, status, expected) => {
    const can = groupAbilities(viewer, group({ status }));
    const words = {
      schedule: can.scheduleMeetings,
      invite: can.invite,
      post: can.postSupportRequest,
      edit: can.edit,
      leave: can.leave,
      see: can.seeContent,
    };
    expect(
      Object.keys(words)
        .filter((word) => words[word as keyof typeof words])
        .join(' '),
    ).toBe(expected);
  });
});

describe('adding oneself', () => {
  const empty = group({ memberships: [], createdBy: member(9) });

  it.each([
    ['the creator of an empty group as its first facilitator', asAdmin(9), empty, facilitator, true],
    ['the creator of an empty group as its facilitator from outside', asAdmin(9), empty, outsider, true],
    ['the creator of an empty group as a plain member', asAdmin(9), empty, peer, false],
    ['another admin into an empty group', asAdmin(8), empty, facilitator, false],
    ['the creator of a group with members', asAdmin(9), group(), facilitator, false],
    [
      'the creator of a group with content that all members left',
      asAdmin(9),
      { ...empty, firstContentAt: new Date(0) },
      facilitator,
      false,
    ],
  ])('%s', (_, viewer, into, place, expected) => {
    expect(canAddGroupMember(viewer, into, viewer.memberId, place).ok).toBe(expected);
  });

  it('does not let the office make itself a facilitator of a group it is a member of', () => {
    expect(canSetGroupRole({ ...asAdmin(2) }, group(), member(2))).toEqual(FORBIDDEN);
    expect(canSetGroupRole(asAdmin(9), group(), member(2)).ok).toBe(true);
    expect(canSetGroupRole(asMember(1), group(), member(1)).ok).toBe(true);
    expect(canSetGroupRole(asMember(2), group(), member(2))).toEqual(FORBIDDEN);
  });

  it('keeps the office, and the author of a join link, from walking in through it', () => {
    expect(canJoinByLink(asMember(7), { createdBy: member(1) }).ok).toBe(true);
    expect(canJoinByLink(asMember(1), { createdBy: member(1) })).toEqual(FORBIDDEN);
    expect(canJoinByLink(asAdmin(8), { createdBy: member(1) })).toEqual(FORBIDDEN);
  });

  it('lets facilitators and the office end a membership, and members only their own by leaving', () => {
    expect(canRemoveGroupMember(asMember(1), group(), member(2)).ok).toBe(true);
    expect(canRemoveGroupMember(asAdmin(9), group(), member(2)).ok).toBe(true);
    expect(canRemoveGroupMember(asMember(2), group(), member(3))).toEqual(FORBIDDEN);
    expect(canRemoveGroupMember(asMember(1), group(), member(1))).toEqual(FORBIDDEN);
    expect(canRemoveGroupMember(asMember(7), group(), member(3))).toEqual(NOT_FOUND);
  });
});
