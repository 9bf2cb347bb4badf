import type { PlainDate, TimeZone } from '../kernel/index.js';

/** What presses, in the words of the screen: LIFE is 119 and 110; UNSURE is うまく言えない and is for all who cannot tell. */
export const helpLineTopics = ['LIFE', 'MONEY', 'ACCIDENT', 'BODY', 'MIND', 'UNSURE'] as const;
export type HelpLineTopic = (typeof helpLineTopics)[number];

/** From and to as `HH:mm` on the line's own clock; `24:00` is midnight at the end of the day. */
export type OpenFrom = readonly [from: string, to: string];

/** Seven lists, Monday first; a day without calls is an empty list. */
export type WeeklyHours = readonly [
  readonly OpenFrom[],
  readonly OpenFrom[],
  readonly OpenFrom[],
  readonly OpenFrom[],
  readonly OpenFrom[],
  readonly OpenFrom[],
  readonly OpenFrom[],
];

/** A number one can call. A wrong hour does harm, so hours that are not certain are null: "see the source". */
export interface HelpLine {
  readonly id: string;
  readonly name: { readonly ja: string; readonly en: string };
  /** What they do, in one short line. */
  readonly note: { readonly ja: string; readonly en: string };
  /** As it is shown; `telHref` makes the link. */
  readonly tel: string;
  readonly hours: WeeklyHours | null;
  /** No calls on Japanese public holidays and from 29 December to 3 January. */
  readonly closedOnHolidays: boolean;
  readonly timeZone: TimeZone;
  /** `JP`, or a prefecture's name in Japanese. */
  readonly region: string;
  readonly topics: readonly HelpLineTopic[];
  readonly source: string;
  /** The day on which a person last compared this line with its source. */
  readonly verifiedAt: PlainDate;
}

/** `#7119` and digits, without the hyphens that are only for the eye. */
export const telHref = (line: HelpLine): string => `tel:${line.tel.replaceAll('-', '').replace('#', '%23')}`;
