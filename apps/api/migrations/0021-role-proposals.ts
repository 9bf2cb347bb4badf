import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal } from '../src/platform/database/tenant-table.js';

/** What is proposed to a group: a new member, another role, another address for an invitee's place. */
export class RoleProposals1763690000021 implements MigrationInterface {
  name = 'RoleProposals1763690000021';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table public.member_proposal add column kind text not null default 'JOIN' check (kind in ('JOIN', 'ROLE', 'READDRESSED'))`);
    await declarePersonal(q, 'public.member_proposal', 'kind', 'none');
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
