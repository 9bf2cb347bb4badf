import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { err, ok, onVersion, wantsChange } from './result.js';

interface Note {
  readonly text: string | null;
  readonly days: readonly { readonly at: Date; readonly label: string }[];
  readonly version: number;
}
const note: Note = { text: '帳簿', days: [{ at: new Date(0), label: '初日' }], version: 3 };
const answer = (before: Note | null, wish: Partial<Note>, expected: number | null): string => {
  const change = wantsChange(before, wish, expected);
  return change.ok ? (change.value ? 'CHANGE' : 'DONE') : change.error.code;
};

describe('an edit', () => {
  it.each<[string, Note | null, Partial<Note>, number | null, string]>([
    ['of what the writer saw last is made', note, { text: '在庫' }, 3, 'CHANGE'],
    ['by a member who accepts what is there is made', note, { text: '在庫' }, null, 'CHANGE'],
    ['of an older copy conflicts with another member’s change', note, { text: '在庫' }, 2, 'CONFLICT'],
    ['that asks for what stands is done', note, { text: '帳簿' }, 3, 'DONE'],
    ['that was made already is done, whatever was seen before it', note, { text: '帳簿' }, 2, 'DONE'],
    ['of nothing is done', note, {}, 2, 'DONE'],
    ['compares what is in lists', note, { days: [{ at: new Date(0), label: '初日' }] }, 2, 'DONE'],
    ['sees another day in a list', note, { days: [{ at: new Date(1), label: '初日' }] }, 2, 'CONFLICT'],
    ['sees that one more stands in a list', note, { days: [] }, 2, 'CONFLICT'],
    ['that takes something away is a change', note, { text: null }, 2, 'CONFLICT'],
    ['of what does not stand yet is made', null, { text: '帳簿' }, 0, 'CHANGE'],
    ['of what has gone meanwhile is not', null, { text: '帳簿' }, 1, 'CONFLICT'],
  ])('%s', (_, before, wish, expected, wanted) => {
    expect(answer(before, wish, expected)).toBe(wanted);
  });

  it('is done the second time, and everything it does not name stays out of it', () => {
    fc.assert(
      fc.property(
        fc.record({ text: fc.string(), title: fc.string() }),
        fc.string(),
        fc.nat(9),
        (one, text, seen) => {
          const before = { ...one, version: 5 };
          const after = { ...before, text, version: 6 };
          const again = wantsChange(after, { text }, seen);
          expect(again.ok && again.value).toBe(false);
          expect(again.ok).toBe(true);
          const first = wantsChange(before, { text }, seen);
          expect(first.ok).toBe(text === one.text || seen === 5);
        },
      ),
    );
  });
});

describe('a decision on a copy that has gone stale', () => {
  it('stands where it changes nothing, and otherwise speaks of the stale copy before it speaks of anything else', () => {
    const over = err({ code: 'MEETING_CANCELLED' });
    expect(onVersion(2, 1, ok('done'))).toEqual(ok('done'));
    expect(onVersion(2, 1, over)).toEqual(err({ code: 'CONFLICT', version: 2 }));
    expect(onVersion(2, 2, over)).toBe(over);
    expect(onVersion(2, null, over)).toBe(over);
  });
});
