import type { AudienceId, GroupId, Instant, MemberId, PlainDate } from '@yoriai/domain/kernel';
import type {
  GiveAndTakeFlag,
  GiveAndTakeFlagId,
  GuardedMember,
  SupportCredit,
  Window,
} from '@yoriai/domain/support';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** Who has left the group since is told no more. */
const inMyGroups = `f.group_id = any ((select app.my_groups())::uuid[])`;
const flagColumns = `f.id, f.group_id as "groupId", f.member_id as "memberId", f.state, f.created_at as "createdAt",
  f.changed_at as "changedAt", f.version`;

/** A participant of a group, with what the guard asks about them. */
export interface GuardedSeat extends GuardedMember {
  readonly groupId: GroupId;
}

export const giveAndTakeStore = {
  /** Each once: an existing row stays as it is. */
  async add(tx: TenantTx, credits: readonly SupportCredit[]): Promise<void> {
    for (const { requestId, helperId, receiverId, gave, at } of credits)
      await tx.sql(
        'credits.add',
        `insert into support_credit (tenant_id, request_id, helper_id, receiver_id, gave, at) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing`,
        [tx.tenantId, requestId, helperId, receiverId, gave, at],
      );
  },

  async since(tx: TenantTx, from: Instant): Promise<SupportCredit[]> {
    return tx.sql(
      'credits.since',
      `select request_id as "requestId", helper_id as "helperId", receiver_id as "receiverId", gave, at
       from support_credit where tenant_id = $1 and at >= $2`,
      [tx.tenantId, from],
    );
  },

  /** How often the viewer helped and was helped, for themselves. */
  async own(tx: TenantTx, { from, to }: Window): Promise<{ helped: number; wasHelped: number }> {
    const [row] = await tx.sql(
      'credits.own',
      `select count(*) filter (where helper_id = (select app.me()))::int as helped,
              count(*) filter (where receiver_id = (select app.me()))::int as "wasHelped"
       from support_credit where tenant_id = $1 and at >= $2 and at <= $3`,
      [tx.tenantId, from, to],
    );
    return row!;
  },

  /** Those who take part in groups (an outside facilitator is in no balance), with what spares them. */
  async participants(tx: TenantTx, ids: readonly MemberId[]): Promise<GuardedSeat[]> {
    const rows = await tx.sql(
      'credits.participants',
      `select m.id as "memberId", m.status, m.created_at as "joinedAt", s.group_id as "groupId",
         array(select h.since::text from hard_time h where h.tenant_id = m.tenant_id and h.member_id = m.id) as "hardTimes"
       from group_membership s join member m on m.tenant_id = s.tenant_id and m.id = s.member_id
       join "group" g on g.tenant_id = s.tenant_id and g.id = s.group_id
       where s.tenant_id = $1 and s.member_id = any ($2) and s.takes_part and g.status <> 'CLOSED' order by s.joined_at, s.group_id`,
      [tx.tenantId, ids],
    );
    return rows.map((row) => ({ ...row, emergencies: [] }));
  },

  async flagsOf(tx: TenantTx, groupId: GroupId, memberId: MemberId): Promise<GiveAndTakeFlag[]> {
    return tx.sql(
      'credits.flags-of',
      `select ${flagColumns} from give_and_take_flag f where f.tenant_id = $1 and f.group_id = $2 and f.member_id = $3`,
      [tx.tenantId, groupId, memberId],
    );
  },

  async addFlag(tx: TenantTx, flag: GiveAndTakeFlag, audienceId: AudienceId): Promise<void> {
    await tx.insert('give_and_take_flag', {
      id: flag.id,
      groupId: flag.groupId,
      memberId: flag.memberId,
      audienceId,
      state: flag.state,
      createdAt: flag.createdAt,
      changedAt: flag.changedAt,
    });
  },

  /** As far as the viewer is one of those who are told. */
  async flagsByIds(tx: TenantTx, ids: readonly GiveAndTakeFlagId[]): Promise<GiveAndTakeFlag[]> {
    return tx.sql(
      'credits.flags-by-ids',
      `select ${flagColumns} from give_and_take_flag f where f.tenant_id = $1 and f.id = any ($2) and ${inMyGroups}`,
      [tx.tenantId, ids],
    );
  },

  async openFlags(tx: TenantTx, groupId: GroupId): Promise<GiveAndTakeFlag[]> {
    return tx.sql(
      'credits.open-flags',
      `select ${flagColumns} from give_and_take_flag f
       where f.tenant_id = $1 and f.group_id = $2 and f.state = 'OPEN' and ${inMyGroups} order by f.created_at desc, f.id`,
      [tx.tenantId, groupId],
    );
  },

  async lockFlag(tx: TenantTx, id: GiveAndTakeFlagId): Promise<GiveAndTakeFlag | null> {
    const [row] = await tx.sql(
      'credits.lock-flag',
      `select ${flagColumns} from give_and_take_flag f where f.tenant_id = $1 and f.id = $2 and ${inMyGroups} for update`,
      [tx.tenantId, id],
    );
    return row ?? null;
  },

  async saveFlag(tx: TenantTx, { id, state, changedAt, version }: GiveAndTakeFlag): Promise<void> {
    await tx.update('give_and_take_flag', { id }, { state, changedAt, version });
  },

  /** Replaces the earlier note for the same audience: the member, or the group's facilitators. Null only takes it back. */
  async noteHardTime(
    tx: TenantTx,
    note: { audienceId: AudienceId; groupId: GroupId | null; memberId: MemberId; since: PlainDate | null },
  ): Promise<void> {
    const { audienceId, groupId, memberId, since } = note;
    await tx.sql(
      'credits.forget-hard-time',
      `delete from hard_time h using audience a
       where h.tenant_id = $1 and h.member_id = $2 and a.tenant_id = $1 and a.id = h.audience_id and a.group_id is not distinct from $3`,
      [tx.tenantId, memberId, groupId],
    );
    if (since !== null) await tx.insert('hard_time', { audienceId, memberId, since, notedAt: tx.now });
  },

  /** What the viewer noted for their own eyes. */
  async ownHardTime(tx: TenantTx): Promise<PlainDate | null> {
    const [row] = await tx.sql(
      'credits.own-hard-time',
      `select h.since::text as since from hard_time h join audience a on a.tenant_id = h.tenant_id and a.id = h.audience_id
       where h.tenant_id = $1 and h.member_id = (select app.me()) and a.kind = 'SELF'`,
      [tx.tenantId],
    );
    return row?.since ?? null;
  },

  /** What facilitators of the group noted, for those of that time. */
  async hardTimesIn(tx: TenantTx, groupId: GroupId): Promise<{ memberId: MemberId; since: PlainDate }[]> {
    return tx.sql(
      'credits.hard-times',
      `select h.member_id as "memberId", max(h.since)::text as since
       from hard_time h join audience a on a.tenant_id = h.tenant_id and a.id = h.audience_id
       where h.tenant_id = $1 and a.kind = 'FACILITATORS' and a.group_id = $2 group by 1 order by 2 desc, 1`,
      [tx.tenantId, groupId],
    );
  },
};
