import {
  type Id,
  type PlainDate,
  type MeetingId,
  type GroupId,
  type MemberId,
  type Instant,
  limits,
  type Result,
  type BadUserInput,
  ok,
  badInput,
} from '../../kernel/index.js';
import type { Meeting } from '../meeting/meeting.js';
import { Temporal } from 'temporal-polyfill';

export type CheckInId = Id<'CheckIn'>;

/** From the narrowest to the widest. */
export const checkInVisibilities = ['SELF', 'FACILITATOR', 'GROUP'] as const;

/** SELF: the writer. FACILITATOR: those who facilitate when it is written, not their successors. GROUP: those who are members then. */
export type CheckInVisibility = (typeof checkInVisibilities)[number];

export const narrower = (a: CheckInVisibility, b: CheckInVisibility): CheckInVisibility =>
  checkInVisibilities[Math.min(checkInVisibilities.indexOf(a), checkInVisibilities.indexOf(b))]!;

/** Of the business, for one month; what is not known is null. */
export interface Figures {
  /** The first day of the month that they are of. */
  readonly month: PlainDate;
  /** Whole yen, at least 0. */
  readonly salesYen: number | null;
  /** Whole yen; a loss is negative. */
  readonly grossProfitYen: number | null;
  readonly customers: number | null;
  /** Hours that the owner worked, in the month. */
  readonly ownHours: number | null;
}

/** 会の前の近況メモ: one per person and meeting, as its writer sees it. */
export interface CheckIn {
  readonly id: CheckInId;
  readonly meetingId: MeetingId;
  readonly groupId: GroupId;
  readonly memberId: MemberId;
  readonly visibility: CheckInVisibility;
  /** The one box; the other texts are for those who like to sort their thoughts. */
  readonly note: string | null;
  readonly progress: string | null;
  readonly problem: string | null;
  /** What I would like from the others. */
  readonly request: string | null;
  /** 1 (hard) to 5 (fine). */
  readonly mood: number | null;
  readonly moodVisibility: CheckInVisibility;
  readonly figures: Figures | null;
  readonly figuresVisibility: CheckInVisibility;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}

export const checkInLimits = {
  text: limits.paragraph,
  mood: { min: 1, max: 5 },
  yen: Number.MAX_SAFE_INTEGER,
  customers: 10_000_000,
  hours: 744,
} as const;

export const checkInTexts = ['note', 'progress', 'problem', 'request'] as const;

export const figureNames = ['salesYen', 'grossProfitYen', 'customers', 'ownHours'] as const;

export type FigureName = (typeof figureNames)[number];

/**
 * The month whose figures an owner can know at a meeting: up to the 15th the month before, after that the month itself.
 */
export function figuresMonth(meeting: Pick<Meeting, 'startsAtLocal'>): PlainDate {
  const day = Temporal.PlainDate.from(meeting.startsAtLocal.slice(0, 10));
  const month = day.day <= 15 ? day.subtract({ months: 1 }) : day;
  return month.with({ day: 1 }).toString();
}

/** 1 to 5, or null. */
export function readMood(mood: number | null | undefined): Result<number | null, BadUserInput> {
  if (mood === null || mood === undefined) return ok(null);
  const { min, max } = checkInLimits.mood;
  return Number.isInteger(mood) && mood >= min && mood <= max
    ? ok(mood)
    : badInput('mood', 'OUT_OF_RANGE', max);
}

const bounds: Readonly<Record<FigureName, { readonly min: number; readonly max: number }>> = {
  salesYen: { min: 0, max: checkInLimits.yen },
  grossProfitYen: { min: -checkInLimits.yen, max: checkInLimits.yen },
  customers: { min: 0, max: checkInLimits.customers },
  ownHours: { min: 0, max: checkInLimits.hours },
};

/** Sales, gross profit and customers in whole numbers, hours (0–744) to any fraction; null when none is given. */
export function readFigure(
  name: FigureName,
  figure: number | null | undefined,
): Result<number | null, BadUserInput> {
  if (figure === null || figure === undefined) return ok(null);
  const { min, max } = bounds[name];
  const isWhole = name === 'ownHours' ? Number.isFinite(figure) : Number.isSafeInteger(figure);
  return isWhole && figure >= min && figure <= max ? ok(figure) : badInput(name, 'OUT_OF_RANGE', max);
}
