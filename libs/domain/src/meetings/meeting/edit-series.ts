import {
  instantAt,
  isBefore,
  ok,
  type Instant,
  type PlainDateTime,
  type Result,
  type TimeZone,
} from '../../kernel/index.js';
import {
  readDuration,
  readPlace,
  readTitle,
  readUrl,
  stillScheduled,
  type Meeting,
  type MeetingError,
  type MeetingFormat,
  type MeetingSeries,
  type MeetingSeriesId,
} from './meeting.js';
import {
  datesFrom,
  followingDates,
  movedTo,
  seriesBefore,
  type FollowingMoved,
  type SeriesDate,
} from './reschedule-meeting.js';
import {
  keepsGoing,
  meetingOf,
  oneWeekLater,
  previewMeetings,
  shownDate,
  type GroupSize,
  type NewMeetingIds,
  type PreviewedMeeting,
} from './schedule-meetings.js';
import { formatRule, occurrences, parseRule, untilLocal } from './series-rule.js';

/** What the rest of a series becomes, from one meeting on. */
export interface SeriesEdit {
  readonly title: string;
  readonly rule: string;
  readonly startsAtLocal: PlainDateTime;
  readonly durationMinutes: number;
  readonly format: MeetingFormat;
  readonly place?: string | null;
  readonly url?: string | null;
  /** Slots of the new rule to leave out, or to hold a week later. */
  readonly skip?: readonly PlainDateTime[] | null;
  readonly postpone?: readonly PlainDateTime[] | null;
}

/** What is left of a series: an edit made of it leaves every day as it is. */
export interface RestOfSeries {
  readonly rule: string;
  readonly startsAtLocal: PlainDateTime;
  readonly skip: readonly PlainDateTime[];
  readonly postpone: readonly PlainDateTime[];
  /** For moving this meeting and the rest. */
  readonly dates: readonly SeriesDate[];
}

/**
 * A series from one of its meetings on, as a form shows it before anything changes: COUNT is what is left of it, days without a meeting
 * stay left out, meetings held a week later stay a week later. `all`: every meeting of the series. Null for a meeting without a series.
 */
export function restOfSeries(
  series: MeetingSeries,
  all: readonly Meeting[],
  meeting: Meeting,
  now: Instant,
): RestOfSeries | null {
  const rule = series.rule === null ? null : parseRule(series.rule);
  if (!rule?.ok) return null;
  const last = all.reduce(
    (end, one) => (one.recurrenceId > end ? one.recurrenceId : end),
    meeting.recurrenceId,
  );
  const slots = occurrences(rule.value, series.startsAtLocal, series.timeZone, {
    limit: Number.MAX_SAFE_INTEGER,
    upTo: [last, ...series.skipped].sort().at(-1),
  });
  const rest = slots.filter((slot) => slot >= meeting.recurrenceId);
  const { count } = rule.value;
  const held = new Map(
    all.filter((one) => stillScheduled(one, now).ok).map((one) => [one.recurrenceId, one.startsAtLocal]),
  );
  // A meeting moved out of the past begins where it is now: no series begins in the past.
  const isAhead = isBefore(now, instantAt(meeting.recurrenceId, series.timeZone));
  return {
    rule: formatRule({
      ...rule.value,
      count: count === null ? null : count - (slots.length - rest.length),
      until: untilLocal(rule.value, series.timeZone),
    }),
    startsAtLocal: isAhead ? meeting.recurrenceId : meeting.startsAtLocal,
    skip: isAhead ? rest.filter((slot) => !held.has(slot)) : [],
    postpone: isAhead
      ? rest.filter((slot) => held.get(slot) === oneWeekLater(slot) && !held.has(oneWeekLater(slot)))
      : [],
    dates: datesFrom(series, all, meeting, now),
  };
}

/** A date as `previewMeetings` shows it; `isKept`: it had been moved singly and stays where it is. */
export interface PreviewedFollowing extends PreviewedMeeting {
  readonly isKept: boolean;
}

/**
 * The dates on which people meet after this meeting has moved with all that follow, by the function that moves them, holidays flagged. What is
 * called off or left out stays so. Errors: those of `followingDates`.
 */
export function previewFollowing(
  rest: Pick<RestOfSeries, 'rule' | 'dates'>,
  timeZone: TimeZone,
  to: PlainDateTime,
  postpone: readonly PlainDateTime[],
  now: Instant,
): Result<readonly PreviewedFollowing[], MeetingError> {
  const following = followingDates({ ...rest, timeZone }, to, postpone, now);
  if (!following.ok) return following;
  const { dates } = following.value;
  const taken = new Set(dates.map(({ newSlot }) => newSlot));
  return ok(
    dates.flatMap(({ newSlot, local, isKept }, i) => {
      if (local === null) return [];
      const shown = shownDate({ slot: newSlot, local, skipped: false, timeZone, taken });
      return [{ ...shown, isKept, ...(isKept || i === 0 ? { proposal: null } : {}) }];
    }),
  );
}

