import { describe, expect, it } from '@jest/globals';
import { lastMonths } from './index.js';

describe('months', () => {
  it('name the last six, this one included', () => {
    expect(lastMonths(new Date('2026-02-10T00:00:00Z'), 'Asia/Tokyo', 6)).toEqual([
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
  });
});
