import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, group, member, uuid } from '../group/group.factory.js';
import { createJoinLink } from './create-join-link.js';
import {
  joinCodeAlphabet,
  joinCodeFrom,
  type JoinLinkId,
  joinLinkOpen,
  readJoinCode,
  revokeJoinLink,
  showJoinCode,
} from './join-link.js';

const made = { id: uuid(400) as JoinLinkId, code: '2345CDFH', createdBy: member(1) };
const link = (days: number) => {
  const created = createJoinLink(group(), days, made, at(1));
  if (!created.ok) throw new Error(created.error.code);
  return created.value.next;
};

describe('a code to type', () => {
  it('has eight signs that are hard to mistake for one another', () => {
    for (const sign of '01ILOBSZGUAE') expect(joinCodeAlphabet).not.toContain(sign);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 24, maxLength: 24 }), (bytes) => {
        const code = joinCodeFrom(bytes);
        if (code !== null) expect(readJoinCode(code)).toBe(code);
      }),
    );
    expect(joinCodeFrom(new Uint8Array(24).fill(255))).toBeNull();
  });

  it.each([
    ['2345CDFH', '2345CDFH'],
    [' 2345-cdfh ', '2345CDFH'],
    ['2345 CDFH', '2345CDFH'],
    ['２３４５ー ｃｄｆｈ', '2345CDFH'],
    ['Z345CDFH', '2345CDFH'],
    ['BSZG8526', '85268526'],
  ])('is understood as people type it: %s', (typed, code) => {
    expect(readJoinCode(typed)).toBe(code);
    expect(readJoinCode(showJoinCode(code))).toBe(code);
  });

  it.each([
    '',
    '2345CDF',
    '2345CDFHH',
    '0000OOOO',
    '水曜の会です',
    '🍵🍵🍵🍵🍵🍵🍵🍵',
    '2345CDF\u0000',
    '2'.repeat(10_000),
  ])('cannot be %p', (typed) => {
    expect(readJoinCode(typed)).toBeNull();
  });
});

describe('a join link', () => {
  it('works until its last moment, and no longer', () => {
    expect(joinLinkOpen(link(30), group(), new Date(at(31).getTime() - 1)).ok).toBe(true);
    expect(joinLinkOpen(link(30), group(), at(31))).toEqual({ ok: false, error: { code: 'JOIN_LINK_OVER' } });
  });

  it('is over when its group closes', () => {
    expect(joinLinkOpen(link(30), group({ status: 'CLOSED' }), at(2)).ok).toBe(false);
  });

  it('can be taken back, twice too', () => {
    const { next, events } = revokeJoinLink(link(30), at(2));
    expect(joinLinkOpen(next, group(), at(2)).ok).toBe(false);
    expect(events).toHaveLength(1);
    expect(revokeJoinLink(next, at(3))).toEqual({ next, events: [] });
  });

  it.each([0, 366, 1.5, Number.NaN, -1])('does not work for %p days', (days) => {
    expect(createJoinLink(group(), days, made, at(1))).toMatchObject({
      error: { field: 'days', rule: 'OUT_OF_RANGE' },
    });
  });

  it('is not made for a closed group', () => {
    expect(createJoinLink(group({ status: 'CLOSED' }), 30, made, at(1))).toMatchObject({
      error: { code: 'GROUP_CLOSED' },
    });
  });
});
