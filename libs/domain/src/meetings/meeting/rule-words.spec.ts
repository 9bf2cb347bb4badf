import { expect, test } from '@jest/globals';
import { describeRule } from './rule-words.js';
import { parseRule } from './series-rule.js';

const words = (
  text: string | null,
  locale: 'ja' | 'en',
  startsAtLocal = '2026-12-09T19:00',
  durationMinutes = 120,
): string => {
  const rule = text === null ? null : parseRule(text);
  if (rule && !rule.ok) throw new Error(text!);
  return describeRule(
    rule?.ok ? rule.value : null,
    { startsAtLocal, durationMinutes, timeZone: 'Asia/Tokyo' },
    locale,
  );
};
test.each([
  [null, '2026年12月9日(水) 19:00〜21:00', 'Wednesday 9 December 2026, 19:00–21:00'],
  [
    'FREQ=MONTHLY;BYDAY=2WE',
    '毎月 第2水曜日 19:00〜21:00',
    'every second Wednesday of the month, 19:00–21:00',
  ],
  [
    'FREQ=MONTHLY;BYDAY=2WE,4WE',
    '毎月 第2水曜日・第4水曜日 19:00〜21:00',
    'every second Wednesday and fourth Wednesday of the month, 19:00–21:00',
  ],
  [
    'FREQ=MONTHLY;BYDAY=-1FR;COUNT=12',
    '毎月 最終金曜日 19:00〜21:00(全12回)',
    'every last Friday of the month, 19:00–21:00, 12 times',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE',
    '隔月 第2水曜日 19:00〜21:00',
    'every 2 months on the second Wednesday of the month, 19:00–21:00',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1',
    '3か月ごと 末日 19:00〜21:00',
    'every 3 months on the last day of the month, 19:00–21:00',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=15', '毎月 15日 19:00〜21:00', 'every month on the 15th, 19:00–21:00'],
  ['FREQ=MONTHLY', '毎月 9日 19:00〜21:00', 'every month on the 9th, 19:00–21:00'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    '毎月 最終平日 19:00〜21:00',
    'every last weekday of the month, 19:00–21:00',
  ],
  ['FREQ=WEEKLY', '毎週 水曜日 19:00〜21:00', 'every Wednesday, 19:00–21:00'],
  ['FREQ=WEEKLY;BYDAY=MO,WE', '毎週 月・水曜日 19:00〜21:00', 'every Monday and Wednesday, 19:00–21:00'],
  [
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=20270331',
    '隔週 水曜日 19:00〜21:00(2027年3月31日(水)まで)',
    'every 2 weeks on Wednesday, 19:00–21:00, until Wednesday 31 March 2027',
  ],
  [
    'FREQ=YEARLY;BYMONTH=4;BYDAY=1SU',
    '毎年 4月 第1日曜日 19:00〜21:00',
    'every year on the first Sunday of April, 19:00–21:00',
  ],
  ['FREQ=YEARLY', '毎年 12月 9日 19:00〜21:00', 'every year on the 9th of December, 19:00–21:00'],
])('%s reads 「%s」 and “%s”', (rule, ja, en) =>
  expect([words(rule, 'ja'), words(rule, 'en')]).toEqual([ja, en]),
);

test('a meeting past midnight says so', () => {
  expect(words('FREQ=WEEKLY', 'ja', '2026-12-09T23:00')).toBe('毎週 水曜日 23:00〜翌1:00');
  expect(words('FREQ=WEEKLY', 'en', '2026-12-09T23:00')).toBe('every Wednesday, 23:00–1:00 (next day)');
});
