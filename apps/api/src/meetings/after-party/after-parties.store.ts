import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import type { AfterParty, AfterPartyAnswer } from '@yoriai/domain/meetings';
import { defineLoader, groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

export const afterPartiesStore = {
  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, AfterParty>> {
    const rows = await tx.sql(
      'after-parties.of-meetings',
      `select meeting_id as "meetingId", group_id as "groupId", details, fee_yen as "feeYen", version from after_party
       where tenant_id = $1 and meeting_id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((party) => [party.meetingId, party]));
  },

  async answersOf(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, AfterPartyAnswer[]>> {
    const rows = await tx.sql(
      'after-parties.answers-of',
      `select meeting_id as "meetingId", member_id as "memberId", coming from after_party_answer
       where tenant_id = $1 and meeting_id = any ($2::uuid[]) order by given_at, member_id`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.meetingId);
  },

  async save(tx: TenantTx, { meetingId, groupId, details, feeYen, version }: AfterParty): Promise<void> {
    await tx.sql(
      'after-parties.save',
      `insert into after_party (tenant_id, meeting_id, group_id, details, fee_yen, version) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id, meeting_id) do update
         set details = excluded.details, fee_yen = excluded.fee_yen, version = excluded.version`,
      [tx.tenantId, meetingId, groupId, details, feeYen, version],
    );
  },
  /** With the answers to it. */
  async remove(tx: TenantTx, meetingId: MeetingId): Promise<void> {
    await tx.sql('after-parties.remove', `delete from after_party where tenant_id = $1 and meeting_id = $2`, [
      tx.tenantId,
      meetingId,
    ]);
  },

  /** Writes an answer; true when it says something new. */
  async answer(
    tx: TenantTx,
    party: AfterParty,
    { memberId, coming }: AfterPartyAnswer,
    givenBy: MemberId,
  ): Promise<boolean> {
    const rows = await tx.sql(
      'after-parties.answer',
      `insert into after_party_answer as a (tenant_id, meeting_id, member_id, group_id, coming, given_by, given_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (tenant_id, meeting_id, member_id) do update
         set coming = excluded.coming, given_by = excluded.given_by, given_at = excluded.given_at
         where a.coming <> excluded.coming
       returning member_id`,
      [tx.tenantId, party.meetingId, memberId, party.groupId, coming, givenBy, tx.now],
    );
    return rows.length > 0;
  },
};

export const afterPartyOfMeeting = defineLoader('afterPartyOfMeeting', (tx, ids: readonly MeetingId[]) =>
  afterPartiesStore.ofMeetings(tx, ids),
);
export const afterPartyAnswersOf = defineLoader('afterPartyAnswersOf', (tx, ids: readonly MeetingId[]) =>
  afterPartiesStore.answersOf(tx, ids),
);
