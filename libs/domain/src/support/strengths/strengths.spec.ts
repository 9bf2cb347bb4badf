import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { days, plus, type GroupId, type MemberId } from '../../kernel/index.js';
import {
  closeStrengths,
  isRested,
  nextSeason,
  openStrengths,
  strengthLimits,
  writeStrength,
  type StrengthLine,
  type StrengthsRound,
  type StrengthsRoundId,
} from '../index.js';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const member = (n: number): MemberId => uuid(n) as MemberId;
const now = new Date('2026-10-01T00:00:00Z');
const groupId = uuid(100) as GroupId;
const round: StrengthsRound = {
  id: uuid(200) as StrengthsRoundId,
  groupId,
  status: 'OPEN',
  openedAt: now,
  closesAt: plus(now, days(21)),
};
const people = (n: number) => new Set(Array.from({ length: n }, (_, i) => member(i)));
const line = (writer: number, about: number, signed: boolean, text = `${writer}`): StrengthLine => ({
  writerId: member(writer),
  aboutId: member(about),
  text,
  signed,
  version: 1,
});
const asIs = <T>(all: readonly T[]): readonly T[] => all;
const input = { writerId: member(0), aboutId: member(1), text: '段取りがいい', signed: true };

describe('a round', () => {
  it('is open for three weeks, one at a time, among three at least', () => {
    const facts = { id: round.id, people: 3, open: null, now };
    expect(openStrengths(groupId, facts)).toMatchObject({ ok: true, value: { next: round } });
    expect(openStrengths(groupId, { ...facts, people: 2 })).toEqual({
      ok: false,
      error: { code: 'TOO_FEW_PEOPLE', needed: 3 },
    });
    expect(openStrengths(groupId, { ...facts, open: round })).toEqual({
      ok: false,
      error: { code: 'ROUND_OPEN' },
    });
  });
  it.each([
    ['2026-03-31T23:59:00Z', 'Asia/Tokyo', '2026-04-01T00:00:00.000Z'],
    ['2026-03-31T23:59:00Z', 'UTC', '2026-04-01T09:00:00.000Z'],
    ['2026-04-01T00:00:00Z', 'Asia/Tokyo', '2026-10-01T00:00:00.000Z'],
    ['2026-12-24T00:00:00Z', 'Asia/Tokyo', '2027-04-01T00:00:00.000Z'],
    ['2026-06-01T00:00:00Z', 'Europe/Berlin', '2026-10-01T07:00:00.000Z'],
  ])('after %s in %s begins at %s', (after, zone, begins) =>
    expect(nextSeason(new Date(after), zone).toISOString()).toBe(begins),
  );
  it('does not begin by itself shortly after another one', () => {
    expect(isRested(null, now)).toBe(true);
    expect(isRested(round, plus(round.closesAt, days(59)))).toBe(false);
    expect(isRested(round, plus(round.closesAt, days(60)))).toBe(true);
  });
});

