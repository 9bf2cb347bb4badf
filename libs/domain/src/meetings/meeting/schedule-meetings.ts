import { Temporal } from 'temporal-polyfill';
import {
  badInput,
  days,
  err,
  instantAt,
  isBefore,
  isPlainDateTime,
  localAt,
  minutes,
  ok,
  plus,
  type BadUserInput,
  type GroupId,
  type Instant,
  type MeetingId,
  type PlainDateTime,
  type Result,
  type TimeZone,
} from '../../kernel/index.js';
import {
  agendaFor,
  isStandardAgenda,
  type AgendaStepId,
  type StandardAgenda,
  type PlannedStep,
} from '../agendas/agenda.js';
import { fittedAgenda, type AgendaTemplateStep } from '../agendas/agenda-template.js';
import { specialDay, type SpecialDay } from './japanese-holidays.js';
import {
  meetingLimits,
  readDuration,
  readLocal,
  readPlace,
  readTitle,
  readUrl,
  readZone,
  type Meeting,
  type MeetingError,
  type MeetingFormat,
  type MeetingSeries,
  type MeetingSeriesId,
} from './meeting.js';
import { formatRule, occurrences, parseRule, type SeriesRule } from './series-rule.js';
import type { MeetingEvent } from './meeting-events.js';

/** When a series meets, as the form and the API hold it. */
export interface SeriesTimes {
  readonly rule: string | null;
  readonly startsAtLocal: PlainDateTime;
  readonly timeZone: TimeZone;
  /** Slots to leave out. */
  readonly skip?: readonly PlainDateTime[] | null;
  /** Slots to hold a week later (翌週にずらす). */
  readonly postpone?: readonly PlainDateTime[] | null;
}

export interface PreviewedMeeting {
  /** The slot of the rule. */
  readonly recurrenceId: PlainDateTime;
  /** What clocks show when it begins: the slot, or a week later. */
  readonly local: PlainDateTime;
  readonly startsAt: Instant;
  readonly skipped: boolean;
  readonly holiday: SpecialDay | null;
  /** 翌週にずらす: the same time a week later, where that day is an ordinary one and the series does not meet on it anyway. */
  readonly proposal: PlainDateTime | null;
  /** Daylight saving: this time is skipped on that day (the meeting begins later by the gap), or happens twice (the first is meant). */
  readonly clockChange: 'SKIPPED' | 'TWICE' | null;
}

export const oneWeekLater = (local: PlainDateTime): PlainDateTime =>
  Temporal.PlainDateTime.from(local).add({ weeks: 1 }).toString({ smallestUnit: 'minute' });
/** Japanese holidays matter where clocks show Japanese time. */
const holidayOn = (local: PlainDateTime, zone: TimeZone): SpecialDay | null =>
  zone === 'Asia/Tokyo' || zone === 'Japan' ? specialDay(local.slice(0, 10)) : null;

/** Whether daylight saving skips that wall-clock time, or lets it happen twice. */
export function clockChange(local: PlainDateTime, zone: TimeZone): PreviewedMeeting['clockChange'] {
  const wall = Temporal.PlainDateTime.from(local);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return null;
  return later.toPlainDateTime().equals(wall) ? 'TWICE' : 'SKIPPED';
}

/**
 * The meetings that a rule gives, as the form shows them before anything is saved: all of a series that ends, a year of one that
 * does not, at most 100. The first may not lie in the past, nor more than five years ahead.
 * Errors: RULE_NOT_UNDERSTOOD, RULE_NEVER_MATCHES, TOO_MANY_MEETINGS, BAD_USER_INPUT (startsAtLocal, timeZone, skip, postpone).
 */
