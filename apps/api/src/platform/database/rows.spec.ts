import { expect, it } from '@jest/globals';
import type { FieldDef } from 'pg';
import { rowsOf } from './rows.js';

const answer = (names: readonly string[], rows: unknown[][]) => ({
  fields: names.map((name) => ({ name }) as FieldDef),
  rows,
  command: 'SELECT',
  rowCount: rows.length,
  oid: 0,
});

it('makes objects of lists of values, whatever the columns are called', () => {
  expect(rowsOf(answer(['id', 'createdAt', '?column?', `"a"\n' \\`], [[1, null, 'x', true]]))).toEqual([
    { id: 1, createdAt: null, '?column?': 'x', [`"a"\n' \\`]: true },
  ]);
});

it('tells answers apart by their columns and the order of these', () => {
  expect(rowsOf(answer(['a', 'b'], [[1, 2]]))).toEqual([{ a: 1, b: 2 }]);
  expect(rowsOf(answer(['b', 'a'], [[1, 2]]))).toEqual([{ b: 1, a: 2 }]);
  expect(rowsOf(answer(['a'], [[1], [3]]))).toEqual([{ a: 1 }, { a: 3 }]);
  expect(rowsOf(answer([], []))).toEqual([]);
});

it('makes a row for each, also where no column is asked for', () => {
  expect(rowsOf(answer([], [[], []]))).toEqual([{}, {}]);
});
