import { expect, test } from '@jest/globals';
import { worstDelay } from './worst-delay.mjs';

test('a mail that came three seconds late is three seconds late, however far the application’s clock was moved', () => {
  for (const ahead of [0, 71_312, -864_000]) {
    const mails = [
      { due: 1_000 + ahead, arrived: 1_003_000 },
      { due: 1_010 + ahead, arrived: 1_011_000 },
    ];
    expect(worstDelay(mails, ahead)).toBe(3);
  }
});

test('a mail that never came is late without end', () => {
  expect(worstDelay([{ due: 1_000, arrived: undefined }], 0)).toBe(Infinity);
});
