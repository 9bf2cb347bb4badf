import { describe, expect, it } from '@jest/globals';
import { Mailbox } from './mailbox.js';

describe('what waits for a screen', () => {
  it('is handed over in order, whether it came before or after it was asked for', async () => {
    const box = new Mailbox<number>(() => undefined);
    box.put(1);
    const [first, second] = [box.next(), box.next()];
    box.put(2);
    expect([(await first).value, (await second).value]).toEqual([1, 2]);
  });
  it('never grows beyond a hundred: the oldest make room', async () => {
    const box = new Mailbox<number>(() => undefined);
    for (let i = 0; i < 10_000; i++) box.put(i);
    expect((await box.next()).value).toBe(9_900);
  });
  it('is merged with the last that waits where both can be said as one', async () => {
    const box = new Mailbox<number[]>(
      () => undefined,
      (waiting, next) => (waiting[0] === next[0] ? [...waiting, ...next.slice(1)] : null),
    );
    const first = box.next();
    for (const change of [
      [1, 10],
      [1, 11],
      [1, 12],
      [2, 20],
    ])
      box.put(change);
    expect((await first).value).toEqual([1, 10]);
    expect((await box.next()).value).toEqual([1, 11, 12]);
    expect((await box.next()).value).toEqual([2, 20]);
  });
  it('is let go once, also while a reader waits', async () => {
    let closed = 0;
    const box = new Mailbox<number>(() => closed++);
    const waiting = box.next();
    await box.return();
    await box.return();
    box.put(1);
    expect([(await waiting).done, (await box.next()).done, closed]).toEqual([true, true, 1]);
  });
});
