import { membershipOf } from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { mayEnter } from '@yoriai/domain/people';
import { groupIdsOfMember } from '../../groups/group/groups.loader.js';
import { notify } from '../../notifications/notify.js';
import { memberById } from '../../people/members/members.loader.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { firstToCome } from '../meeting/meetings-of-event.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { announcedMeetingsStore } from './announced-meetings.store.js';

const heard = ['group.member-joined', 'group.member-left', 'member.joined', 'member.status-changed'] as const;
type MembershipEvent = StoredEvent<(typeof heard)[number]>;

/**
 * Brings the dates that are set already to members who come into a group or come back, and takes them out of the calendars of those who go. One
 * mail for each series, however many meetings it has. People on leave keep their dates, and those who have not taken up their invitation
 * get them when they do.
 */
@Reads({ reader: 'meetings.follow-membership', events: heard, queue: 'normal' })
export class FollowMembership {
  async handle(tx: TenantTx, event: MembershipEvent): Promise<void> {
    const { memberId } = event.ids;
    const { status } = (await memberById.batch(tx, [memberId])).get(memberId) ?? {};
    if (!status || status === 'INVITED') return;
    if (event.name === 'group.member-left') return leave(tx, event, event.ids.groupId);
    if (event.name === 'member.status-changed' && status === 'ON_LEAVE') return;
    const only = event.name === 'group.member-joined' ? event.ids.groupId : null;
    const groupIds = only ? [only] : (await groupIdsOfMember.batch(tx, [memberId])).get(memberId);
    for (const groupId of groupIds ?? [])
      if (mayEnter(status)) await arrive(tx, event, groupId);
      else if (status === 'SUSPENDED') await leave(tx, event, groupId);
  }
}

async function arrive(tx: TenantTx, event: MembershipEvent, groupId: GroupId): Promise<void> {
  const { memberId } = event.ids;
  const membership = membershipOf(await groupOf(tx, groupId), memberId);
  if (!membership) return;
  // Who joins the organisation and a group in one go has joined it once.
  const since = event.name === 'member.status-changed' ? event.id : membership.joinedAt.toISOString();
  for (const seriesId of await meetingsStore.openSeriesIds(tx, groupId)) {
    const meetingId = await firstToCome(tx, seriesId);
    if (!meetingId) continue;
    const once = `${seriesId}:${since}`;
    await notify(tx, { kind: 'meeting.invite', to: [memberId], ids: { meetingId, groupId }, once });
  }
}

async function leave(tx: TenantTx, event: MembershipEvent, groupId: GroupId): Promise<void> {
  const { memberId } = event.ids;
  const told = await announcedMeetingsStore.ofMember(tx, memberId, groupId);
  // Their calendar may hold a series whose meetings all went on to another one before the mail about it was sent.
  const seriesIds = [
    ...new Set([
      ...(await meetingsStore.openSeriesIds(tx, groupId)),
      ...told.filter(({ cancelled }) => !cancelled).map(({ seriesId }) => seriesId),
    ]),
  ];
  await meetingsStore.raiseSequence(tx, seriesIds);
  for (const seriesId of seriesIds) {
    const once = `${seriesId}:${event.id}`;
    await notify(tx, {
      kind: 'meeting.uninvited',
      to: [memberId],
      ids: { seriesId, groupId, memberId },
      once,
    });
  }
}
