import { isInGroup } from '@yoriai/domain/groups';
import { onVersion, sameVersion, wantsChange, type GroupId, type MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { datePollsStore } from './date-polls.store.js';
import { groupOf } from '../meeting/group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { scheduleMeetings } from '../meeting/schedule-meetings.js';

export type OpenDatePoll = meetings.DatePollPlan;

/** Puts days or times up for the group to answer. */
export async function openDatePoll(tx: TenantTx, plan: OpenDatePoll): Promise<meetings.DatePollId> {
  const viewer = found(tx.viewer);
  await mayRun(tx, plan.groupId);
  const { timeZone } = await tenantOf(tx);
  const ids = { poll: tx.newId<'DatePoll'>(), option: () => tx.newId<'DatePollOption'>() };
  const { poll, events } = must(meetings.openDatePoll(plan, viewer.memberId, timeZone, ids, tx.now));
  await datePollsStore.insert(tx, poll);
  await tx.publish(events);
  return poll.id;
}

export interface EditDatePoll extends meetings.DatePollEdit {
  readonly pollId: meetings.DatePollId;
  readonly expectedVersion?: number | null;
}

export async function editDatePoll(
  tx: TenantTx,
  { pollId, expectedVersion, ...edit }: EditDatePoll,
): Promise<void> {
  const poll = await datePollsStore.lock(tx, pollId);
  await mayRun(tx, poll.groupId);
  const { next, events } = must(
    onVersion(
      poll.version,
      expectedVersion,
      meetings.editDatePoll(poll, edit, () => tx.newId<'DatePollOption'>(), tx.now),
    ),
  );
  if (!must(wantsChange(poll, next, expectedVersion))) return;
  await datePollsStore.save(tx, next);
  await datePollsStore.forgetStaleAnswers(tx, next);
  await tx.publish(events);
}

export interface AnswerDatePoll {
  readonly pollId: meetings.DatePollId;
  readonly answers: readonly {
    readonly optionId: meetings.DatePollOptionId;
    readonly answer: meetings.PollAnswer;
  }[];
}

export async function answerDatePoll(tx: TenantTx, { pollId, answers }: AnswerDatePoll): Promise<void> {
  const viewer = found(tx.viewer);
  const poll = await datePollsStore.hold(tx, pollId);
  must(meetings.canAnswerDatePoll(viewer, await groupOf(tx, poll.groupId)));
  const { given, events } = must(meetings.answerDatePoll(poll, viewer.memberId, answers, tx.now));
  if (await datePollsStore.answer(tx, poll, viewer.memberId, given)) await tx.publish(events);
}

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

/** Makes a meeting of one option, which tells the group as every new meeting does, and ends the poll. Whoever voted 〇 for it attends. */
export async function settleDatePoll(tx: TenantTx, input: SettleDatePoll): Promise<MeetingId> {
  const poll = await datePollsStore.lock(tx, input.pollId);
  await mayRun(tx, poll.groupId);
  const made = await madeSo(tx, poll, input);
  if (made) return made;
  must(sameVersion(poll.version, input.expectedVersion));
  const { startsAtLocal, settled } = must(meetings.settleDatePoll(poll, input.optionId, input.time));
  const { durationMinutes, format, place, url, agendaTemplate } = input;
  const seriesId = await scheduleMeetings(tx, {
    ...{ groupId: poll.groupId, title: poll.title, rule: null, startsAtLocal, timeZone: poll.timeZone },
    ...{ durationMinutes, format, place, url, agendaTemplate },
  });
  const meeting = found((await meetingsStore.ofSeries(tx, [seriesId]))[0]);
  const group = await groupOf(tx, poll.groupId);
  const answers = (await datePollsStore.answersOf(tx, [poll.id])).get(poll.id) ?? [];
  for (const memberId of meetings.attendingByVote(input.optionId, answers)) {
    if (!isInGroup(group, memberId)) continue;
    const rsvp = must(meetings.rsvpToMeeting(meeting, memberId, 'YES', null, tx.now));
    if (await meetingsStore.answer(tx, meeting, rsvp.given, memberId)) await tx.publish(rsvp.events);
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

export async function cancelDatePoll(tx: TenantTx, pollId: meetings.DatePollId): Promise<void> {
  const poll = await datePollsStore.lock(tx, pollId);
  await mayRun(tx, poll.groupId);
  const { next, events } = must(meetings.cancelDatePoll(poll));
  await datePollsStore.save(tx, next);
  await tx.publish(events);
}

async function mayRun(tx: TenantTx, groupId: GroupId): Promise<void> {
  const group = await groupOf(tx, groupId);
  if (tx.viewer) must(meetings.canRunDatePoll(tx.viewer, group));
}
