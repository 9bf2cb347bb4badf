import { expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { minutes, plus } from '../../kernel/index.js';
import { evennessOf, spokenMs } from './airtime.js';
import { hanako, today } from '../meeting/meetings.factory.js';

test.each([
  ['all the same', [5, 5, 5], 'EVEN'],
  ['nearly', [6, 5, 4, 5], 'EVEN'],
  ['one a good deal more', [12, 4, 3, 2], 'MIXED'],
  ['one nearly all', [20, 1, 1], 'UNEVEN'],
  ['one alone', [20, 0, 0], 'UNEVEN'],
  ['two people', [10, 10], null],
  ['nine minutes', [3, 3, 3], null],
  ['no speaker', [], null],
] as const)('%s', (_, spoken, expected) => expect(evennessOf(spoken.map(minutes))).toBe(expected));

it('does not depend on who is who, nor on how long it took', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 600_000, max: 6_000_000 }), { minLength: 3, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      (spoken, times) => {
        const evenness = evennessOf(spoken);
        expect(evennessOf([...spoken].reverse())).toBe(evenness);
        expect(evennessOf(spoken.map((ms) => ms * times))).toBe(evenness);
      },
    ),
  );
});
it('adds up what a member said in each step, and goes on while they speak', () => {
  const airtime = { memberId: hanako, stepId: null, spentMs: 1_000, speakingSince: null };
  const speaking = { ...airtime, speakingSince: today };
  expect(spokenMs([airtime, speaking], hanako, plus(today, 500))).toBe(2_500);
});
