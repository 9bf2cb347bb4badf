import type { GroupId } from '@yoriai/domain/kernel';
import type { AgendaTemplate, AgendaTemplateId } from '@yoriai/domain/meetings';
import { found } from '../../platform/errors/must.js';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `id, group_id as "groupId", name, steps, removed, version`;

export const agendaTemplatesStore = {
  async byIds(
    tx: TenantTx,
    ids: readonly AgendaTemplateId[],
  ): Promise<Map<AgendaTemplateId, AgendaTemplate>> {
    const rows = await tx.sql(
      'agenda-templates.by-ids',
      `select ${columns} from agenda_template where tenant_id = $1 and id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((agenda) => [agenda.id, agenda]));
  },

  /** Those in use, by name. */
  async ofGroups(tx: TenantTx, groupIds: readonly GroupId[]): Promise<Map<GroupId, AgendaTemplate[]>> {
    const rows = await tx.sql(
      'agenda-templates.of-groups',
      `select ${columns} from agenda_template where tenant_id = $1 and group_id = any ($2::uuid[]) and not removed
       order by name, id`,
      [tx.tenantId, [...groupIds]],
    );
    return groupRows(rows, (row) => row.groupId);
  },

  async lock(tx: TenantTx, id: AgendaTemplateId): Promise<AgendaTemplate> {
    const [row] = await tx.sql(
      'agenda-templates.lock',
      `select ${columns} from agenda_template where tenant_id = $1 and id = $2 and not removed for update`,
      [tx.tenantId, id],
    );
    return found(row);
  },

  async insert(tx: TenantTx, agenda: AgendaTemplate): Promise<void> {
    await tx.insert('agenda_template', { ...agenda, createdAt: tx.now });
  },
  async save(tx: TenantTx, agenda: AgendaTemplate): Promise<void> {
    const { id, version, ...fields } = agenda;
    await tx.update('agenda_template', { id }, { ...fields, version: version + 1 });
  },
};