describe('a line', () => {
  const facts = { before: null, people: people(4), now };
  it('is written, changed and taken back until the round is over', () => {
    expect(writeStrength(round, input, facts)).toMatchObject({
      ok: true,
      value: { text: '段取りがいい', version: 1 },
    });
    const before = line(0, 1, true);
    expect(writeStrength(round, { ...input, expectedVersion: 1 }, { ...facts, before })).toMatchObject({
      value: { version: 2 },
    });
    expect(writeStrength(round, { ...input, text: '  ' }, { ...facts, before })).toEqual({
      ok: true,
      value: null,
    });
    expect(writeStrength(round, { ...input, expectedVersion: 0 }, { ...facts, before })).toEqual({
      ok: false,
      error: { code: 'CONFLICT', version: 1 },
    });
    expect(writeStrength(round, input, { ...facts, now: round.closesAt })).toEqual({
      ok: false,
      error: { code: 'ROUND_CLOSED' },
    });
  });
  it('that is held is taken back until it is shown, and not written anew', () => {
    const closed: StrengthsRound = { ...round, status: 'CLOSED' };
    const late = plus(round.closesAt, days(30));
    const held = { ...facts, before: line(0, 1, false), now: late };
    expect(writeStrength(closed, { ...input, text: ' ', expectedVersion: 1 }, held)).toEqual({
      ok: true,
      value: null,
    });
    expect(writeStrength(closed, { ...input, text: '', expectedVersion: 0 }, held)).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    for (const refused of [
      writeStrength(closed, input, held),
      writeStrength(closed, { ...input, text: '' }, { ...held, before: null }),
    ])
      expect(refused).toEqual({ ok: false, error: { code: 'ROUND_CLOSED' } });
  });
  it.each([
    ['about oneself', { aboutId: member(0) }, { field: 'memberId', rule: 'UNKNOWN' }],
    ['about a member outside', { aboutId: member(9) }, { field: 'memberId', rule: 'UNKNOWN' }],
    ['by a member outside', { writerId: member(9) }, { code: 'FORBIDDEN' }],
    ['of 201 characters', { text: 'あ'.repeat(201) }, { rule: 'TOO_LONG' }],
    ['with a NUL', { text: 'a\u0000b' }, { rule: 'MALFORMED' }],
  ])('%s is refused', (_what, change, error) =>
    expect(writeStrength(round, { ...input, ...change }, facts)).toMatchObject({ ok: false, error }),
  );
  it('goes without a name only where three could have written it', () => {
    expect(writeStrength(round, { ...input, signed: false }, facts).ok).toBe(true);
    expect(writeStrength(round, { ...input, signed: false }, { ...facts, people: people(3) })).toEqual({
      ok: false,
      error: { code: 'TOO_FEW_FOR_ANONYMITY', others: 2, needed: 3 },
    });
  });
});

describe('the end of a round', () => {
  it.each([
    ['one unsigned waits', [line(1, 0, false)], [], 1],
    [
      'two unsigned wait, the signed one is given',
      [line(1, 0, false), line(2, 0, false), line(3, 0, true)],
      ['3'],
      2,
    ],
    [
      'three unsigned are given',
      [line(1, 0, false), line(2, 0, false), line(3, 0, false)],
      ['1', '2', '3'],
      0,
    ],
    [
      'one and the same writer counts once, held lines or not',
      [line(1, 0, false, 'a'), line(1, 0, false, 'b'), line(2, 0, false)],
      [],
      3,
    ],
    ['nothing by or about people who are gone', [line(1, 9, true), line(9, 0, true)], [], 0],
  ])('%s', (_what, lines, texts, waiting) => {
    const { given, held, next } = closeStrengths(round, lines, { people: people(5), shuffle: asIs });
    expect(given.map(({ text }) => text)).toEqual(texts);
    expect(held).toHaveLength(waiting);
    expect(next.status).toBe('CLOSED');
  });

  const anyLine = fc.record({
    writer: fc.nat(6),
    about: fc.nat(6),
    signed: fc.boolean(),
    text: fc.string({ minLength: 1 }),
  });
  it('gives each line once or holds it, names no writer who did not sign, and shows no unsigned line without two others', () =>
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (all, size) => {
        const lines = all
          .filter(({ writer, about }) => writer !== about)
          .map((one) => line(one.writer, one.about, one.signed, one.text));
        const here = people(size);
        const { given, held } = closeStrengths(round, lines, {
          people: here,
          shuffle: (some) => [...some].reverse(),
        });
        const valid = lines.filter(({ writerId, aboutId }) => here.has(writerId) && here.has(aboutId));
        expect(given.length + held.length).toBe(valid.length);
        expect(held.every(({ signed }) => !signed)).toBe(true);
        for (const aboutId of here) {
          const unsigned = given.filter((one) => one.aboutId === aboutId && one.fromId === null);
          expect(unsigned.length === 0 || unsigned.length >= strengthLimits.unsigned).toBe(true);
        }
        for (const { fromId, text, aboutId } of given)
          if (fromId !== null)
            expect(
              lines.some(
                (one) =>
                  one.signed && one.writerId === fromId && one.text === text && one.aboutId === aboutId,
              ),
            ).toBe(true);
      }),
    ));
});
