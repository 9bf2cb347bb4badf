import { createHash } from 'node:crypto';
import type { AudienceId, GroupId, MemberId } from '@yoriai/domain/kernel';
import type { TenantTx } from '../work/tenant-tx.js';

type Kind = 'TENANT' | 'GROUP_NOW' | 'GROUP_EPOCH' | 'FACILITATORS' | 'CHOSEN' | 'SELF';

/**
 * Who may read a piece of content. An audience is an interned row with its people beside it: those who were there when it was written.
 * Whether they read it today is looked up with every reading (`app.my_audiences()`, `audience_reader`): what is of a group only while they
 * are in it, what went to its facilitators only while they are one, and nothing while they are not of the tenant. So nothing has to
 * be taken away when a member goes, and a member who comes back finds what was theirs. Groups have one audience that follows the membership
 * (GROUP_NOW) and one per change of membership (GROUP_EPOCH): a newcomer is in those from their joining on. No one is in any before they
 * have taken up their place.
 */
export const audiences = {
  /** All who are active in the tenant. */
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

  /** The group's members at the time of reading. */
  async groupNow(tx: TenantTx, groupId: GroupId): Promise<AudienceId> {
    return intern(tx, 'GROUP_NOW', `now:${groupId}`, groupId, (id) => fillFromGroup(tx, id, groupId));
  },

  /** Those who are members at this moment. */
  async groupAtEpoch(tx: TenantTx, groupId: GroupId): Promise<AudienceId> {
    const epoch = await epochOf(tx, groupId);
    return intern(tx, 'GROUP_EPOCH', `epoch:${groupId}:${epoch}`, groupId, (id) =>
      fillFromGroup(tx, id, groupId),
    );
  },

  /** Those who facilitate at this moment, or these of them; it does not pass to a successor. */
  async facilitators(
    tx: TenantTx,
    groupId: GroupId,
    only: readonly MemberId[] | null = null,
  ): Promise<AudienceId> {
    const epoch = await epochOf(tx, groupId);
    const of = only ? `:of:${fingerprint(only)}` : '';
    return intern(tx, 'FACILITATORS', `facilitators:${groupId}:${epoch}${of}`, groupId, (id) =>
      fillFromGroup(tx, id, groupId, { leads: true, only }),
    );
  },

  /** Exactly these people; the same people give the same audience. Chosen within a group, they read it while they are in it. */
  async chosen(
    tx: TenantTx,
    memberIds: readonly MemberId[],
    within: GroupId | null = null,
  ): Promise<AudienceId> {
    const of = fingerprint(memberIds);
    return intern(tx, 'CHOSEN', within ? `chosen:${within}:${of}` : `chosen:${of}`, within, (id) =>
      fill(tx, id, memberIds, within),
    );
  },

  async self(tx: TenantTx, memberId: MemberId): Promise<AudienceId> {
    return intern(tx, 'SELF', `self:${memberId}`, null, (id) => fill(tx, id, [memberId]));
  },

  /** After the membership row was written: a member who has taken up their place is in what the group's members read from now on. */
  async memberJoinedGroup(tx: TenantTx, groupId: GroupId, memberId: MemberId): Promise<void> {
    await fill(tx, await audiences.groupNow(tx, groupId), [memberId], groupId);
    await nextEpoch(tx, groupId);
  },

  /** With the end of a membership: what is written from now on is without them. */
  async memberLeftGroup(tx: TenantTx, groupId: GroupId): Promise<void> {
    await nextEpoch(tx, groupId);
  },

  /** After a change of who facilitates. */
  async facilitatorsChanged(tx: TenantTx, groupId: GroupId): Promise<void> {
    await nextEpoch(tx, groupId);
  },

  /** After a member's status became ACTIVE or ON_LEAVE: they read what goes to the whole tenant, and to the groups in which they have a place. */
  async memberActivated(tx: TenantTx, memberId: MemberId): Promise<void> {
    await fill(tx, await audiences.tenant(tx), [memberId]);
    for (const groupId of await groupsOf(tx, memberId))
      await audiences.memberJoinedGroup(tx, groupId, memberId);
  },

  /** After a member was suspended, became an alumnus or died: what is written from now on is without them. */
  async memberEnded(tx: TenantTx, memberId: MemberId): Promise<void> {
    for (const groupId of await groupsOf(tx, memberId)) await nextEpoch(tx, groupId);
  },

  /** Whether everyone in the tenant reads it. */
  async isTenant(tx: TenantTx, audienceId: AudienceId): Promise<boolean> {
    const rows = await tx.sql(
      'audiences.is-tenant',
      `select from audience where tenant_id = $1 and id = $2 and kind = 'TENANT'`,
      [tx.tenantId, audienceId],
    );
    return rows.length > 0;
  },

  /** The people who read an audience now, always in the same order: some are shown so. */
  async membersOf(tx: TenantTx, audienceId: AudienceId): Promise<MemberId[]> {
    const rows = await tx.sql(
      'audiences.members',
      `select member_id from audience_reader where tenant_id = $1 and audience_id = $2 order by member_id`,
      [tx.tenantId, audienceId],
    );
    return rows.map((row) => row.member_id);
  },
};

