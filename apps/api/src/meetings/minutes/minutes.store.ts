import type { AudienceId, MeetingId } from '@yoriai/domain/kernel';
import type { Correction, Minutes } from '@yoriai/domain/meetings';
import { found } from '../../platform/errors/must.js';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

export const minutesStore = {
  /** The last edition of each. */
  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Minutes>> {
    const rows = await tx.sql(
      'minutes.of-meetings',
      `select distinct on (meeting_id) meeting_id as "meetingId", group_id as "groupId", edition, sealed_at as "sealedAt",
         sealed_by as "sealedBy", text, hash from meeting_minutes
       where tenant_id = $1 and meeting_id = any ($2::uuid[]) order by meeting_id, edition desc`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((minutes) => [minutes.meetingId, minutes]));
  },

  /** A correction is for those whom the minutes are for. */
  async audienceOf(tx: TenantTx, { meetingId, edition }: Minutes): Promise<AudienceId> {
    const [row] = await tx.sql(
      'minutes.audience',
      `select audience_id as "audienceId" from meeting_minutes where tenant_id = $1 and meeting_id = $2 and edition = $3`,
      [tx.tenantId, meetingId, edition],
    );
    return found(row).audienceId;
  },

  async corrections(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Correction[]>> {
    const rows = await tx.sql(
      'minutes.corrections',
      `select id, meeting_id as "meetingId", group_id as "groupId", author_id as "authorId", text, at from meeting_minutes_correction
       where tenant_id = $1 and meeting_id = any ($2::uuid[]) order by at, id`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.meetingId);
  },

  async seal(tx: TenantTx, minutes: Minutes, audienceId: AudienceId): Promise<void> {
    const { meetingId, edition, groupId, sealedBy, sealedAt, text, hash } = minutes;
    await tx.insert('meeting_minutes', {
      meetingId,
      edition,
      groupId,
      audienceId,
      sealedBy,
      sealedAt,
      text,
      hash,
    });
  },

  async correct(tx: TenantTx, correction: Correction, audienceId: AudienceId): Promise<void> {
    const { id, meetingId, groupId, authorId, text, at } = correction;
    await tx.insert('meeting_minutes_correction', { id, meetingId, groupId, audienceId, authorId, text, at });
  },
};
