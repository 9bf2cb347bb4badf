import { Temporal } from 'temporal-polyfill';
import type { PlainDate, PlainDateTime, TimeZone } from '../../kernel/index.js';
import { untilLocal, weekdays, type SeriesRule, type Weekday, type WeekdayPart } from './series-rule.js';

type Locale = 'ja' | 'en';
const names: Readonly<Record<Weekday, { readonly ja: string; readonly en: string }>> = {
  MO: { ja: '月', en: 'Monday' },
  TU: { ja: '火', en: 'Tuesday' },
  WE: { ja: '水', en: 'Wednesday' },
  TH: { ja: '木', en: 'Thursday' },
  FR: { ja: '金', en: 'Friday' },
  SA: { ja: '土', en: 'Saturday' },
  SU: { ja: '日', en: 'Sunday' },
};
const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const; // oxfmt-ignore

/** `19:00〜21:00`, `19:00–21:00`; past midnight 翌1:00 and (next day). */
export function describeTime(startsAtLocal: PlainDateTime, durationMinutes: number, locale: Locale): string {
  const start = Temporal.PlainDateTime.from(startsAtLocal);
  const end = start.add({ minutes: durationMinutes });
  const clock = (time: Temporal.PlainDateTime): string =>
    `${time.hour}:${String(time.minute).padStart(2, '0')}`;
  const nextDay = !start.toPlainDate().equals(end.toPlainDate());
  return locale === 'ja'
    ? `${clock(start)}〜${nextDay ? '翌' : ''}${clock(end)}`
    : `${clock(start)}–${clock(end)}${nextDay ? ' (next day)' : ''}`;
}

/** `2026年12月9日(水)`, `Wednesday 9 December 2026`. */
export function describeDate(day: PlainDate, locale: Locale): string {
  const date = Temporal.PlainDate.from(day);
  const weekday = names[weekdays[date.dayOfWeek - 1]!];
  return locale === 'ja'
    ? `${date.year}年${date.month}月${date.day}日(${weekday.ja})`
    : `${weekday.en} ${date.day} ${months[date.month - 1]!} ${date.year}`;
}

/**
 * The rule as people say it: 毎月 第2水曜日 19:00〜21:00, "every second Wednesday of the month, 19:00–21:00".
 * `rule` null is a single meeting. The start supplies what the rule leaves open (a month's day, a week's weekday).
 */
export function describeRule(
  rule: SeriesRule | null,
  series: {
    readonly startsAtLocal: PlainDateTime;
    readonly durationMinutes: number;
    readonly timeZone: TimeZone;
  },
  locale: Locale,
): string {
  const time = describeTime(series.startsAtLocal, series.durationMinutes, locale);
  if (rule === null)
    return `${describeDate(series.startsAtLocal.slice(0, 10), locale)}${locale === 'ja' ? ' ' : ', '}${time}`;
  const full = filledIn(rule, series.startsAtLocal);
  const until = untilLocal(rule, series.timeZone)?.slice(0, 10) ?? null;
  if (locale === 'ja') {
    const end =
      rule.count !== null ? `(全${rule.count}回)` : until ? `(${describeDate(until, 'ja')}まで)` : '';
    return `${inJapanese(full)} ${time}${end}`;
  }
  const end =
    rule.count !== null
      ? `, ${rule.count === 1 ? 'once' : `${rule.count} times`}`
      : until
        ? `, until ${describeDate(until, 'en')}`
        : '';
  return `${inEnglish(full)}, ${time}${end}`;
}

/** RFC 5545: what a rule does not say is taken from its start. */
function filledIn(rule: SeriesRule, start: PlainDateTime): SeriesRule {
  const date = Temporal.PlainDate.from(start.slice(0, 10));
  const byMonth = rule.frequency === 'YEARLY' && rule.byMonth.length === 0 ? [date.month] : rule.byMonth;
  if (rule.byDay.length + rule.byMonthDay.length > 0) return { ...rule, byMonth };
  return rule.frequency === 'WEEKLY'
    ? { ...rule, byDay: [{ ordinal: null, weekday: weekdays[date.dayOfWeek - 1]! }] }
    : { ...rule, byMonth, byMonthDay: [date.day] };
}

