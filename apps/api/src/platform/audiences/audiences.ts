import { createHash } from 'node:crypto';
import type { AudienceId, GroupId, MemberId } from '@yoriai/domain/kernel';
import type { TenantTx } from '../work/tenant-tx.js';

type Kind = 'TENANT' | 'GROUP_NOW' | 'GROUP_EPOCH' | 'FACILITATORS' | 'CHOSEN' | 'SELF';

/**
 * Who may read a piece of content. An audience is an interned row with its people beside it, so that a policy is one array
 * look-up. Groups have one that follows the membership (GROUP_NOW) and one per change of membership (GROUP_EPOCH): a newcomer
 * is in those from their joining on, a leaver in none.
 */
export const audiences = {
  /** Everybody who is active in the tenant. */
  async tenant(tx: TenantTx): Promise<AudienceId> {
    return intern(tx, 'TENANT', 'tenant', null, async (id) => {
      await tx.sql(
        'audiences.fill-tenant',
        `insert into audience_member (tenant_id, audience_id, member_id)
         select tenant_id, $2, id from member where tenant_id = $1 and status in ('ACTIVE', 'ON_LEAVE')`,
        [tx.tenantId, id],
      );
    });
  },

  /** The group's members, whoever they are when it is read. */
  async groupNow(tx: TenantTx, groupId: GroupId): Promise<AudienceId> {
    return intern(tx, 'GROUP_NOW', `now:${groupId}`, groupId, (id) => fillFromGroup(tx, id, groupId, false));
  },

  /** Those who are members at this moment. */
  async groupAtEpoch(tx: TenantTx, groupId: GroupId): Promise<AudienceId> {
    const epoch = await epochOf(tx, groupId);
    return intern(tx, 'GROUP_EPOCH', `epoch:${groupId}:${epoch}`, groupId, (id) =>
      fillFromGroup(tx, id, groupId, false),
    );
  },

  /** Those who facilitate at this moment; it does not pass to a successor. */
  async facilitators(tx: TenantTx, groupId: GroupId): Promise<AudienceId> {
    const epoch = await epochOf(tx, groupId);
    return intern(tx, 'FACILITATORS', `facilitators:${groupId}:${epoch}`, groupId, (id) =>
      fillFromGroup(tx, id, groupId, true),
    );
  },

  /** Exactly these people; the same people give the same audience. */
  async chosen(tx: TenantTx, memberIds: readonly MemberId[]): Promise<AudienceId> {
    const people = [...new Set(memberIds)].sort();
    const key = `chosen:${createHash('sha256').update(people.join()).digest('hex')}`;
    return intern(tx, 'CHOSEN', key, null, (id) => fill(tx, id, people));
  },

  async self(tx: TenantTx, memberId: MemberId): Promise<AudienceId> {
    return intern(tx, 'SELF', `self:${memberId}`, null, (id) => fill(tx, id, [memberId]));
  },

  /** After the membership row was written: they are in what the group's members read from now on. */
  async memberJoinedGroup(tx: TenantTx, groupId: GroupId, memberId: MemberId): Promise<void> {
    const now = await audiences.groupNow(tx, groupId);
    await fill(tx, now, [memberId]);
    await nextEpoch(tx, groupId);
  },

  /** After the membership row was removed: nothing of the group is theirs to read, except what they wrote. */
  async memberLeftGroup(tx: TenantTx, groupId: GroupId, memberId: MemberId): Promise<void> {
    await tx.sql(
      'audiences.leave-group',
      `delete from audience_member m using audience a
       where m.tenant_id = $1 and a.tenant_id = $1 and a.id = m.audience_id and a.group_id = $2 and m.member_id = $3`,
      [tx.tenantId, groupId, memberId],
    );
    await nextEpoch(tx, groupId);
  },

  /** After a change of who facilitates. */
  async facilitatorsChanged(tx: TenantTx, groupId: GroupId): Promise<void> {
    await nextEpoch(tx, groupId);
  },

  /** After a member's status became ACTIVE or ON_LEAVE: they read what goes to the whole tenant. */
  async memberActivated(tx: TenantTx, memberId: MemberId): Promise<void> {
    await fill(tx, await audiences.tenant(tx), [memberId]);
  },

  /** After a member was suspended, became an alumnus or died: they read nothing any more. */
  async memberEnded(tx: TenantTx, memberId: MemberId): Promise<void> {
    await tx.sql('audiences.end', `delete from audience_member where tenant_id = $1 and member_id = $2`, [
      tx.tenantId,
      memberId,
    ]);
  },

  /** The people in an audience. */
  async membersOf(tx: TenantTx, audienceId: AudienceId): Promise<MemberId[]> {
    const rows = await tx.sql<{ member_id: MemberId }>(
      'audiences.members',
      `select member_id from audience_member where tenant_id = $1 and audience_id = $2`,
      [tx.tenantId, audienceId],
    );
    return rows.map((row) => row.member_id);
  },
};

async function intern(
  tx: TenantTx,
  kind: Kind,
  key: string,
  groupId: GroupId | null,
  fillNew: (id: AudienceId) => Promise<void>,
): Promise<AudienceId> {
  const find = async () => {
    const [row] = await tx.sql<{ id: AudienceId }>(
      'audiences.find',
      `select id from audience where tenant_id = $1 and key = $2`,
      [tx.tenantId, key],
    );
    return row?.id;
  };
  const existing = await find();
  if (existing) return existing;
  const [made] = await tx.sql<{ id: AudienceId }>(
    'audiences.make',
    `insert into audience (tenant_id, id, kind, key, group_id, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, key) do nothing returning id`,
    [tx.tenantId, tx.newId<'Audience'>(), kind, key, groupId, tx.now],
  );
  if (made) {
    await fillNew(made.id);
    return made.id;
  }
  const other = await find();
  if (!other) throw new Error(`The audience ${key} could neither be made nor found`);
  return other;
}

async function fill(tx: TenantTx, id: AudienceId, members: readonly MemberId[]): Promise<void> {
  await tx.sql(
    'audiences.fill',
    `insert into audience_member (tenant_id, audience_id, member_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
    [tx.tenantId, id, [...members]],
  );
}

async function fillFromGroup(
  tx: TenantTx,
  id: AudienceId,
  groupId: GroupId,
  onlyFacilitators: boolean,
): Promise<void> {
  await tx.sql(
    'audiences.fill-group',
    `insert into audience_member (tenant_id, audience_id, member_id)
     select g.tenant_id, $2, g.member_id from group_membership g
     join member m on m.tenant_id = g.tenant_id and m.id = g.member_id
     where g.tenant_id = $1 and g.group_id = $3 and (not $4 or g.role = 'FACILITATOR')
       and m.status in ('INVITED', 'ACTIVE', 'ON_LEAVE')
     on conflict do nothing`,
    [tx.tenantId, id, groupId, onlyFacilitators],
  );
}

/** Read under a lock that a change of membership waits for, so that nobody slips into what was written before them. */
async function epochOf(tx: TenantTx, groupId: GroupId): Promise<number> {
  const [row] = await tx.sql<{ epoch: number }>(
    'audiences.epoch',
    `select epoch from "group" where tenant_id = $1 and id = $2 for share`,
    [tx.tenantId, groupId],
  );
  if (!row) throw new Error('A group has no audience for somebody who cannot see it');
  return row.epoch;
}

async function nextEpoch(tx: TenantTx, groupId: GroupId): Promise<void> {
  await tx.sql(
    'audiences.next-epoch',
    `update "group" set epoch = epoch + 1 where tenant_id = $1 and id = $2`,
    [tx.tenantId, groupId],
  );
}
