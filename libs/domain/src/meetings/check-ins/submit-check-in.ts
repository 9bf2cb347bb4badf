import {
  badInput,
  err,
  ok,
  optional,
  wantsChange,
  type BadUserInput,
  type Conflict,
  type Instant,
  type MemberId,
  type PlainDate,
  type Result,
} from '../../kernel/index.js';
import {
  openForPreparation,
  type Meeting,
  type MeetingCancelled,
  type PreparationOver,
} from '../meeting/meeting.js';
import {
  checkInLimits,
  checkInTexts,
  figureNames,
  figuresMonth,
  narrower,
  readFigure,
  readMood,
  type CheckIn,
  type CheckInId,
  type CheckInVisibility,
  type FigureName,
  type Figures,
} from './check-in.js';
import type { CheckInEvent } from './check-in-events.js';

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
 * Writes the check-in of one member for one meeting, or writes it anew: what is left out is gone, and something must be there. For the group
 * unless said otherwise; mood (1–5) and figures reach the facilitators at most unless they are shared apart, and never go further than
 * the check-in itself. Texts up to 2,000 characters each. It can be written from the scheduling until seven days after the meeting.
 * Errors: MEETING_CANCELLED, PREPARATION_OVER, CONFLICT, BAD_USER_INPUT (a text, mood, a figure; `note` REQUIRED when all is empty).
 */
export function submitCheckIn(
  meeting: Meeting,
  before: CheckIn | null,
  draft: CheckInDraft,
  facts: { readonly id: CheckInId; readonly memberId: MemberId; readonly now: Instant },
): Result<
  { readonly next: CheckIn; readonly events: readonly CheckInEvent[] },
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
export const withdrawCheckIn = (checkIn: CheckIn): readonly CheckInEvent[] => [
  checkInEvent(checkIn.visibility === 'GROUP' ? 'meeting.check-in-withdrawn' : 'check-in.withdrawn', checkIn),
];

/** What the group cannot read makes no sound in it: such an event does not name the meeting. */
const checkInEvent = (
  name: CheckInEvent['name'],
  { id: checkInId, meetingId, memberId }: CheckIn,
): CheckInEvent =>
  name === 'check-in.kept' || name === 'check-in.withdrawn'
    ? { name, ids: { checkInId } }
    : { name, ids: { checkInId, meetingId, memberId } };

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