const isEveryWeekday = (rule: SeriesRule): boolean =>
  rule.byDay.length === 5 && !rule.byDay.some(({ weekday }) => weekday === 'SA' || weekday === 'SU');

function inJapanese(rule: SeriesRule): string {
  const every = {
    WEEKLY: ['毎週', '隔週', '週'],
    MONTHLY: ['毎月', '隔月', 'か月'],
    YEARLY: ['毎年', '隔年', '年'],
  }[rule.frequency];
  const interval = rule.interval <= 2 ? every[rule.interval - 1]! : `${rule.interval}${every[2]!}ごと`;
  const inMonths = rule.byMonth.length > 0 ? `${rule.byMonth.map((month) => `${month}月`).join('・')} ` : '';
  return `${interval} ${inMonths}${daysInJapanese(rule)}`;
}
function daysInJapanese(rule: SeriesRule): string {
  if (rule.byMonthDay.length > 0) {
    return rule.byMonthDay
      .map((day) => (day === -1 ? '末日' : day < 0 ? `末日から${-day}日目` : `${day}日`))
      .join('・');
  }
  if (rule.bySetPos.length > 0) {
    const kind = isEveryWeekday(rule) ? '平日' : `${weekdayList(rule)}曜日`;
    return rule.bySetPos.map((n) => `${positionInJapanese(n)}${kind}`).join('・');
  }
  if (rule.byDay.every(({ ordinal }) => ordinal === null)) return `${weekdayList(rule)}曜日`;
  return rule.byDay
    .map(
      ({ ordinal, weekday }) =>
        `${ordinal === null ? '毎週' : positionInJapanese(ordinal)}${names[weekday].ja}曜日`,
    )
    .join('・');
}
const weekdayList = (rule: SeriesRule): string =>
  rule.byDay.map(({ weekday }) => names[weekday].ja).join('・');
const positionInJapanese = (n: number): string =>
  n === -1 ? '最終' : n < 0 ? `最後から${-n}番目の` : `第${n}`;

function inEnglish(rule: SeriesRule): string {
  const { interval, frequency } = rule;
  const inMonths = rule.byMonth.length > 0 ? listed(rule.byMonth.map((month) => months[month - 1]!)) : null;
  if (frequency === 'WEEKLY') {
    const days = listed(rule.byDay.map(({ weekday }) => names[weekday].en));
    return interval === 1 ? `every ${days}` : `every ${interval} weeks on ${days}`;
  }
  const days = daysInEnglish(rule);
  if (frequency === 'YEARLY')
    return `${interval === 1 ? 'every year' : `every ${interval} years`} on ${days} of ${inMonths!}`;
  const of = inMonths ? `of ${inMonths}` : 'of the month';
  if (interval > 1) return `every ${interval} months on ${days} ${of}`;
  return rule.byMonthDay.length > 0
    ? `every month on ${days}${inMonths ? ` ${of}` : ''}`
    : `every ${days.replace(/^the | the /g, (the) => the.replace('the ', ''))} ${of}`;
}
function daysInEnglish(rule: SeriesRule): string {
  if (rule.byMonthDay.length > 0) {
    return listed(
      rule.byMonthDay.map((day) =>
        day === -1 ? 'the last day' : day < 0 ? `the ${nth(-day)} day from the end` : `the ${nth(day)}`,
      ),
    );
  }
  if (rule.bySetPos.length > 0) {
    const kind = isEveryWeekday(rule)
      ? 'weekday'
      : listed(
          rule.byDay.map(({ weekday }) => names[weekday].en),
          'or',
        );
    return listed(rule.bySetPos.map((n) => `the ${positionInEnglish(n)} ${kind}`));
  }
  return listed(
    rule.byDay.map(({ ordinal, weekday }: WeekdayPart) =>
      ordinal === null ? names[weekday].en : `the ${positionInEnglish(ordinal)} ${names[weekday].en}`,
    ),
  );
}
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'] as const;
const positionInEnglish = (n: number): string =>
  n === -1 ? 'last' : n < 0 ? `${nth(-n)} last` : (ordinals[n - 1] ?? nth(n));
function nth(n: number): string {
  const last = n % 10;
  const suffix = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][last] ?? 'th');
  return `${n}${suffix}`;
}
function listed(words: readonly string[], joiner = 'and'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joiner} ${words.at(-1)!}`;
}
