import { isInGroup } from '@yoriai/domain/groups';
import { sameVersion, wantsChange, type MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { rsvpsStore } from '../meeting/rsvps.store.js';
import { scheduleMeetings } from '../meeting/schedule-meetings.js';
import { datePollsStore } from './date-polls.store.js';

export interface SettleDatePoll {
  readonly pollId: meetings.DatePollId;
  readonly optionId: meetings.DatePollOptionId;
  /** HH:mm, where the option is a day. */
  readonly time?: string | null;
  readonly durationMinutes: number;
  readonly format: meetings.MeetingFormat;
  readonly place?: string | null;
  readonly url?: string | null;
  readonly agendaTemplate?: string | null;
  readonly expectedVersion?: number | null;
}

/** Makes a meeting of one option, which tells the group as every new meeting does, and ends the poll. Those who voted 〇 for it attend. */
export async function settleDatePoll(tx: TenantTx, input: SettleDatePoll): Promise<MeetingId> {
  const poll = await datePollsStore.lock(tx, input.pollId);
  const group = await groupOf(tx, poll.groupId);
  if (tx.viewer) must(meetings.canRunDatePoll(tx.viewer, group));
  const made = await madeSo(tx, poll, input);
  if (made) return made;
  must(sameVersion(poll.version, input.expectedVersion));
  const { startsAtLocal, settled } = must(meetings.settleDatePoll(poll, input.optionId, input.time));
  const { durationMinutes, format, place, url, agendaTemplate } = input;
  const seriesId = await scheduleMeetings(tx, {
    groupId: poll.groupId,
    title: poll.title,
    rule: null,
    startsAtLocal,
    timeZone: poll.timeZone,
    durationMinutes,
    format,
    place,
    url,
    agendaTemplate,
  });
  const meeting = found((await meetingsStore.ofSeries(tx, [seriesId]))[0]);
  const answers = (await datePollsStore.answersOf(tx, [poll.id])).get(poll.id) ?? [];
  for (const memberId of meetings.attendingByVote(input.optionId, answers)) {
    if (!isInGroup(group, memberId)) continue;
    const rsvp = must(meetings.rsvpToMeeting(meeting, memberId, 'YES', null, tx.now));
    if (await rsvpsStore.answer(tx, meeting, rsvp.given, memberId)) await tx.publish(rsvp.events);
  }
  const { next, events } = settled(meeting.id);
  await datePollsStore.save(tx, next);
  await tx.publish(events);
  return meeting.id;
}

/** The meeting that came of it, where that is the one asked for. */
async function madeSo(
  tx: TenantTx,
  poll: meetings.DatePoll,
  input: SettleDatePoll,
): Promise<MeetingId | null> {
  if (poll.status !== 'SETTLED' || !poll.meetingId || poll.chosenOptionId !== input.optionId) return null;
  const meeting = found((await meetingsStore.byIds(tx, [poll.meetingId])).get(poll.meetingId));
  const { durationMinutes, format, place, url, time } = input;
  const begins = time ? { startsAtLocal: `${meeting.startsAtLocal.slice(0, 10)}T${time}` } : {};
  const asked = { ...begins, durationMinutes, format, place: place || null, url: url || null };
  const change = wantsChange(meeting, asked, null);
  return change.ok && !change.value ? meeting.id : null;
}
