import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import type { Meeting, RsvpAnswer, RsvpGiven } from '@yoriai/domain/meetings';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

export const rsvpsStore = {
  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, RsvpGiven[]>> {
    const rows = await tx.sql(
      'rsvps.of-meetings',
      `select meeting_id as "meetingId", member_id as "memberId", answer, note from meeting_rsvp
       where tenant_id = $1 and meeting_id = any ($2::uuid[]) order by given_at, member_id`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.meetingId);
  },

  /** One member's own: a list of meetings shows no others. */
  async ofMember(
    tx: TenantTx,
    memberId: MemberId | null,
    ids: readonly MeetingId[],
  ): Promise<Map<MeetingId, RsvpGiven>> {
    const rows = await tx.sql(
      'rsvps.of-member',
      `select meeting_id as "meetingId", member_id as "memberId", answer, note from meeting_rsvp
       where tenant_id = $1 and member_id = $2 and meeting_id = any ($3::uuid[])`,
      [tx.tenantId, memberId, [...ids]],
    );
    return new Map(rows.map((row) => [row.meetingId, row]));
  },

  /** What one member has answered to these. */
  async answersOf(
    tx: TenantTx,
    memberId: MemberId,
    ids: readonly MeetingId[],
  ): Promise<Map<MeetingId, RsvpAnswer>> {
    const rows = await tx.sql(
      'rsvps.answers-of',
      `select meeting_id as "meetingId", answer from meeting_rsvp
       where tenant_id = $1 and member_id = $2 and meeting_id = any ($3::uuid[])`,
      [tx.tenantId, memberId, [...ids]],
    );
    return new Map(rows.map(({ meetingId, answer }) => [meetingId, answer]));
  },

  /** Writes an answer; true when it says something new. */
  async answer(tx: TenantTx, meeting: Meeting, given: RsvpGiven, givenBy: MemberId): Promise<boolean> {
    const rows = await tx.sql(
      'rsvps.answer',
      `insert into meeting_rsvp as r (tenant_id, meeting_id, member_id, group_id, answer, note, given_by, given_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (tenant_id, meeting_id, member_id) do update
         set answer = excluded.answer, note = excluded.note, given_by = excluded.given_by, given_at = excluded.given_at, version = r.version + 1
         where (r.answer, r.note) is distinct from (excluded.answer, excluded.note)
       returning member_id`,
      [tx.tenantId, meeting.id, given.memberId, meeting.groupId, given.answer, given.note, givenBy, tx.now],
    );
    return rows.length > 0;
  },
};