const fingerprint = (memberIds: readonly MemberId[]): string =>
  createHash('sha256')
    .update([...new Set(memberIds)].sort().join())
    .digest('hex');

/** In one order, so that two who change places in the same groups do not wait for each other. */
async function groupsOf(tx: TenantTx, memberId: MemberId): Promise<GroupId[]> {
  const rows = await tx.sql(
    'audiences.groups-of',
    `select group_id from group_membership where tenant_id = $1 and member_id = $2 order by group_id`,
    [tx.tenantId, memberId],
  );
  return rows.map((row) => row.group_id);
}

async function intern(
  tx: TenantTx,
  kind: Kind,
  key: string,
  groupId: GroupId | null,
  fillNew: (id: AudienceId) => Promise<void>,
): Promise<AudienceId> {
  const find = async () => {
    const [row] = await tx.sql(
      'audiences.find',
      `select id from audience where tenant_id = $1 and key = $2`,
      [tx.tenantId, key],
    );
    return row?.id;
  };
  const existing = await find();
  if (existing) return existing;
  const [made] = await tx.sql(
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

/** Adds those of these members who are active or on leave; invited ones are left out. */
async function fill(
  tx: TenantTx,
  id: AudienceId,
  members: readonly MemberId[],
  groupId: GroupId | null = null,
): Promise<void> {
  await tx.sql(
    'audiences.fill',
    `insert into audience_member (tenant_id, audience_id, member_id, group_id)
     select tenant_id, $2, id, $4 from member where tenant_id = $1 and id = any ($3::uuid[]) and status in ('ACTIVE', 'ON_LEAVE')
     on conflict do nothing`,
    [tx.tenantId, id, [...members], groupId],
  );
}

async function fillFromGroup(
  tx: TenantTx,
  id: AudienceId,
  groupId: GroupId,
  { leads = false, only = null }: { leads?: boolean; only?: readonly MemberId[] | null } = {},
): Promise<void> {
  await tx.sql(
    'audiences.fill-group',
    `insert into audience_member (tenant_id, audience_id, member_id, group_id, leads)
     select g.tenant_id, $2, g.member_id, g.group_id, $4 from group_membership g
     join member m on m.tenant_id = g.tenant_id and m.id = g.member_id
     where g.tenant_id = $1 and g.group_id = $3 and (not $4 or g.role = 'FACILITATOR')
       and ($5::uuid[] is null or g.member_id = any ($5)) and m.status in ('ACTIVE', 'ON_LEAVE')
     on conflict do nothing`,
    [tx.tenantId, id, groupId, leads, only],
  );
}

/** Read under a lock that a change of membership waits for, so that no newcomer slips into what was written before them. */
async function epochOf(tx: TenantTx, groupId: GroupId): Promise<number> {
  const [row] = await tx.sql(
    'audiences.epoch',
    `select epoch from "group" where tenant_id = $1 and id = $2 for share`,
    [tx.tenantId, groupId],
  );
  if (!row) throw new Error('A group has no audience for a viewer who cannot see it');
  return row.epoch;
}

async function nextEpoch(tx: TenantTx, groupId: GroupId): Promise<void> {
  await tx.sql(
    'audiences.next-epoch',
    `update "group" set epoch = epoch + 1 where tenant_id = $1 and id = $2`,
    [tx.tenantId, groupId],
  );
}
