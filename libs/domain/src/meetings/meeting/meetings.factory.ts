import type { GroupId, MeetingId, MemberId } from '../../kernel/index.js';
import type { AgendaStepId } from '../agendas/agenda.js';
import type { Meeting, MeetingSeries, MeetingSeriesId } from './meeting.js';
import {
  scheduleMeetings,
  type NewMeetingIds,
  type SchedulePlan,
  type Scheduled,
} from './schedule-meetings.js';
import { occurrences, parseRule } from './series-rule.js';

const idFrom = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const groupId = idFrom(1) as GroupId;
export const seriesId = idFrom(2) as MeetingSeriesId;
export const newSeriesId = idFrom(3) as MeetingSeriesId;
export const hanako = idFrom(4) as MemberId;

export function countingIds(): NewMeetingIds {
  let last = 100;
  return { meeting: () => idFrom(last++) as MeetingId, step: () => idFrom(last++) as AgendaStepId };
}

/** Friday 20 November 2026, 10:00 in Japan. */
export const today = new Date('2026-11-20T01:00:00Z');

/** The second Wednesday of the month at 19:00 for two hours, twelve times from December 2026 on. */
export const monthlyPlan: SchedulePlan = {
  groupId,
  title: '月次レビュー',
  rule: 'FREQ=MONTHLY;BYDAY=2WE;COUNT=12',
  startsAtLocal: '2026-12-09T19:00',
  timeZone: 'Asia/Tokyo',
  durationMinutes: 120,
  format: 'HYBRID',
  place: '産業振興センター 2階',
};

export function scheduled(changes: Partial<SchedulePlan> = {}, now = today): Scheduled {
  const result = scheduleMeetings(
    { ...monthlyPlan, ...changes },
    { headCount: 8, meetingsSoFar: 5 },
    seriesId,
    countingIds(),
    now,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
export function oneMeeting(changes: Partial<Meeting> = {}): Meeting {
  return { ...scheduled({ rule: null }).meetings[0]!, ...changes };
}

/** After every meeting of the factory. */
export const after = new Date('2027-12-31T00:00:00Z');
export const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
export const code = (result: { ok: true } | { ok: false; error: { code: string } }): string =>
  result.ok ? 'OK' : result.error.code;
/** The dates of a series. */
export const slotsOf = (series: MeetingSeries): string[] => {
  const rule = parseRule(series.rule!);
  return rule.ok ? occurrences(rule.value, series.startsAtLocal, series.timeZone, { limit: 40 }) : [];
};
