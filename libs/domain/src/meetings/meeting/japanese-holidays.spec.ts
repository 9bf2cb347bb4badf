import { expect, it, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { japaneseHoliday, specialDay } from './japanese-holidays.js';

/** As the Cabinet Office publishes them (syukujitsu.csv). */
const official: Record<string, string[]> = {
  2026: [
    '01-01',
    '01-12',
    '02-11',
    '02-23',
    '03-20',
    '04-29',
    '05-03',
    '05-04',
    '05-05',
    '05-06',
    '07-20',
    '08-11',
    '09-21',
    '09-22',
    '09-23',
    '10-12',
    '11-03',
    '11-23',
  ],
  2027: [
    '01-01',
    '01-11',
    '02-11',
    '02-23',
    '03-21',
    '03-22',
    '04-29',
    '05-03',
    '05-04',
    '05-05',
    '07-19',
    '08-11',
    '09-20',
    '09-23',
    '10-11',
    '11-03',
    '11-23',
  ],
};
test.each(Object.entries(official))(
  'the public holidays of %s are the Cabinet Office’s',
  (year, expected) => {
    const found: string[] = [];
    for (
      let date = Temporal.PlainDate.from(`${year}-01-01`);
      String(date.year) === year;
      date = date.add({ days: 1 })
    ) {
      if (japaneseHoliday(date.toString())) found.push(date.toString().slice(5));
    }
    expect(found).toEqual(expected);
  },
);
test.each([
  ['2026-05-06', '振替休日'],
  ['2026-09-22', '国民の休日'],
  ['2032-09-21', '国民の休日'],
  ['2028-03-20', '春分の日'],
  ['2026-08-14', 'お盆'],
  ['2026-12-29', '年末年始'],
  ['2027-01-01', '元日'],
  ['2027-01-03', '年末年始'],
])('%s is %s', (day, name) => expect(specialDay(day)?.name.ja).toBe(name));
it('says nothing about an ordinary Wednesday, nor about years the law did not cover', () => {
  expect(specialDay('2026-12-09')).toBeNull();
  expect(japaneseHoliday('2021-07-22')).toBeNull();
  expect(japaneseHoliday('2100-01-01')).toBeNull();
});
