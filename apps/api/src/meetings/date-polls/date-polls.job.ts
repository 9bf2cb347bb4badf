import { facilitatorsOf, isInGroup, participantsOf } from '@yoriai/domain/groups';
import { namesIn, type MemberId } from '@yoriai/domain/kernel';
import {
  answeredInFull,
  closingTime,
  datePollEvents,
  pollReminderAt,
  takesAnswers,
  whomToAskAgain,
  type DatePoll,
  type DatePollEvent,
  type DatePollId,
} from '@yoriai/domain/meetings';
import { Inject } from '@nestjs/common';
import { notify } from '../../notifications/notify.js';
import { Live } from '../../platform/live/live.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { datePollsStore } from './date-polls.store.js';
import { groupOf } from '../group-of.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'date-poll.closing': { pollId: DatePollId };
    'date-poll.closed': { pollId: DatePollId };
  }
}

export const pollTopicOf = (tenantId: string, pollId: string): string => `date-poll:${tenantId}:${pollId}`;

const pollIn = async (
  tx: TenantTx,
  { pollId }: { readonly pollId: DatePollId },
): Promise<DatePoll | null> => {
  return (await datePollsStore.byIds(tx, [pollId])).get(pollId) ?? null;
};

const told = [
  'date-poll.opened',
  'date-poll.answered',
  'date-poll.day-added',
  'date-poll.cancelled',
] as const;

/**
 * Tells the people of the group of a new poll and of one that was called off, those who had answered of a new day in it, and the facilitators once
 * all have answered.
 */
@Reads({ reader: 'date-polls.tell', events: told, queue: 'normal' })
export class NotifyOfDatePolls {
  async handle(tx: TenantTx, event: StoredEvent<(typeof told)[number]>): Promise<void> {
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
      about: event.actorId,
    });
  }
}

/** Several days added in a row are one mail. */
async function tellOfNewDay(
  tx: TenantTx,
  poll: DatePoll,
  event: StoredEvent<'date-poll.day-added'>,
): Promise<void> {
  const group = await groupOf(tx, poll.groupId);
  const answers = (await datePollsStore.answersOf(tx, [poll.id])).get(poll.id) ?? [];
  await notify(tx, {
    kind: 'date-poll.day-added',
    to: whomToAskAgain(poll, answers).filter((id) => isInGroup(group, id)),
    ids: { pollId: poll.id, groupId: poll.groupId },
    once: event.id,
    about: event.actorId,
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

const planned = ['date-poll.opened', 'date-poll.edited', 'date-poll.settled', 'date-poll.cancelled'] as const;

/** Sets and moves the timers of a poll's last day, and takes them away when it ends before. */
@Reads({ reader: 'date-polls.plan', events: planned, queue: 'normal' })
export class ScheduleDatePollTimers {
  async handle(tx: TenantTx, event: StoredEvent<(typeof planned)[number]>): Promise<void> {
    const poll = await pollIn(tx, event.ids);
    if (!poll) return;
    const open = poll.status === 'OPEN';
    const alarms = [
      { name: 'date-poll.closing', dueAt: open ? pollReminderAt(poll) : null },
      { name: 'date-poll.closed', dueAt: open ? closingTime(poll) : null },
    ] as const;
    for (const { name, dueAt } of alarms)
      if (dueAt && dueAt > tx.now) await tx.at(dueAt, { name, key: poll.id, ids: { pollId: poll.id } });
      else await tx.cancelTimers(name, [poll.id]);
  }
}

const timers = ['date-poll.closing', 'date-poll.closed'] as const;

/** The morning before the last day: a kind word to those who have not answered. When it is over: the facilitators choose. */
@RunsTimer({ timer: timers, queue: 'normal' })
export class RemindOfDatePoll {
  async run(tx: TenantTx, timer: DueTimer<(typeof timers)[number]>): Promise<void> {
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
@Reads({ reader: 'date-polls.push-changes', events: namesIn(datePollEvents), queue: 'normal' })
export class PushDatePolls {
  constructor(@Inject(Live) private readonly live: Live) {}

  async handle(tx: TenantTx, { ids: { pollId } }: StoredEvent<DatePollEvent['name']>): Promise<void> {
    await this.live.publish(pollTopicOf(tx.tenantId, pollId), { pollId });
  }
}