export interface SeriesEdited extends Omit<FollowingMoved, 'newSeries'> {
  /** Null where neither days nor place change: then the series stays the one it is. */
  readonly newSeries: MeetingSeries | null;
  /** Meetings that the new rule has more than the old one had left. */
  readonly added: readonly Meeting[];
  /** Meetings that it has fewer; called off. */
  readonly dropped: readonly Meeting[];
}

/**
 * Changes a series from one of its meetings on: by another rule, at another time or place, under another name. The old series ends
 * before it (UNTIL) and a new one begins (a new iCalendar UID), unless only its name or its address changes. The meetings still to come move to the new dates one by one and keep their
 * ids, answers, check-ins, topics and agenda; what the new rule has more is made, what it has fewer is called off. The edited meeting must be
 * scheduled still; `series` must be its, `all` every meeting of the series.
 * Errors: those of `previewMeetings`, MEETING_CANCELLED, MEETING_OVER, MEETING_STARTED, BAD_USER_INPUT (title, place, url, durationMinutes).
 */
export function editSeries(
  series: MeetingSeries,
  all: readonly Meeting[],
  meeting: Meeting,
  edit: SeriesEdit,
  group: GroupSize,
  newSeriesId: MeetingSeriesId,
  ids: NewMeetingIds,
  now: Instant,
): Result<SeriesEdited, MeetingError> {
  const standing = stillScheduled(meeting, now);
  if (!standing.ok) return standing;
  const title = readTitle(edit.title);
  if (!title.ok) return title;
  const place = readPlace(edit.place);
  if (!place.ok) return place;
  const url = readUrl(edit.url);
  if (!url.ok) return url;
  const duration = readDuration(edit.durationMinutes);
  if (!duration.ok) return duration;
  const rule = parseRule(edit.rule);
  if (!rule.ok) return rule;
  const preview = previewMeetings({ ...edit, timeZone: series.timeZone }, now);
  if (!preview.ok) return preview;
  const held = preview.value.filter(({ skipped }) => !skipped);
  const oldRule = series.rule === null ? null : parseRule(series.rule);
  const before = oldRule?.ok
    ? occurrences(oldRule.value, series.startsAtLocal, series.timeZone, {
        limit: Number.MAX_SAFE_INTEGER,
        upTo: meeting.recurrenceId,
      }).filter((slot) => slot < meeting.recurrenceId)
    : [];

  const newSeries: MeetingSeries = {
    ...series,
    id: newSeriesId,
    title: title.value,
    rule: formatRule(rule.value),
    startsAtLocal: preview.value[0]!.recurrenceId,
    durationMinutes: duration.value,
    format: edit.format,
    place: place.value,
    url: url.value,
    skipped: preview.value.filter(({ skipped }) => skipped).map(({ recurrenceId }) => recurrenceId),
    ended: false,
    sequence: 0,
    version: 1,
  };
  const toCome = all
    .filter((one) => one.recurrenceId >= meeting.recurrenceId && stillScheduled(one, now).ok)
    .sort((a, b) => (a.recurrenceId < b.recurrenceId ? -1 : 1));
  const kept = toCome.slice(0, held.length).map((one, i): Meeting => {
    const { recurrenceId, local } = held[i]!;
    const isSame = local === one.startsAtLocal && duration.value === one.durationMinutes;
    return {
      ...(isSame ? { ...one, sequence: one.sequence + 1 } : movedTo(one, local, duration.value, now)),
      seriesId: newSeriesId,
      recurrenceId,
      title: title.value,
      format: edit.format,
      place: place.value,
      url: url.value,
    };
  });
  const dropped = toCome
    .slice(held.length)
    .map((one): Meeting => ({ ...one, status: 'CANCELLED', sequence: one.sequence + 1 }));
  const moves = kept.some(
    (one, i) =>
      one.startsAt.getTime() !== toCome[i]!.startsAt.getTime() ||
      one.endsAt.getTime() !== toCome[i]!.endsAt.getTime(),
  );
  const added = held
    .slice(kept.length)
    .map((slot, i) =>
      meetingOf(newSeries, slot, { ...group, meetingsSoFar: group.meetingsSoFar + i }, ids, now),
    );
  const changesDates =
    moves || dropped.length + added.length > 0 || keepsGoing(newSeries) !== keepsGoing(series);
  const ending = seriesBefore(series, all, meeting.recurrenceId, before.at(-1));
  const elsewhere = place.value !== series.place || edit.format !== series.format;
  const groupOnly = { meetingId: meeting.id, groupId: meeting.groupId };
  if (!changesDates && !elsewhere) {
    const named = { title: title.value, url: url.value };
    return ok({
      oldSeries: { ...series, ...named },
      newSeries: null,
      meetings: toCome.map((one) => ({ ...one, ...named, sequence: one.sequence + 1 })),
      added,
      dropped,
      events: [{ name: 'meeting.edited', ids: { ...groupOnly, seriesId: series.id } }],
    });
  }
  return ok({
    oldSeries: ending,
    newSeries,
    meetings: kept,
    added,
    dropped,
    events: [
      {
        name: changesDates ? 'meeting.following-moved' : 'meeting.place-changed',
        ids: { ...groupOnly, seriesId: newSeriesId, fromSeriesId: series.id },
      },
    ],
  });
}
