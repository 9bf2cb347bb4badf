import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import type { Group, Membership } from '@yoriai/domain/groups';
import { audiences } from '../../platform/audiences/audiences.js';
import type { Rows } from '../../platform/database/generated/database.js';
import { found } from '../../platform/errors/must.js';
import type { Page } from '../../platform/graphql/connection.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `id, name, purpose, goals, template, capacity, status, programme_id, created_by, created_at,
  first_content_at, version`;

export const groupsStore = {
  /** The groups that may be seen, each with its people. */
  async byIds(tx: TenantTx, ids: readonly GroupId[]): Promise<Map<GroupId, Group>> {
    const [rows, people] = await Promise.all([
      tx.sql(
        'groups.by-ids',
        `select ${columns} from "group" where tenant_id = $1 and id = any ($2::uuid[])`,
        [tx.tenantId, [...ids]],
      ),
      groupsStore.membershipsOf(tx, ids),
    ]);
    return new Map(rows.map((row) => [row.id, toGroup(row, people)]));
  },

  async membershipsOf(tx: TenantTx, ids: readonly GroupId[]): Promise<Map<GroupId, Membership[]>> {
    const rows = await tx.sql(
      'groups.memberships',
      `select group_id, member_id, role, deputy, takes_part, joined_at, version from group_membership
       where tenant_id = $1 and group_id = any ($2::uuid[]) order by joined_at, member_id`,
      [tx.tenantId, [...ids]],
    );
    const byGroup = new Map<GroupId, Membership[]>(ids.map((id) => [id, []]));
    for (const row of rows) byGroup.get(row.group_id)?.push(toMembership(row));
    return byGroup;
  },

  /** Newest first; `first + 1` of them, from after the cursor's [created at, id] on. */
  async page(tx: TenantTx, { first, after }: Page): Promise<Group[]> {
    const rows = await tx.sql(
      'groups.page',
      `select ${columns} from "group"
       where tenant_id = $1 and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
       order by created_at desc, id desc limit $2`,
      [tx.tenantId, first + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
    return withPeople(tx, rows);
  },

  /** The groups of each of these members that the viewer may see too, in the order of joining. */
  async idsOfMembers(tx: TenantTx, memberIds: readonly MemberId[]): Promise<Map<MemberId, GroupId[]>> {
    const rows = await tx.sql(
      'groups.ids-of-members',
      `select member_id, group_id from group_membership
       where tenant_id = $1 and member_id = any ($2::uuid[]) order by joined_at, group_id`,
      [tx.tenantId, [...memberIds]],
    );
    const byMember = new Map<MemberId, GroupId[]>(memberIds.map((id) => [id, []]));
    for (const row of rows) byMember.get(row.member_id)?.push(row.group_id);
    return byMember;
  },

  /** Who of these facilitates any group. */
  async leadersAmong(tx: TenantTx, memberIds: readonly MemberId[]): Promise<MemberId[]> {
    const rows = await tx.sql(
      'groups.leaders-among',
      `select distinct member_id as id from group_membership
       where tenant_id = $1 and member_id = any ($2::uuid[]) and role = 'FACILITATOR' order by id`,
      [tx.tenantId, [...memberIds]],
    );
    return rows.map(({ id }) => id);
  },

  async activeMemberIds(tx: TenantTx, groupId: GroupId): Promise<MemberId[]> {
    const rows = await tx.sql(
      'groups.active-members',
      `select g.member_id from group_membership g join member m on m.tenant_id = g.tenant_id and m.id = g.member_id
       where g.tenant_id = $1 and g.group_id = $2 and m.status = 'ACTIVE' order by g.joined_at, g.member_id`,
      [tx.tenantId, groupId],
    );
    return rows.map((row) => row.member_id);
  },

  /** Everything that changes who is in a group, or how it is, waits here for its turn. */
  async lock(tx: TenantTx, id: GroupId): Promise<Group> {
    const rows = await tx.sql(
      'groups.lock',
      `select ${columns} from "group" where tenant_id = $1 and id = $2 for update`,
      [tx.tenantId, id],
    );
    return found((await withPeople(tx, rows))[0]);
  },

  async insert(tx: TenantTx, group: Group): Promise<void> {
    await tx.insert('group', { ...toRow(group), id: group.id });
  },

  /** Writes the difference, and lets the audiences follow the people. */
  async save(tx: TenantTx, before: Group, next: Group): Promise<void> {
    if (JSON.stringify(toRow(before)) !== JSON.stringify(toRow(next)))
      await tx.update('group', { id: next.id }, toRow(next));
    const groupId = next.id;
    const was = new Map(before.memberships.map((membership) => [membership.memberId, membership]));
    const is = new Set(next.memberships.map(({ memberId }) => memberId));
    let led = false;
    for (const membership of next.memberships) {
      const { memberId, role, deputy, takesPart, joinedAt, version } = membership;
      const old = was.get(memberId);
      if (!old) {
        await tx.insert('group_membership', {
          groupId,
          memberId,
          role,
          deputy,
          takesPart,
          version,
          joinedAt,
        });
        await audiences.memberJoinedGroup(tx, next.id, memberId);
      } else if (old.version !== version) {
        await tx.update('group_membership', { groupId, memberId }, { role, deputy, takesPart, version });
        led ||= old.role !== role;
      }
    }
    if (led) await audiences.facilitatorsChanged(tx, next.id);
    for (const { memberId } of before.memberships) {
      if (is.has(memberId)) continue;
      // Before the row goes: a former member cannot touch the group.
      await audiences.memberLeftGroup(tx, next.id);
      await tx.sql(
        'groups.leave',
        `delete from group_membership where tenant_id = $1 and group_id = $2 and member_id = $3`,
        [tx.tenantId, groupId, memberId],
      );
    }
  },
};

async function withPeople(tx: TenantTx, rows: readonly Rows['groups.by-ids'][]): Promise<Group[]> {
  if (rows.length === 0) return [];
  const people = await groupsStore.membershipsOf(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => toGroup(row, people));
}

const toGroup = (row: Rows['groups.by-ids'], people: ReadonlyMap<GroupId, Membership[]>): Group => ({
  id: row.id,
  name: row.name,
  purpose: row.purpose,
  goals: row.goals,
  template: row.template,
  capacity: row.capacity,
  status: row.status,
  programmeId: row.programme_id,
  createdBy: row.created_by,
  createdAt: row.created_at,
  firstContentAt: row.first_content_at,
  version: row.version,
  memberships: people.get(row.id) ?? [],
});

const toMembership = (row: Rows['groups.memberships']): Membership => ({
  memberId: row.member_id,
  role: row.role,
  deputy: row.deputy,
  takesPart: row.takes_part,
  joinedAt: row.joined_at,
  version: row.version,
});

const toRow = ({
  name,
  purpose,
  goals,
  template,
  capacity,
  status,
  programmeId,
  version,
  ...group
}: Group) => ({
  name,
  purpose,
  template,
  capacity,
  status,
  programmeId,
  version,
  goals: [...goals],
  createdBy: group.createdBy,
  createdAt: group.createdAt,
  firstContentAt: group.firstContentAt,
});
