import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import type { AnnouncedMeeting, MeetingSeriesId } from '@yoriai/domain/meetings';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** What was last announced to members, by mail; kept until the meeting is over. */
export const announcedMeetingsStore = {
  async ofMember(tx: TenantTx, memberId: MemberId, groupId: GroupId): Promise<AnnouncedMeeting[]> {
    return tx.sql(
      'announced-meetings.of-member',
      `select t.meeting_id as "meetingId", t.series_id as "seriesId", t.slot, t.starts_at as "startsAt", t.ends_at as "endsAt", t.place, t.cancelled
       from meeting_told t join meeting m on m.tenant_id = t.tenant_id and m.id = t.meeting_id
       where t.tenant_id = $1 and t.member_id = $2 and m.group_id = $3 and (t.ends_at > $4 or m.ends_at > $4)`,
      [tx.tenantId, memberId, groupId, tx.now],
    );
  },

  /** In the transaction that marks the mail as sent: what stood in it has been announced. */
  async keep(tx: TenantTx, memberId: MemberId, announced: readonly AnnouncedMeeting[]): Promise<void> {
    await tx.sql(
      'announced-meetings.keep',
      `insert into meeting_told (tenant_id, member_id, meeting_id, series_id, slot, starts_at, ends_at, place, cancelled)
       select $1, $2, t.* from unnest($3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::text[], $9::boolean[]) as t
       on conflict (tenant_id, member_id, meeting_id) do update
         set series_id = excluded.series_id, slot = excluded.slot, starts_at = excluded.starts_at, ends_at = excluded.ends_at, place = excluded.place,
             cancelled = excluded.cancelled`,
      [
        tx.tenantId,
        memberId,
        announced.map(({ meetingId }) => meetingId),
        announced.map(({ seriesId }) => seriesId),
        announced.map(({ slot }) => slot),
        announced.map(({ startsAt }) => startsAt),
        announced.map(({ endsAt }) => endsAt),
        announced.map(({ place }) => place),
        announced.map(({ cancelled }) => cancelled),
      ],
    );
    await tx.sql(
      'announced-meetings.forget-past',
      `delete from meeting_told where tenant_id = $1 and member_id = $2 and ends_at < $3`,
      [tx.tenantId, memberId, tx.now],
    );
  },

  /** It was taken out of their calendar. */
  async forget(tx: TenantTx, memberId: MemberId, seriesId: MeetingSeriesId): Promise<void> {
    await tx.sql(
      'announced-meetings.forget',
      `delete from meeting_told where tenant_id = $1 and member_id = $2 and series_id = $3`,
      [tx.tenantId, memberId, seriesId],
    );
  },
};
