import { describe, expect, it } from '@jest/globals';
import { ago, dateSpan, longDate, tableDate } from './dates.js';

const tokyo = 'Asia/Tokyo';
const evening = { startsAt: '2026-11-20T10:00:00Z', endsAt: '2026-11-20T12:00:00Z', timeZone: tokyo };

describe('dates as people write them', () => {
  it('says day, weekday and both times of a meeting', () => {
    expect(dateSpan(evening, 'ja')).toBe('2026年11月20日(金) 19:00〜21:00');
    expect(dateSpan(evening, 'en')).toBe('Friday 20 November 2026, 19:00–21:00');
  });

  it('names the second day of a meeting that goes past midnight', () => {
    expect(dateSpan({ ...evening, endsAt: '2026-11-20T16:00:00Z' }, 'ja')).toBe(
      '2026年11月20日(金) 19:00〜11月21日(土) 01:00',
    );
  });

  it('shows the clock of the place, wherever the reader is', () => {
    expect(longDate('2026-11-20T16:00:00Z', tokyo, 'ja')).toBe('2026年11月21日(土)');
    expect(tableDate('2026-11-20T16:00:00Z', tokyo)).toBe('2026/11/21');
  });

  it.each([
    ['2026-11-20T11:59:40Z', '1 分以内'],
    ['2026-11-20T11:30:00Z', '30 分前'],
    ['2026-11-20T09:10:00Z', '2 時間前'],
    ['2026-11-18T11:00:00Z', '一昨日'],
    ['2026-11-10T11:00:00Z', '11月10日(火)'],
  ])('in feeds, %s is %s', (at, text) => {
    expect(ago(at, new Date('2026-11-20T12:00:00Z'), tokyo, 'ja')).toBe(text);
  });
});