export function previewMeetings(
  times: SeriesTimes,
  now: Instant,
): Result<readonly PreviewedMeeting[], MeetingError> {
  const local = readLocal('startsAtLocal', times.startsAtLocal);
  if (!local.ok) return local;
  const zone = readZone(times.timeZone);
  if (!zone.ok) return zone;
  if (!within(times.startsAtLocal, times.timeZone, now)) return badInput('startsAtLocal', 'OUT_OF_RANGE');
  const slots = slotsOf(times, now);
  if (!slots.ok) return slots;
  const chosen = { skip: new Set(times.skip ?? []), postpone: new Set(times.postpone ?? []) };
  const wrong =
    strangers('skip', chosen.skip, slots.value) ?? strangers('postpone', chosen.postpone, slots.value);
  if (wrong) return wrong;

  const taken = new Set(slots.value);
  const preview = slots.value.map((slot) =>
    shownDate({
      slot,
      taken,
      timeZone: times.timeZone,
      skipped: chosen.skip.has(slot),
      local: chosen.postpone.has(slot) ? oneWeekLater(slot) : slot,
    }),
  );
  const held = preview.filter(({ skipped }) => !skipped);
  if (new Set(held.map((meeting) => meeting.local)).size < held.length)
    return badInput('postpone', 'OUT_OF_RANGE');
  const first = held[0];
  if (!first) return err({ code: 'RULE_NEVER_MATCHES' });
  if (held.some(({ startsAt }) => !isBefore(now, startsAt))) return badInput('startsAtLocal', 'IN_THE_PAST');
  return ok(preview);
}

/** One date as a form shows it: a slot of the rule, and when people meet on it. `taken`: all slots of the rule. */
export function shownDate({
  slot,
  local,
  skipped,
  timeZone,
  taken,
}: {
  readonly slot: PlainDateTime;
  readonly local: PlainDateTime;
  readonly skipped: boolean;
  readonly timeZone: TimeZone;
  readonly taken: ReadonlySet<PlainDateTime>;
}): PreviewedMeeting {
  const holiday = holidayOn(slot, timeZone);
  const later = oneWeekLater(slot);
  return {
    recurrenceId: slot,
    local,
    startsAt: instantAt(local, timeZone),
    skipped,
    holiday,
    proposal: holiday && !taken.has(later) && !holidayOn(later, timeZone) ? later : null,
    clockChange: clockChange(local, timeZone),
  };
}

/** Keeps the arithmetic of zones and rules inside the years it was made for. */
const within = (local: PlainDateTime, zone: TimeZone, now: Instant): boolean => {
  const today = localAt(now, zone).slice(0, 10);
  const furthest = Temporal.PlainDate.from(today).add({ days: meetingLimits.furthestDays }).toString();
  return local.slice(0, 10) <= furthest && local.slice(0, 4) >= '1970';
};

function slotsOf(times: SeriesTimes, now: Instant): Result<readonly PlainDateTime[], MeetingError> {
  if (times.rule === null) return ok([times.startsAtLocal]);
  const rule = parseRule(times.rule);
  if (!rule.ok) return rule;
  const limit = meetingLimits.meetings;
  if ((rule.value.count ?? 0) > limit) return err({ code: 'TOO_MANY_MEETINGS', limit });
  const first = firstSlot(rule.value, times.startsAtLocal, times.timeZone);
  if (first === undefined) return err({ code: 'RULE_NEVER_MATCHES' });
  const found = occurrences(rule.value, times.startsAtLocal, times.timeZone, {
    limit: limit + 1,
    upTo: isEndless(rule.value) ? horizon(first, times.timeZone, now) : undefined,
  });
  return found.length > limit ? err({ code: 'TOO_MANY_MEETINGS', limit }) : ok(found);
}

const isEndless = (rule: SeriesRule): boolean => rule.count === null && rule.until === null;

/** The first slot of a rule from a wall-clock time on, however rarely it meets: on 29 February, every 24th month. */
const firstSlot = (rule: SeriesRule, from: PlainDateTime, zone: TimeZone): PlainDateTime | undefined =>
  occurrences(rule, from, zone, { limit: 1, upTo: yearsLater(from, meetingLimits.rarestYears) })[0];
const yearsLater = (local: PlainDateTime, years: number): PlainDateTime =>
  Temporal.PlainDateTime.from(local).add({ years }).toString({ smallestUnit: 'minute' });

/** An endless series is laid out a year from now, or from its first slot when that lies ahead. */
function horizon(start: PlainDateTime, zone: TimeZone, now: Instant): PlainDateTime {
  const today = localAt(now, zone);
  const from = start > today ? start : today;
  return Temporal.PlainDateTime.from(from)
    .add({ days: meetingLimits.horizonDays })
    .toString({ smallestUnit: 'minute' });
}

