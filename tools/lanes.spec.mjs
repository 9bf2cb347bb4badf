import { expect, test } from '@jest/globals';
import { split } from './lanes.mjs';

test('every file is in one part, and parts take about as long as each other', () => {
  const seconds = { a: 70, b: 33, c: 30, d: 20, e: 10 };
  const parts = split(['a', 'b', 'c', 'd', 'e', 'new'], 2, seconds, () => 6_000);
  expect(parts.flat().sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'new']);
  const sums = parts.map((files) => files.reduce((sum, file) => sum + (seconds[file] ?? 3), 0));
  expect(Math.abs(sums[0] - sums[1])).toBeLessThanOrEqual(20);
});

test('there are no more parts than files', () => {
  expect(split(['a'], 4, {}, () => 1)).toEqual([['a']]);
});
