import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import {
  rolesOf,
  stillScheduled,
  type Meeting,
  type MeetingRole,
  type RoleHeld,
  type MeetingRoleFacts,
} from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { Describes } from '../../notifications/notices.js';
import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { meetingRolesStore } from './meeting-roles.store.js';

/** The roles as they are now; a notice without a role is gone. */
async function facts(
  tx: TenantTx,
  ids: readonly { readonly meetingId: MeetingId }[],
  which: (meeting: Meeting, held: readonly RoleHeld[]) => readonly MeetingRole[],
): Promise<(MeetingRoleFacts | null)[]> {
  const wanted = [...new Set(ids.map(({ meetingId }) => meetingId))];
  const meetings = await meetingsStore.byIds(tx, wanted);
  const held = await meetingRolesStore.ofMeetings(tx, wanted);
  const groups = await groupById.batch(tx, [
    ...new Set([...meetings.values()].map(({ groupId }) => groupId)),
  ]);
  return ids.map(({ meetingId }) => {
    const meeting = meetings.get(meetingId);
    const group = meeting && groups.get(meeting.groupId);
    if (!group || !stillScheduled(meeting, tx.now).ok) return null;
    const roles = which(meeting, held.get(meeting.id) ?? []);
    const { title, startsAt, endsAt, timeZone, place, url } = meeting;
    return roles.length === 0
      ? null
      : { groupName: group.name, title, startsAt, endsAt, timeZone, place, url, roles };
  });
}

const me = (tx: TenantTx): MemberId => found(tx.viewer).memberId;

@Injectable()
export class MeetingRoleNotices {
  @Describes('meeting.role')
  held(tx: TenantTx, ids: readonly IdsOfNotice['meeting.role'][]): Promise<(MeetingRoleFacts | null)[]> {
    return facts(tx, ids, (_, held) =>
      held.filter(({ memberId }) => memberId === me(tx)).map(({ role }) => role),
    );
  }

  @Describes('meeting.role-free')
  free(tx: TenantTx, ids: readonly IdsOfNotice['meeting.role-free'][]): Promise<(MeetingRoleFacts | null)[]> {
    return facts(tx, ids, (meeting, held) =>
      rolesOf(meeting).filter((role) => held.every((one) => one.role !== role)),
    );
  }
}
