import type { HelpLine, OpenFrom } from '@yoriai/domain/help-lines';
import type { Language } from '../words/i18n.js';

interface HourWords {
  readonly always: string;
  readonly daily: string;
  readonly weekdays: string;
}

const dayNames: Record<Language, readonly string[]> = {
  // eslint-disable-next-line house/words-in-catalogues -- one letter per day, in the order of the week
  ja: ['月', '火', '水', '木', '金', '土', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** 平日 9:00〜21:00、土 9:00〜17:00; days with the same hours are told together. */
export function openingHours({ hours }: HelpLine, language: Language, words: HourWords): string | null {
  if (!hours) return null;
  const days = hours.map((spans) =>
    spans.map((span) => spanText(span, language)).join(language === 'ja' ? '・' : ' and '),
  );
  if (days.every((day) => day === days[0])) {
    const isAlways = hours[0].length === 1 && hours[0][0]?.[0] === '00:00' && hours[0][0][1] === '24:00';
    return isAlways ? words.always : `${words.daily} ${days[0]}`;
  }
  const weekday = days.slice(0, 5).every((day) => day === days[0]);
  const parts = weekday
    ? [{ name: words.weekdays, text: days[0] }, ...named(days, language).slice(5)]
    : named(days, language);
  return parts
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => `${name} ${text}`)
    .join(language === 'ja' ? '、' : ', ');
}

const named = (
  days: readonly string[],
  language: Language,
): { name: string | undefined; text: string | undefined }[] =>
  days.map((text, index) => ({ name: dayNames[language][index], text }));

const spanText = ([from, to]: OpenFrom, language: Language): string =>
  `${bare(from)}${language === 'ja' ? '〜' : '–'}${bare(to)}`;
const bare = (time: string): string => time.replace(/^0(?=\d:)/, '');