function strangers(
  field: string,
  wanted: ReadonlySet<string>,
  slots: readonly string[],
): ReturnType<typeof badInput> | null {
  for (const local of wanted) {
    if (!isPlainDateTime(local)) return badInput(field, 'MALFORMED');
    if (!slots.includes(local)) return badInput(field, 'UNKNOWN');
  }
  return null;
}

/** What a facilitator fills in. */
export interface SchedulePlan extends SeriesTimes {
  readonly groupId: GroupId;
  readonly title: string;
  readonly durationMinutes: number;
  readonly format: MeetingFormat;
  readonly place?: string | null;
  readonly url?: string | null;
  readonly agendaTemplate?: string | null;
}
export interface NewMeetingIds {
  readonly meeting: () => MeetingId;
  readonly step: () => AgendaStepId;
}
/** What the group looks like when meetings are made: people taking part, and meetings it has or had. */
export interface GroupSize {
  readonly headCount: number;
  readonly meetingsSoFar: number;
  /** The steps of the group's own agenda that `agendaTemplate` names, if it names one. */
  readonly templateSteps?: readonly AgendaTemplateStep[] | null;
}
export interface Scheduled {
  readonly series: MeetingSeries;
  readonly meetings: readonly Meeting[];
  readonly events: readonly MeetingEvent[];
}

/**
 * A series and its meetings. The series begins at its first slot, even if the form's start did not fit the rule.
 * Errors: those of `previewMeetings`, AGENDA_TOO_LONG, and BAD_USER_INPUT for title, place, url, durationMinutes, agendaTemplate.
 */
export function scheduleMeetings(
  plan: SchedulePlan,
  group: GroupSize,
  seriesId: MeetingSeriesId,
  ids: NewMeetingIds,
  now: Instant,
): Result<Scheduled, MeetingError> {
  const title = readTitle(plan.title);
  if (!title.ok) return title;
  const place = readPlace(plan.place);
  if (!place.ok) return place;
  const url = readUrl(plan.url);
  if (!url.ok) return url;
  const duration = readDuration(plan.durationMinutes);
  if (!duration.ok) return duration;
  const template = group.templateSteps ? ok(plan.agendaTemplate ?? null) : readTemplate(plan.agendaTemplate);
  if (!template.ok) return template;
  const fits = group.templateSteps
    ? fittedAgenda(group.templateSteps, { ...group, durationMinutes: duration.value })
    : ok([]);
  if (!fits.ok) return fits;
  const preview = previewMeetings(plan, now);
  if (!preview.ok) return preview;
  const rule = plan.rule === null ? null : parseRule(plan.rule);

  const series: MeetingSeries = {
    id: seriesId,
    groupId: plan.groupId,
    title: title.value,
    rule: rule?.ok ? formatRule(rule.value) : null,
    startsAtLocal: preview.value[0]!.recurrenceId,
    timeZone: plan.timeZone,
    durationMinutes: duration.value,
    format: plan.format,
    place: place.value,
    url: url.value,
    agendaTemplate: template.value,
    skipped: preview.value.filter(({ skipped }) => skipped).map(({ recurrenceId }) => recurrenceId),
    ended: false,
    sequence: 0,
    version: 1,
  };
  const held = preview.value.filter(({ skipped }) => !skipped);
  return ok({
    series,
    meetings: held.map((slot, i) =>
      meetingOf(series, slot, { ...group, meetingsSoFar: group.meetingsSoFar + i }, ids, now),
    ),
    events: [{ name: 'meeting.scheduled', ids: { seriesId, groupId: plan.groupId } }],
  });
}

function readTemplate(template: string | null | undefined): Result<StandardAgenda | null, BadUserInput> {
  if (template === null || template === undefined) return ok(null);
  return isStandardAgenda(template) ? ok(template) : badInput('agendaTemplate', 'UNKNOWN');
}

