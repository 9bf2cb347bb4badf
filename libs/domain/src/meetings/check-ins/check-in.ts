import { Temporal } from 'temporal-polyfill';
import {
  badInput,
  err,
  limits,
  ok,
  optional,
  wantsChange,
  type BadUserInput,
  type Conflict,
  type GroupId,
  type Id,
  type Instant,
  type MeetingId,
  type MemberId,
  type PlainDate,
  type Result,
} from '../../kernel/index.js';
import {
  openForPreparation,
  type Meeting,
  type MeetingCancelled,
  type MeetingEvent,
  type PreparationOver,
} from '../meeting/meeting.js';

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

/** What was written in the form. A visibility that is not said stays as it was. */
export interface CheckInDraft extends Partial<
  Readonly<Record<(typeof checkInTexts)[number], string | null>>
> {
  readonly mood?: number | null;
  readonly figures?: Partial<Readonly<Record<FigureName, number | null>>> | null;
  readonly visibility?: CheckInVisibility | null;
  readonly moodVisibility?: CheckInVisibility | null;
  readonly figuresVisibility?: CheckInVisibility | null;
  /** 0 says that the writer knows of none yet. */
  readonly expectedVersion?: number | null;
}

/**
 * The month whose figures an owner can know at a meeting: up to the 15th the month before, after that the month itself.
 */
export function figuresMonth(meeting: Pick<Meeting, 'startsAtLocal'>): PlainDate {
  const day = Temporal.PlainDate.from(meeting.startsAtLocal.slice(0, 10));
  const month = day.day <= 15 ? day.subtract({ months: 1 }) : day;
  return month.with({ day: 1 }).toString();
}

/**
 * Writes the note of one member for one meeting, or writes it anew: what is left out is gone, and something must be there. For the group
 * unless said otherwise; mood (1–5) and figures reach the facilitators at most unless they are shared apart, and never go further than
 * the note itself. Texts up to 2,000 characters each. It can be written from the scheduling until seven days after the meeting.
 * Errors: MEETING_CANCELLED, PREPARATION_OVER, CONFLICT, BAD_USER_INPUT (a text, mood, a figure; `note` REQUIRED when all is empty).
 */
export function writeCheckIn(
  meeting: Meeting,
  before: CheckIn | null,
  draft: CheckInDraft,
  facts: { readonly id: CheckInId; readonly memberId: MemberId; readonly now: Instant },
): Result<
  { readonly next: CheckIn; readonly events: readonly MeetingEvent[] },
  MeetingCancelled | PreparationOver | Conflict | BadUserInput
> {
  const open = openForPreparation(meeting, facts.now);
  if (!open.ok) return open;
  const texts: Partial<Record<(typeof checkInTexts)[number], string | null>> = {};
  for (const name of checkInTexts) {
    const text = optional(name, draft[name], checkInLimits.text);
    if (!text.ok) return text;
    texts[name] = text.value;
  }
  const mood = readMood(draft.mood);
  if (!mood.ok) return mood;
  const figures = readFigures(draft.figures, figuresMonth(meeting));
  if (!figures.ok) return figures;
  const isEmpty = checkInTexts.every((name) => texts[name] === null) && mood.value === null && !figures.value;
  if (isEmpty) return badInput('note', 'REQUIRED');
  const visibility = draft.visibility ?? before?.visibility ?? 'GROUP';
  const said = {
    visibility,
    note: texts.note ?? null,
    progress: texts.progress ?? null,
    problem: texts.problem ?? null,
    request: texts.request ?? null,
    mood: mood.value,
    moodVisibility: narrower(draft.moodVisibility ?? before?.moodVisibility ?? 'FACILITATOR', visibility),
    figures: figures.value,
    figuresVisibility: narrower(
      draft.figuresVisibility ?? before?.figuresVisibility ?? 'FACILITATOR',
      visibility,
    ),
  };
  const change = wantsChange<CheckIn>(before, said, draft.expectedVersion);
  if (!change.ok) return change;
  if (before && !change.value) return ok({ next: before, events: [] });
  const next: CheckIn = {
    id: before?.id ?? facts.id,
    meetingId: meeting.id,
    groupId: meeting.groupId,
    memberId: facts.memberId,
    ...said,
    createdAt: before?.createdAt ?? facts.now,
    updatedAt: facts.now,
    version: (before?.version ?? 0) + 1,
  };
  const isHeard = visibility === 'GROUP' || before?.visibility === 'GROUP';
  return ok({ next, events: [checkInEvent(isHeard ? 'meeting.check-in-shared' : 'check-in.kept', next)] });
}

/** One's own words can be taken back at any time, with the answers to them. */
export const withdrawCheckIn = (checkIn: CheckIn): readonly MeetingEvent[] => [
  checkInEvent(checkIn.visibility === 'GROUP' ? 'meeting.check-in-withdrawn' : 'check-in.withdrawn', checkIn),
];

/** What the group cannot read makes no sound in it: such an event does not name the meeting. */
const checkInEvent = (name: MeetingEvent['name'], { id, meetingId, memberId }: CheckIn): MeetingEvent => ({
  name,
  ids: name.startsWith('meeting.') ? { checkInId: id, meetingId, memberId } : { checkInId: id },
});

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

function readFigures(given: CheckInDraft['figures'], month: PlainDate): Result<Figures | null, BadUserInput> {
  const read: Partial<Record<FigureName, number | null>> = {};
  for (const name of figureNames) {
    const figure = readFigure(name, given?.[name]);
    if (!figure.ok) return err(figure.error);
    read[name] = figure.value;
  }
  const { salesYen = null, grossProfitYen = null, customers = null, ownHours = null } = read;
  const figures = { month, salesYen, grossProfitYen, customers, ownHours };
  return ok(figureNames.every((name) => figures[name] === null) ? null : figures);
}
