import { expect, it } from '@jest/globals';
import { numberIn } from './number-in.js';

it.each([
  ['12', 12],
  ['１２', 12],
  ['　１２　', 12],
  ['1\u200b2\u202c', 12],
  ['１，２３４，５６７円', 1_234_567],
  ['1、000', 1_000],
  ['￥500', 500],
  ['¥500', 500],
  ['１２回', 12],
  ['8人', 8],
  ['30分', 30],
  ['−５', -5],
  ['△5', -5],
  ['１．５', 1.5],
  ['', null],
  ['\u3000', null],
])('%j is read as %s', (text, number) => expect(numberIn(text)).toBe(number));

it.each(['十二', '1-2', '1.2.3', 'abc', '1e5', '-', '.', '9'.repeat(41)])('%j is no number', (text) =>
  expect(numberIn(text)).toBeNaN(),
);
