import type { AudienceId, Instant, MeetingId, MemberId } from '@yoriai/domain/kernel';
import type { AgendaStepId, Airtime, Meeting } from '@yoriai/domain/meetings';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** Stands where no step was on, because a key has no nulls. */
const noStep = '00000000-0000-0000-0000-000000000000';

export const airtimeStore = {
  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Airtime[]>> {
    const rows = await tx.sql(
      'airtime.of-meetings',
      `select meeting_id as "meetingId", member_id as "memberId", nullif(step_id, '${noStep}') as "stepId", spent_ms as "spentMs",
         speaking_since as "speakingSince"
       from meeting_airtime where tenant_id = $1 and meeting_id = any ($2::uuid[]) order by member_id, step_id`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.meetingId);
  },

  /** Ends the current speech, as of a moment (not before it began); true when there was one. */
  async stop(tx: TenantTx, meetingId: MeetingId, at: Instant): Promise<boolean> {
    const rows = await tx.sql(
      'airtime.stop',
      `update meeting_airtime set speaking_since = null, version = version + 1,
         spent_ms = spent_ms + greatest(0, extract(epoch from $3::timestamptz - speaking_since) * 1000)
       where tenant_id = $1 and meeting_id = $2 and speaking_since is not null returning member_id`,
      [tx.tenantId, meetingId, at],
    );
    return rows.length > 0;
  },

  async start(
    tx: TenantTx,
    meeting: Meeting,
    { memberId, stepId }: { readonly memberId: MemberId; readonly stepId: AgendaStepId | null },
    audienceId: AudienceId,
    at: Instant,
  ): Promise<void> {
    await tx.sql(
      'airtime.start',
      `insert into meeting_airtime as a (tenant_id, meeting_id, member_id, step_id, group_id, audience_id, speaking_since)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (tenant_id, meeting_id, member_id, step_id) do update
         set speaking_since = excluded.speaking_since, version = a.version + 1`,
      [tx.tenantId, meeting.id, memberId, stepId ?? noStep, meeting.groupId, audienceId, at],
    );
  },
};
