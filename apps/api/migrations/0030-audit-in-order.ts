import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal, tenantTable } from '../src/platform/database/tenant-table.js';

/**
 * The audit trail reads a tenant's events in the order of the transactions that wrote them, from where it stopped (`audit_chain`), instead of
 * having a delivery for each. An event that stands in the trail already counts as read; the others are read first.
 */
export class AuditInOrder1763690000030 implements MigrationInterface {
  name = 'AuditInOrder1763690000030';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table public.domain_event add written_by xid8 not null default '0'`);
    await declarePersonal(q, 'public.domain_event', 'written_by', 'none');
    await tenantTable(q, {
      name: 'audit_chain',
      columns: `
        seq bigint not null
        hash bytea not null
        written_by xid8 not null
        event_id uuid not null
        gone_seq bigint not null default 0
        gone_hash bytea not null default ''`,
      key: [],
      see: { sql: '(select app.is_admin())' },
      write: 'none',
    });
    const open = ['tenant', 'domain_event', 'delivery', 'audit_entry', 'audit_chain'];
    await q.query(`
      ${open.map((table) => `alter table public.${table} no force row level security;`).join('\n')}
      update public.domain_event e set written_by = pg_current_xact_id()
        where not exists (select from public.audit_entry a where a.tenant_id = e.tenant_id and a.event_id = e.id);
      insert into public.audit_chain (tenant_id, seq, hash, written_by, event_id)
        select t.tenant_id, coalesce(a.seq, 0), coalesce(a.hash, ''), '0', 'ffffffff-ffff-ffff-ffff-ffffffffffff'
        from public.tenant t left join lateral (
          select seq, hash from public.audit_entry e where e.tenant_id = t.tenant_id order by seq desc limit 1) a on true;
      delete from public.delivery where reader = 'audit.trail';
      ${open.map((table) => `alter table public.${table} force row level security;`).join('\n')}
      alter table public.domain_event alter written_by set default pg_current_xact_id();
      drop index public.delivery_piled_up;
      create index domain_event_in_order on public.domain_event (tenant_id, written_by, id);

      -- Says of which tenants the trail is behind, and nothing else of them: two looks into an index for each, at the first row in order
      -- (asked whether there is any, the database takes one of three for such a row and reads the whole table in vain).
      create policy gate on public.domain_event for select to app_gate using (true);
      create policy gate on public.audit_chain for select to app_gate using (true);
      grant select on public.domain_event, public.audit_chain to app_gate;
      create function app.behind_in_audit() returns setof uuid language sql stable security definer set search_path = '' as $$
        select t.id from auth.tenant t left join public.audit_chain c on c.tenant_id = t.id
        where c.written_by >= pg_snapshot_xmax(pg_current_snapshot())
          or (select e.written_by from public.domain_event e where e.tenant_id = t.id
              order by e.written_by desc, e.id desc limit 1) >= pg_snapshot_xmax(pg_current_snapshot())
          or (select e.written_by from public.domain_event e where e.tenant_id = t.id
                and (e.written_by, e.id) > (coalesce(c.written_by, '0'), coalesce(c.event_id, '00000000-0000-0000-0000-000000000000'))
              order by e.written_by, e.id limit 1) < pg_snapshot_xmin(pg_current_snapshot()) $$;
      grant create on schema app to app_gate;
      alter function app.behind_in_audit() owner to app_gate;
      revoke create on schema app from app_gate;
      revoke execute on function app.behind_in_audit() from public;
      grant execute on function app.behind_in_audit() to worker_rt`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
