import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import type { LookBack, Meeting } from '@yoriai/domain/meetings';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

export const lookBacksStore = {
  /** Of these meetings, the viewer's own topics of the hot seat that they agreed to look at again. */
  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, LookBack[]>> {
    const rows = await tx.sql(
      'look-backs.of-meetings',
      `select l.meeting_id as "meetingId", h.topic_id as "topicId", again.id as "againId", again.meeting_id as "againAt"
       from meeting_look_back l
       join meeting_hot_seat h on h.tenant_id = l.tenant_id and h.meeting_id = l.meeting_id and h.member_id = l.member_id
       left join lateral (select a.id, a.meeting_id from topic a join meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id
         where a.tenant_id = h.tenant_id and a.looks_back_to = h.topic_id and m.status <> 'CANCELLED' order by a.id desc limit 1) again on true
       where l.tenant_id = $1 and l.meeting_id = any ($2::uuid[]) and l.member_id = (select app.me()) and l.agreed
       order by h.taken_at, h.topic_id`,
      [tx.tenantId, [...ids]],
    );
    const lookBacks = rows.map(({ meetingId, topicId, againId, againAt }) => ({
      meetingId,
      topicId,
      again: againId && againAt && { topicId: againId, meetingId: againAt },
    }));
    return groupRows(lookBacks, (one) => one.meetingId);
  },

  /** Whether a member agreed to look back a year later; null while unanswered. */
  async agreed(tx: TenantTx, meetingId: MeetingId, memberId: MemberId): Promise<boolean | null> {
    const [row] = await tx.sql(
      'look-backs.agreed',
      `select agreed from meeting_look_back where tenant_id = $1 and meeting_id = $2 and member_id = $3`,
      [tx.tenantId, meetingId, memberId],
    );
    return row?.agreed ?? null;
  },

  /** Null takes the answer away. */
  async agree(tx: TenantTx, meeting: Meeting, memberId: MemberId, agreed: boolean | null): Promise<void> {
    await tx.sql(
      'look-backs.clear',
      `delete from meeting_look_back where tenant_id = $1 and meeting_id = $2 and member_id = $3`,
      [tx.tenantId, meeting.id, memberId],
    );
    if (agreed !== null)
      await tx.insert('meeting_look_back', {
        meetingId: meeting.id,
        memberId,
        groupId: meeting.groupId,
        agreed,
        answeredAt: tx.now,
      });
  },
};