/** By the group's own agenda, by a template, or by what suits the number of the meeting in its series. */
function plannedSteps(series: MeetingSeries, group: GroupSize): readonly PlannedStep[] {
  const size = {
    nth: group.meetingsSoFar + 1,
    headCount: group.headCount,
    durationMinutes: series.durationMinutes,
  };
  const own = group.templateSteps && fittedAgenda(group.templateSteps, size);
  if (own?.ok) return own.value;
  const template = series.agendaTemplate ?? '';
  return agendaFor(isStandardAgenda(template) ? template : null, size);
}

export function meetingOf(
  series: MeetingSeries,
  slot: { readonly recurrenceId: PlainDateTime; readonly local: PlainDateTime },
  group: GroupSize,
  ids: NewMeetingIds,
  now: Instant,
): Meeting {
  const startsAt = instantAt(slot.local, series.timeZone);
  const planned = plannedSteps(series, group);
  return {
    id: ids.meeting(),
    groupId: series.groupId,
    seriesId: series.id,
    title: series.title,
    recurrenceId: slot.recurrenceId,
    startsAtLocal: slot.local,
    timeZone: series.timeZone,
    startsAt,
    endsAt: plus(startsAt, minutes(series.durationMinutes)),
    durationMinutes: series.durationMinutes,
    format: series.format,
    place: series.place,
    url: series.url,
    status: 'SCHEDULED',
    cancelReason: null,
    sequence: 0,
    timeSetAt: now,
    agenda: planned.map((step) => ({ id: ids.step(), ...step })),
    version: 1,
  };
}

/**
 * The meetings that an endless series lacks up to a year from now; `lastSlot` is the last one it already has (held or called off).
 * Empty for a series with an end or one that has ended.
 */
export function extendSeries(
  series: MeetingSeries,
  lastSlot: PlainDateTime,
  group: GroupSize,
  ids: NewMeetingIds,
  now: Instant,
): readonly Meeting[] {
  const rule = series.rule === null || series.ended ? null : parseRule(series.rule);
  if (!rule?.ok || !isEndless(rule.value)) return [];
  const { startsAtLocal, timeZone } = series;
  const isToCome = (slot: PlainDateTime): boolean =>
    slot > lastSlot && isBefore(now, instantAt(slot, timeZone));
  const upTo = horizon(startsAtLocal, timeZone, now);
  const limit = Number.MAX_SAFE_INTEGER;
  const laidOut = occurrences(rule.value, startsAtLocal, timeZone, { limit, upTo }).filter(isToCome);
  // A rule that meets more rarely than once a year has its next meeting in sight all the same.
  const isBare = laidOut.length === 0 && !isBefore(now, instantAt(lastSlot || startsAtLocal, timeZone));
  const slots = isBare
    ? occurrences(rule.value, startsAtLocal, timeZone, {
        limit,
        upTo: yearsLater(localAt(now, timeZone), meetingLimits.rarestYears),
      })
        .filter(isToCome)
        .slice(0, 1)
    : laidOut;
  return slots.slice(0, meetingLimits.meetings).map((slot, i) => {
    const size = { ...group, meetingsSoFar: group.meetingsSoFar + i };
    return meetingOf(series, { recurrenceId: slot, local: slot }, size, ids, now);
  });
}

/**
 * The meeting at the instant at which clocks now show its promised wall-clock time: the same one, unless a country has changed its
 * clocks since. Nothing moves for the people; timers and calendars do.
 */
export function reclocked(meeting: Meeting): Meeting {
  const startsAt = instantAt(meeting.startsAtLocal, meeting.timeZone);
  if (startsAt.getTime() === meeting.startsAt.getTime()) return meeting;
  const endsAt = plus(startsAt, minutes(meeting.durationMinutes));
  return { ...meeting, startsAt, endsAt, sequence: meeting.sequence + 1 };
}

/** Once a week is often enough to lay out a year ahead and to follow a change of clocks. */
export const seriesCheckEvery = days(7);
/** True for a series that goes on without an end. */
export const keepsGoing = (series: MeetingSeries): boolean => {
  const rule = series.rule === null || series.ended ? null : parseRule(series.rule);
  return rule?.ok === true && isEndless(rule.value);
};
