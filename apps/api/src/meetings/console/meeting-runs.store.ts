import type { GroupId, MeetingId, MemberId } from '@yoriai/domain/kernel';
import type { Meeting, MeetingRun } from '@yoriai/domain/meetings';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** Read under the names of the domain, so that a row is a `MeetingRun`. */
const runColumns = `meeting_id as "meetingId", group_id as "groupId", started_at as "startedAt", started_by as "startedBy",
  step_id as "stepId", since, paused, paused_ms as "pausedMs", loose_ms as "looseMs", steps, last, version`;

export interface Handover {
  readonly meetingId: MeetingId;
  /** Who was asked to run it; null once that was taken back. */
  readonly memberId: MemberId | null;
}

export const meetingRunsStore = {
  async byMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, MeetingRun>> {
    const rows = await tx.sql<MeetingRun>(
      'runs.by-meetings',
      `select ${runColumns} from meeting_run where tenant_id = $1 and meeting_id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((run) => [run.meetingId, run]));
  },

  /** After its meeting was held or locked: taps at two consoles queue up here. */
  async lock(tx: TenantTx, id: MeetingId): Promise<MeetingRun | null> {
    const [row] = await tx.sql<MeetingRun>(
      'runs.lock',
      `select ${runColumns} from meeting_run where tenant_id = $1 and meeting_id = $2 for update`,
      [tx.tenantId, id],
    );
    return row ?? null;
  },

  async insert(tx: TenantTx, run: MeetingRun): Promise<void> {
    await tx.sql(
      'runs.insert',
      `insert into meeting_run (tenant_id, meeting_id, group_id, started_at, started_by, step_id, since) values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.tenantId, run.meetingId, run.groupId, run.startedAt, run.startedBy, run.stepId, run.since],
    );
  },

  async save(tx: TenantTx, run: MeetingRun): Promise<void> {
    await tx.sql(
      'runs.save',
      `update meeting_run set step_id = $3, since = $4, paused = $5, paused_ms = $6, loose_ms = $7, steps = $8, last = $9, version = $10
       where tenant_id = $1 and meeting_id = $2`,
      [
        ...[tx.tenantId, run.meetingId, run.stepId, run.since, run.paused, run.pausedMs, run.looseMs],
        ...[JSON.stringify(run.steps), run.last && JSON.stringify(run.last), run.version],
      ],
    );
  },

  /** A start that was a mistake leaves no clock behind. */
  async remove(tx: TenantTx, id: MeetingId): Promise<void> {
    await tx.sql('runs.remove', `delete from meeting_run where tenant_id = $1 and meeting_id = $2`, [
      ...[tx.tenantId, id],
    ]);
  },

  /** Whether anybody was marked as there or not, spoke, agreed to a recording, decided or promised something at it. */
  async isRecorded(tx: TenantTx, id: MeetingId): Promise<boolean> {
    const of = (table: string, more = ''): string =>
      `exists (select from ${table} x where x.tenant_id = $1 and x.meeting_id = $2${more})`;
    const [row] = await tx.sql<{ recorded: boolean }>(
      'runs.is-recorded',
      `select ${[
        of('meeting_attendance', ' and x.presence is not null'),
        ...['meeting_airtime', 'meeting_recording', 'meeting_recording_consent'].map((table) => of(table)),
        ...['meeting_decision', 'commitment'].map((table) => of(table)),
      ].join(' or ')} as recorded`,
      [tx.tenantId, id],
    );
    return row?.recorded ?? true;
  },

  /** The meeting of the group that is open. Those who start one of the same group wait here for each other. */
  async lockOpenOf(tx: TenantTx, groupId: GroupId): Promise<MeetingId | null> {
    await tx.sql(
      'runs.lock-group',
      `select id from "group" where tenant_id = $1 and id = $2 for no key update`,
      [tx.tenantId, groupId],
    );
    const [row] = await tx.sql<{ id: MeetingId }>(
      'runs.open-of-group',
      `select id from meeting where tenant_id = $1 and group_id = $2 and status = 'OPEN'`,
      [tx.tenantId, groupId],
    );
    return row?.id ?? null;
  },

  /** Null takes it back; true when it says something new. */
  async handOver(tx: TenantTx, meeting: Meeting, to: MemberId | null, by: MemberId): Promise<boolean> {
    const rows = await tx.sql(
      'runs.hand-over',
      `insert into meeting_handover as h (tenant_id, meeting_id, group_id, member_id, given_by, given_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id, meeting_id) do update
         set member_id = excluded.member_id, given_by = excluded.given_by, given_at = excluded.given_at, version = h.version + 1
         where h.member_id is distinct from excluded.member_id
       returning meeting_id`,
      [tx.tenantId, meeting.id, meeting.groupId, to, by, tx.now],
    );
    return rows.length > 0;
  },

  async handoversOf(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Handover>> {
    const rows = await tx.sql<Handover>(
      'runs.handovers',
      `select meeting_id as "meetingId", member_id as "memberId" from meeting_handover
       where tenant_id = $1 and meeting_id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((handover) => [handover.meetingId, handover]));
  },

  /** Who was asked to run it instead of the facilitators. */
  async handedTo(tx: TenantTx, id: MeetingId): Promise<MemberId | null> {
    return (await meetingRunsStore.handoversOf(tx, [id])).get(id)?.memberId ?? null;
  },
};
