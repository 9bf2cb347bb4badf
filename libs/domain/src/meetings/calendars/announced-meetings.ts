import {
  instantAt,
  minutes,
  plus,
  type Instant,
  type MeetingId,
  type PlainDateTime,
} from '../../kernel/index.js';
import type { Meeting, MeetingSeries, MeetingSeriesId } from '../meeting/meeting.js';
import { keepsGoing } from '../meeting/schedule-meetings.js';

/** What one person was last told of a meeting, by mail. */
export interface AnnouncedMeeting {
  readonly meetingId: MeetingId;
  readonly seriesId: MeetingSeriesId;
  /** Of that series; null where it was not written down at the time. */
  readonly slot: PlainDateTime | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: string | null;
  readonly cancelled: boolean;
}

export type MeetingChange = 'NEW' | 'MOVED' | 'PLACE' | 'CANCELLED';
export interface ChangeToAnnounce {
  readonly meetingId: MeetingId;
  readonly change: MeetingChange;
}

/** What to send to a calendar about one series. */
export interface CalendarNews {
  readonly seriesId: MeetingSeriesId;
  /** One meeting of it, or several that are called off; null: all of the series. */
  readonly about: readonly MeetingId[] | null;
  /** Slots under which it holds a date that is on no longer, or on in another series. */
  readonly gone: readonly PlainDateTime[];
}
/** What there is to tell, and which calendars have to hear. */
export interface NewsOfMeetings {
  readonly changes: readonly ChangeToAnnounce[];
  readonly calendars: readonly CalendarNews[];
}

export const announcedOf = (meeting: Meeting): AnnouncedMeeting => ({
  meetingId: meeting.id,
  seriesId: meeting.seriesId,
  slot: meeting.recurrenceId,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  place: meeting.place,
  cancelled: meeting.status === 'CANCELLED',
});

type Series = Pick<MeetingSeries, 'id' | 'rule' | 'ended' | 'timeZone' | 'durationMinutes' | 'place'>;

/**
 * Compares what a person was last told with what stands now, so that five moves in a row are one piece of news, and there and back is none.
 * `meetings`: those of the group, in the order of time; `series`: of these and of what was told. A date of an endless series that was laid out later is
 * where the rule says, as its calendar has it already. Nothing to tell leaves calendars as they are, under whichever UID they hold a date.
 */
export function newsOfMeetings(
  told: readonly AnnouncedMeeting[],
  meetings: readonly Meeting[],
  series: readonly Series[],
): NewsOfMeetings {
  const seriesOf = new Map(series.map((one) => [one.id, one]));
  const toldById = new Map(told.map((one) => [one.meetingId, one]));
  const toldSeries = new Set(told.map(({ seriesId }) => seriesId));
  const before = (meeting: Meeting): AnnouncedMeeting | null => {
    const own = seriesOf.get(meeting.seriesId);
    const goesOn = own && toldSeries.has(own.id) && keepsGoing(own as MeetingSeries);
    return toldById.get(meeting.id) ?? (goesOn ? asTheRuleHasIt(meeting, own, meeting.recurrenceId) : null);
  };
  const changes = meetings.flatMap((meeting): ChangeToAnnounce[] => {
    const change = changeOf(before(meeting), announcedOf(meeting));
    return change ? [{ meetingId: meeting.id, change }] : [];
  });
  if (changes.length === 0) return { changes, calendars: [] };

  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const whole = new Set<MeetingSeriesId>();
  const left = new Set<MeetingSeriesId>();
  const gone = new Map<MeetingSeriesId, PlainDateTime[]>();
  for (const meeting of meetings) {
    const known = before(meeting);
    if (!known) continue;
    const elsewhere = known.seriesId !== meeting.seriesId;
    if (elsewhere) {
      whole.add(meeting.seriesId);
      left.add(known.seriesId);
    }
    if (known.slot !== null && !known.cancelled && (elsewhere || meeting.status === 'CANCELLED'))
      gone.set(known.seriesId, [...(gone.get(known.seriesId) ?? []), known.slot]);
  }
  const changed = new Map<MeetingSeriesId, ChangeToAnnounce[]>();
  for (const one of changes) {
    const { seriesId } = byId.get(one.meetingId)!;
    changed.set(seriesId, [...(changed.get(seriesId) ?? []), one]);
  }
  for (const [seriesId, those] of changed) {
    const allOff = those.every(({ change }) => change === 'CANCELLED');
    if ((those.length > 1 && !allOff) || those.some(({ change }) => change === 'NEW')) whole.add(seriesId);
  }
  // What never was in a calendar and is off again need not be taken out of it.
  const isOff = (seriesId: MeetingSeriesId): boolean =>
    !toldSeries.has(seriesId) &&
    meetings.every((one) => one.seriesId !== seriesId || one.status === 'CANCELLED');
  const inOrder = [...new Set([...changed.keys(), ...whole, ...left])]
    .filter((seriesId) => !isOff(seriesId))
    .sort((a, b) => Number(left.has(a)) - Number(left.has(b)));
  return {
    changes,
    calendars: inOrder.map((seriesId) => ({
      seriesId,
      about:
        whole.has(seriesId) || left.has(seriesId)
          ? null
          : changed.get(seriesId)!.map(({ meetingId }) => meetingId),
      gone: gone.get(seriesId) ?? [],
    })),
  };
}

function asTheRuleHasIt(meeting: Meeting, series: Series, slot: PlainDateTime): AnnouncedMeeting {
  const startsAt = instantAt(slot, series.timeZone);
  const endsAt = plus(startsAt, minutes(series.durationMinutes));
  return { ...announcedOf(meeting), startsAt, endsAt, place: series.place, cancelled: false };
}

function changeOf(before: AnnouncedMeeting | null, now: AnnouncedMeeting): MeetingChange | null {
  if (!before || before.cancelled) return now.cancelled ? null : 'NEW';
  if (now.cancelled) return 'CANCELLED';
  const isMoved =
    before.startsAt.getTime() !== now.startsAt.getTime() || before.endsAt.getTime() !== now.endsAt.getTime();
  return isMoved ? 'MOVED' : before.place === now.place ? null : 'PLACE';
}
