import type { AudienceId, Instant, MeetingId, MemberId } from '@yoriai/domain/kernel';
import type { Meeting, RecordingAnswer } from '@yoriai/domain/meetings';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

export interface Recording {
  readonly meetingId: MeetingId;
  /** Null once it is gone. */
  readonly url: string | null;
  readonly setBy: MemberId;
  readonly setAt: Instant;
}

export const recordingsStore = {
  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Recording>> {
    const rows = await tx.sql(
      'recordings.of-meetings',
      `select meeting_id as "meetingId", url, set_by as "setBy", set_at as "setAt" from meeting_recording
       where tenant_id = $1 and meeting_id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((recording) => [recording.meetingId, recording]));
  },

  async answersOf(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, RecordingAnswer[]>> {
    const rows = await tx.sql(
      'recordings.answers',
      `select meeting_id as "meetingId", member_id as "memberId", agrees from meeting_recording_consent
       where tenant_id = $1 and meeting_id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.meetingId);
  },

  /** True when it says something new. */
  async answer(tx: TenantTx, meeting: Meeting, { memberId, agrees }: RecordingAnswer): Promise<boolean> {
    const rows = await tx.sql(
      'recordings.answer',
      `insert into meeting_recording_consent as c (tenant_id, meeting_id, member_id, group_id, agrees, given_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id, meeting_id, member_id) do update
         set agrees = excluded.agrees, given_at = excluded.given_at, version = c.version + 1 where c.agrees <> excluded.agrees
       returning member_id`,
      [tx.tenantId, meeting.id, memberId, meeting.groupId, agrees, tx.now],
    );
    return rows.length > 0;
  },

  async link(
    tx: TenantTx,
    meeting: Meeting,
    { url, setBy }: { readonly url: string; readonly setBy: MemberId },
    audienceId: AudienceId,
  ): Promise<void> {
    await tx.sql(
      'recordings.link',
      `insert into meeting_recording as r (tenant_id, meeting_id, group_id, audience_id, url, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (tenant_id, meeting_id) do update
         set url = excluded.url, audience_id = excluded.audience_id, set_by = excluded.set_by, set_at = excluded.set_at, gone_at = null, version = r.version + 1`,
      [tx.tenantId, meeting.id, meeting.groupId, audienceId, url, setBy, tx.now],
    );
  },

  /** Takes the link away for good; true when there was one. */
  async forget(tx: TenantTx, meetingId: MeetingId): Promise<boolean> {
    const rows = await tx.sql(
      'recordings.forget',
      `update meeting_recording set url = null, gone_at = $3, version = version + 1
       where tenant_id = $1 and meeting_id = $2 and url is not null returning meeting_id`,
      [tx.tenantId, meetingId, tx.now],
    );
    return rows.length > 0;
  },
};
