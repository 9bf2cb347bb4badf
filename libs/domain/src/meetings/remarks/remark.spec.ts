import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minutes, plus } from '../../kernel/index.js';
import { today } from '../meeting/meetings.factory.js';
import { burstOf, type Remark, type RemarkId } from './remark.js';

const at = (...moments: readonly number[]): Pick<Remark, 'id' | 'createdAt'>[] =>
  moments.map((minute, i) => ({ id: String(i) as RemarkId, createdAt: plus(today, minutes(minute)) }));
const first = (thread: Pick<Remark, 'id' | 'createdAt'>[]): string => burstOf(thread.at(-1)!, thread).id;

describe('answers that come one after the other', () => {
  it.each([
    [[0], '0'],
    [[0, 10], '0'],
    [[0, 50, 100, 150], '0'],
    [[0, 61], '1'],
    [[0, 10, 90, 100], '2'],
  ])('%j: the writer is told of number %s', (moments, told) => expect(first(at(...moments))).toBe(told));
  it('tell as often as it was quiet for an hour, in whatever order they are read', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 12 }), (gaps) => {
        let minute = 0;
        const thread = at(0, ...gaps.map((gap) => (minute += gap)));
        const told = new Set(thread.map((one) => burstOf(one, thread.toReversed()).id));
        expect(told.size).toBe(1 + gaps.filter((gap) => gap > 60).length);
      }),
    ));
});
