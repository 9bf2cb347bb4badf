import { describe, expect, it } from '@jest/globals';
import { choosePassword, readEmail, readName, readPhone, readPrefecture } from '../people/index.js';
import { readSlug } from '../tenancy/index.js';
import { composed, decomposed, fold } from './characters.js';
import { limits, optional, readText, required } from './text.js';

/** Two kinds of marks that have to change places: the time it takes grows with the square of their number. */
const pile = (n: number): string => `a${'\u0315'.repeat(n)}${'\u0300'.repeat(n)}`;
const marksIn = (text: string): number[] => (text.match(/\p{M}+/gu) ?? []).map((run) => [...run].length);

describe('a text from outside', () => {
  it('is measured as it came, before anything is done with it', () => {
    expect(readText('x', 'あ'.repeat(401), 100)).toMatchObject({ error: { rule: 'TOO_LONG', limit: 100 } });
    expect(readText('x', pile(1_000_000), 100)).toMatchObject({ error: { rule: 'TOO_LONG', limit: 100 } });
  });

  it('is let through where it is longer only because letters stand apart from their marks, or half-width', () => {
    const apart = 'が'.repeat(80).normalize('NFD');
    expect(required('name', apart, 80)).toEqual({ ok: true, value: 'が'.repeat(80) });
    expect(readText('x', 'ｶﾞ'.repeat(80), 80, fold)).toEqual({ ok: true, value: 'ガ'.repeat(80) });
    expect(required('name', '👍'.repeat(80), 80)).toMatchObject({ ok: true });
    expect(required('name', ` ${'\n'.repeat(10_000)}あ`, 80)).toEqual({ ok: true, value: 'あ' });
  });

  it('carries as many marks on one letter as any script writes, and no more', () => {
    expect(readText('x', pile(15), limits.body)).toMatchObject({ ok: true });
    expect(readText('x', pile(16), limits.body)).toMatchObject({ error: { rule: 'MALFORMED' } });
    expect(readText('x', `a${'ﾞ\u0315'.repeat(16)}`, limits.body, fold)).toMatchObject({
      error: { rule: 'MALFORMED' },
    });
  });

  it.each([
    ['a line', (text: string) => required('line', text, limits.line)],
    ['a text that may be missing', (text: string) => optional('line', text, limits.line)],
    ['a mail address', (text: string) => readEmail('email', text)],
    ['a name', (text: string) => readName('name', text)],
    ['a phone number', (text: string) => readPhone('phone', text)],
    ['a prefecture', (text: string) => readPrefecture('prefecture', text)],
    ['the short name in addresses', readSlug],
    ['a password', (text: string) => choosePassword(text)],
  ])('%s of a million marks is refused, not put in order', (_what, read) => {
    expect(read(pile(500_000)).ok).toBe(false);
    expect(read(`${pile(16)} `.repeat(20)).ok).toBe(false);
  });
});

describe('a text that is only compared', () => {
  it('keeps the first thirty marks of a run', () => {
    for (const form of [composed, decomposed])
      expect(marksIn(form(`${pile(500_000)}b${pile(2)}`)).map((n) => n > 2 && n <= 30)).toEqual([true, true]);
    expect(marksIn(fold(`x${'\u0315\u200b\u0323'.repeat(500_000)}`))).toEqual([30]);
    expect(fold(` １${'ﾞ'.repeat(500_000)} `)).toHaveLength(1 + 30);
  });

  it('no other character becomes a run of marks', () => {
    const grown: string[] = [];
    for (let code = 0; code < 0x110000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const one = String.fromCodePoint(code);
      const apart = marksIn(one.normalize('NFKD'))[0] ?? 0;
      const counted = /[\p{M}\uff9e\uff9f]/u.test(one) ? 1 : 0;
      // What is a letter and up to three marks ends the run before it.
      if (apart > 3 || (counted === 0 && /^\p{M}+$/u.test(one.normalize('NFKD')))) grown.push(one);
    }
    expect(grown).toEqual([]);
  });
});
