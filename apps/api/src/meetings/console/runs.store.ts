import type { MeetingId } from '@yoriai/domain/kernel';
import type { MeetingRun } from '@yoriai/domain/meetings';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** Read under the names of the domain, so that a row is a `MeetingRun`. */
const runColumns = `meeting_id as "meetingId", group_id as "groupId", started_at as "startedAt", started_by as "startedBy",
  step_id as "stepId", since, paused, paused_ms as "pausedMs", loose_ms as "looseMs", steps, last, version`;

export const runsStore = {
  async byMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, MeetingRun>> {
    const rows = await tx.sql(
      'runs.by-meetings',
      `select ${runColumns} from meeting_run where tenant_id = $1 and meeting_id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((run) => [run.meetingId, run]));
  },

  /** After its meeting was held or locked: taps at two consoles queue up here. */
  async lock(tx: TenantTx, id: MeetingId): Promise<MeetingRun | null> {
    const [row] = await tx.sql(
      'runs.lock',
      `select ${runColumns} from meeting_run where tenant_id = $1 and meeting_id = $2 for update`,
      [tx.tenantId, id],
    );
    return row ?? null;
  },

  async insert(tx: TenantTx, run: MeetingRun): Promise<void> {
    await tx.insert('meeting_run', {
      meetingId: run.meetingId,
      groupId: run.groupId,
      startedAt: run.startedAt,
      startedBy: run.startedBy,
      stepId: run.stepId,
      since: run.since,
    });
  },

  async save(tx: TenantTx, run: MeetingRun): Promise<void> {
    await tx.update(
      'meeting_run',
      { meetingId: run.meetingId },
      {
        stepId: run.stepId,
        since: run.since,
        paused: run.paused,
        pausedMs: run.pausedMs,
        looseMs: run.looseMs,
        steps: run.steps,
        last: run.last,
        version: run.version,
      },
    );
  },

  /** A start that was a mistake leaves no clock behind. */
  async remove(tx: TenantTx, id: MeetingId): Promise<void> {
    await tx.sql('runs.remove', `delete from meeting_run where tenant_id = $1 and meeting_id = $2`, [
      tx.tenantId,
      id,
    ]);
  },

  /** Whether any member was marked as there or not, spoke, agreed to a recording, decided or promised something at it. */
  async isRecorded(tx: TenantTx, id: MeetingId): Promise<boolean> {
    const of = (table: string, more = ''): string =>
      `exists (select from ${table} x where x.tenant_id = $1 and x.meeting_id = $2${more})`;
    const [row] = await tx.sql(
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
};
