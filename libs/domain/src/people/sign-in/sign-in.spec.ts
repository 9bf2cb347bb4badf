import { describe, expect, it } from '@jest/globals';
import { readMailCode } from './sign-in.js';

describe('a code from the mail', () => {
  it.each(['123456', '１２３４５６', '123 456', ' 123-456 '])('%j can be typed', (text) =>
    expect(readMailCode(text)).toEqual({ ok: true, value: '123456' }),
  );
  it.each(['', '12345', '1234567', '12345a', '１２３４５６７'.repeat(2_000)])('%j cannot', (text) =>
    expect(readMailCode(text).ok).toBe(false),
  );
});
