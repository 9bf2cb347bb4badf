import { days, hours, isBefore, plus, type Instant } from '../../kernel/index.js';
import type { Meeting } from '../meeting/meeting.js';

export const reminderLeads = ['7d', '24h', '1h'] as const;
export type ReminderLead = (typeof reminderLeads)[number];
const ahead: Readonly<Record<ReminderLead, number>> = { '7d': days(7), '24h': hours(24), '1h': hours(1) };

export const reminderDueAt = (meeting: Pick<Meeting, 'startsAt'>, lead: ReminderLead): Instant =>
  plus(meeting.startsAt, -ahead[lead]);

/**
 * The reminders a meeting still owes: 7 days, 24 hours and 1 hour before. One whose time had passed when the present time was
 * agreed is not sent (the invitation or the notice of the move said it). None for a meeting that has begun, ended or was called off.
 */
export function reminderPlan(
  meeting: Pick<Meeting, 'startsAt' | 'timeSetAt' | 'status'>,
): readonly { lead: ReminderLead; dueAt: Instant }[] {
  if (meeting.status !== 'SCHEDULED') return [];
  return reminderLeads
    .map((lead) => ({ lead, dueAt: reminderDueAt(meeting, lead) }))
    .filter(({ dueAt }) => isBefore(meeting.timeSetAt, dueAt));
}

/**
 * What to do with a reminder when its timer is due: SEND it; WAIT, because the meeting has moved to later; or drop it as SILENT, because the
 * meeting is not on any more, has ended, or (after a long outage) a nearer reminder is due as well and says the same.
 */
export function reminderVerdict(
  meeting: Pick<Meeting, 'startsAt' | 'endsAt' | 'timeSetAt' | 'status'>,
  lead: ReminderLead,
  now: Instant,
): 'SEND' | 'WAIT' | 'SILENT' {
  const plan = reminderPlan(meeting);
  const mine = plan.find((reminder) => reminder.lead === lead);
  if (!mine || !isBefore(now, meeting.endsAt)) return 'SILENT';
  if (isBefore(now, mine.dueAt)) return 'WAIT';
  const nearer = plan.some((other) => isBefore(mine.dueAt, other.dueAt) && !isBefore(now, other.dueAt));
  return nearer ? 'SILENT' : 'SEND';
}
