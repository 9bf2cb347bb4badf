import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal } from '../src/platform/database/tenant-table.js';

/**
 * Under which slot of its series a member was told of a meeting, so that it can be taken out of their calendar after it went on to another
 * series. Where that happened before this migration and no mail has gone yet, the old slot is lost.
 */
export class ToldSlots1763690000028 implements MigrationInterface {
  name = 'ToldSlots1763690000028';

  async up(q: QueryRunner): Promise<void> {
    const open = ['meeting_told', 'meeting'];
    await q.query(`
      alter table public.meeting_told add slot text;
      ${open.map((table) => `alter table public.${table} no force row level security;`).join('\n')}
      update public.meeting_told t set slot = m.recurrence_id from public.meeting m
        where m.tenant_id = t.tenant_id and m.id = t.meeting_id and m.series_id = t.series_id;
      ${open.map((table) => `alter table public.${table} force row level security;`).join('\n')}`);
    await declarePersonal(q, 'public.meeting_told', 'slot', 'none');
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
