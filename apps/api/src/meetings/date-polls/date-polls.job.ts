import { facilitatorsOf, isInGroup, participantsOf } from '@yoriai/domain/groups';
import type { MemberId } from '@yoriai/domain/kernel';
import {
  answeredInFull,
  closingTime,
  datePollEvents,
  pollReminderAt,
  takesAnswers,
  whomToAskAgain,
  type DatePoll,
  type DatePollId,
} from '@yoriai/domain/meetings';
import { Inject } from '@nestjs/common';
import { notify } from '../../notifications/notify.js';
import { Live } from '../../platform/live/live.js';
import { Reads, type EventReader, type StoredEvent } from '../../platform/outbox/reader.js';
import { RunsTimer, type DueTimer, type TimerRunner } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { datePollsStore } from './date-polls.store.js';
import { groupOf } from '../group-of.js';

export const pollTopicOf = (tenantId: string, pollId: string): string => `date-poll:${tenantId}:${pollId}`;

const pollIn = async (tx: TenantTx, ids: Readonly<Record<string, string>>): Promise<DatePoll | null> => {
  const pollId = ids['pollId'] as DatePollId;
  return (await datePollsStore.byIds(tx, [pollId])).get(pollId) ?? null;
};

/**
 * Tells the people of the group of a new poll and of one that was called off, those who had answered of a new day in it, and the facilitators once
 * all have answered.
 */
@Reads({
  reader: 'date-polls.tell',
  events: ['date-poll.opened', 'date-poll.answered', 'date-poll.day-added', 'date-poll.cancelled'],
  queue: 'normal',
})
export class NotifyOfDatePolls implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const poll = await pollIn(tx, event.ids);
    if (!poll) return;
    if (event.name === 'date-poll.answered') return tellIfReady(tx, poll);
    if (event.name === 'date-poll.day-added') return tellOfNewDay(tx, poll, event);
    const group = await groupOf(tx, poll.groupId);
    await notify(tx, {
      kind: event.name === 'date-poll.opened' ? 'date-poll.opened' : 'date-poll.called-off',
      to: group.memberships.map(({ memberId }) => memberId),
      ids: { pollId: poll.id, groupId: poll.groupId },
      once: poll.id,
      about: event.actorId as MemberId | null,
    });
  }
}

/** Several days added in a row are one mail. */
async function tellOfNewDay(tx: TenantTx, poll: DatePoll, event: StoredEvent): Promise<void> {
  const group = await groupOf(tx, poll.groupId);
  const answers = (await datePollsStore.answersOf(tx, [poll.id])).get(poll.id) ?? [];
  await notify(tx, {
    kind: 'date-poll.day-added',
    to: whomToAskAgain(poll, answers).filter((id) => isInGroup(group, id)),
    ids: { pollId: poll.id, groupId: poll.groupId },
    once: event.id,
    about: event.actorId as MemberId | null,
    gather: `poll:${poll.id}`,
  });
}

/** Those who take part and have not answered every option. */
async function silent(tx: TenantTx, poll: DatePoll): Promise<MemberId[]> {
  const group = await groupOf(tx, poll.groupId);
  const answered = answeredInFull(poll, (await datePollsStore.answersOf(tx, [poll.id])).get(poll.id) ?? []);
  return participantsOf(group)
    .map(({ memberId }) => memberId)
    .filter((id) => !answered.has(id));
}

async function tellIfReady(tx: TenantTx, poll: DatePoll, over = false): Promise<void> {
  if (poll.status !== 'OPEN' || (!over && (await silent(tx, poll)).length > 0)) return;
  const group = await groupOf(tx, poll.groupId);
  await notify(tx, {
    kind: 'date-poll.ready',
    to: facilitatorsOf(group).map(({ memberId }) => memberId),
    ids: { pollId: poll.id, groupId: poll.groupId },
    once: poll.id,
  });
}

/** Sets and moves the timers of a poll's last day, and takes them away when it ends before. */
@Reads({
  reader: 'date-polls.plan',
  events: ['date-poll.opened', 'date-poll.edited', 'date-poll.settled', 'date-poll.cancelled'],
  queue: 'normal',
})
export class ScheduleDatePollTimers implements EventReader {
  async handle(tx: TenantTx, event: StoredEvent): Promise<void> {
    const poll = await pollIn(tx, event.ids);
    if (!poll) return;
    const open = poll.status === 'OPEN';
    const alarms = [
      { name: 'date-poll.closing', dueAt: open ? pollReminderAt(poll) : null },
      { name: 'date-poll.closed', dueAt: open ? closingTime(poll) : null },
    ];
    for (const { name, dueAt } of alarms)
      if (dueAt && dueAt > tx.now) await tx.at(dueAt, { name, key: poll.id, ids: { pollId: poll.id } });
      else await tx.cancelTimers(name, [poll.id]);
  }
}

/** The morning before the last day: a kind word to those who have not answered. When it is over: the facilitators choose. */
@RunsTimer({ timer: ['date-poll.closing', 'date-poll.closed'], queue: 'normal' })
export class RemindOfDatePoll implements TimerRunner {
  async run(tx: TenantTx, timer: DueTimer): Promise<void> {
    const poll = await pollIn(tx, timer.ids);
    if (!poll) return;
    if (timer.name === 'date-poll.closed') {
      if (!takesAnswers(poll, tx.now)) await tellIfReady(tx, poll, true);
      return;
    }
    if (!takesAnswers(poll, tx.now)) return;
    await notify(tx, {
      kind: 'date-poll.closing',
      to: await silent(tx, poll),
      ids: { pollId: poll.id, groupId: poll.groupId },
      once: `${poll.id}:${poll.closesOn}`,
    });
  }
}

/** Tells open screens which polls to look at again. */
@Reads({ reader: 'date-polls.push-changes', events: datePollEvents, queue: 'normal' })
export class PushDatePolls implements EventReader {
  constructor(@Inject(Live) private readonly live: Live) {}

  async handle(tx: TenantTx, { ids: { pollId = '' } }: StoredEvent): Promise<void> {
    await this.live.publish(pollTopicOf(tx.tenantId, pollId), { pollId });
  }
}
