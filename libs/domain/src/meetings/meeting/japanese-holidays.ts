import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../kernel/index.js';

/** A day on which many owners are away or busiest. */
export interface SpecialDay {
  readonly kind: 'PUBLIC_HOLIDAY' | 'OBON' | 'NEW_YEAR';
  readonly name: { readonly ja: string; readonly en: string };
}

const fixed: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  '01-01': ['元日', 'New Year’s Day'],
  '02-11': ['建国記念の日', 'National Foundation Day'],
  '02-23': ['天皇誕生日', 'Emperor’s Birthday'],
  '04-29': ['昭和の日', 'Showa Day'],
  '05-03': ['憲法記念日', 'Constitution Day'],
  '05-04': ['みどりの日', 'Greenery Day'],
  '05-05': ['こどもの日', 'Children’s Day'],
  '08-11': ['山の日', 'Mountain Day'],
  '11-03': ['文化の日', 'Culture Day'],
  '11-23': ['勤労感謝の日', 'Labour Thanksgiving Day'],
};
/** Month and which Monday (Happy Monday laws of 1998 and 2001). */
const mondays: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  '1-2': ['成人の日', 'Coming of Age Day'],
  '7-3': ['海の日', 'Marine Day'],
  '9-3': ['敬老の日', 'Respect for the Aged Day'],
  '10-2': ['スポーツの日', 'Sports Day'],
};

/**
 * Day of September or March on which the sun crosses the equator by Japanese time, 1980–2099.
 * Source: 海上保安庁水路部 暦計算研究会編『新こよみ便利帳』(恒星社厚生閣, 1991).
 * The Cabinet announces the binding date each February for the following year; the formula has agreed with all announced so far.
 */
const equinox = (constant: number, year: number): number =>
  Math.floor(constant + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));

function named(date: Temporal.PlainDate): readonly [ja: string, en: string] | null {
  const day = fixed[date.toString().slice(5)];
  if (day) return day;
  if (date.dayOfWeek === 1) {
    const monday = mondays[`${date.month}-${Math.ceil(date.day / 7)}`];
    if (monday) return monday;
  }
  if (date.month === 3 && date.day === equinox(20.8431, date.year)) return ['春分の日', 'Vernal Equinox Day'];
  if (date.month === 9 && date.day === equinox(23.2488, date.year))
    return ['秋分の日', 'Autumnal Equinox Day'];
  return null;
}

/**
 * The public holiday on that day under the Act on National Holidays (国民の祝日に関する法律) as it has stood since 2022, or null.
 * A holiday on a Sunday passes to the next day that is not one (振替休日, Article 3-2); a weekday between two holidays
 * is one too (国民の休日, Article 3-3). Right for 2022–2099; null outside.
 */
export function japaneseHoliday(day: PlainDate): SpecialDay | null {
  const date = Temporal.PlainDate.from(day);
  if (date.year < 2022 || date.year > 2099) return null;
  const own = named(date);
  if (own) return holiday(...own);
  for (let before = date.subtract({ days: 1 }); named(before); before = before.subtract({ days: 1 })) {
    if (before.dayOfWeek === 7) return holiday('振替休日', 'substitute holiday');
  }
  if (named(date.subtract({ days: 1 })) && named(date.add({ days: 1 })))
    return holiday('国民の休日', 'citizens’ holiday');
  return null;
}
const holiday = (ja: string, en: string): SpecialDay => ({ kind: 'PUBLIC_HOLIDAY', name: { ja, en } });

/** A public holiday, お盆 (13–16 August) or 年末年始 (29 December – 3 January), or null. The public holiday is named first. */
export function specialDay(day: PlainDate): SpecialDay | null {
  const publicHoliday = japaneseHoliday(day);
  if (publicHoliday) return publicHoliday;
  const monthDay = day.slice(5);
  if (monthDay >= '08-13' && monthDay <= '08-16') return { kind: 'OBON', name: { ja: 'お盆', en: 'Obon' } };
  if (monthDay >= '12-29' || monthDay <= '01-03')
    return { kind: 'NEW_YEAR', name: { ja: '年末年始', en: 'New Year break' } };
  return null;
}
