import type { GroupId, Instant, MemberId } from '@yoriai/domain/kernel';
import type {
  StrengthGiven,
  StrengthId,
  StrengthLine,
  StrengthsRound,
  StrengthsRoundId,
} from '@yoriai/domain/support';
import type { Page } from '../../platform/graphql/connection.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

export interface Strength {
  readonly id: StrengthId;
  readonly fromId: MemberId | null;
  readonly text: string;
  readonly createdAt: Instant;
}

const roundColumns = `r.id, r.group_id as "groupId", r.status, r.opened_at as "openedAt", r.closes_at as "closesAt"`;
const lineColumns = `l.writer_id as "writerId", l.about_id as "aboutId", l.text, l.signed, l.version`;
const strengthColumns = `s.id, s.from_id as "fromId", s.text, s.created_at as "createdAt"`;

export const strengthsStore = {
  async roundsByIds(tx: TenantTx, ids: readonly StrengthsRoundId[]): Promise<StrengthsRound[]> {
    return tx.sql(
      'strengths.rounds-by-ids',
      `select ${roundColumns} from strengths_round r where r.tenant_id = $1 and r.id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
  },

  async openRoundsOf(tx: TenantTx, groupIds: readonly GroupId[]): Promise<StrengthsRound[]> {
    return tx.sql(
      'strengths.open-rounds',
      `select ${roundColumns} from strengths_round r where r.tenant_id = $1 and r.group_id = any ($2::uuid[]) and r.status = 'OPEN'`,
      [tx.tenantId, [...groupIds]],
    );
  },

  /** Rounds that are over and in which unsigned lines of the viewer's wait for the next one. */
  async roundsHolding(tx: TenantTx, groupIds: readonly GroupId[]): Promise<StrengthsRound[]> {
    return tx.sql(
      'strengths.rounds-holding',
      `select ${roundColumns} from strengths_round r where r.tenant_id = $1 and r.group_id = any ($2::uuid[]) and r.status = 'CLOSED'
         and exists (select from strength_line l where l.tenant_id = $1 and l.round_id = r.id and l.writer_id = (select app.me()))`,
      [tx.tenantId, [...groupIds]],
    );
  },

  async lastRoundOf(tx: TenantTx, groupId: GroupId): Promise<StrengthsRound | null> {
    const [row] = await tx.sql(
      'strengths.last-round',
      `select ${roundColumns} from strengths_round r where r.tenant_id = $1 and r.group_id = $2 order by r.opened_at desc limit 1`,
      [tx.tenantId, groupId],
    );
    return row ?? null;
  },

  /** Writing waits for closing, and the other way round. */
  async lock(tx: TenantTx, id: StrengthsRoundId): Promise<StrengthsRound | null> {
    const [row] = await tx.sql(
      'strengths.lock',
      `select ${roundColumns} from strengths_round r where r.tenant_id = $1 and r.id = $2 for update`,
      [tx.tenantId, id],
    );
    return row ?? null;
  },

  async insert(tx: TenantTx, { id, groupId, status, openedAt, closesAt }: StrengthsRound): Promise<void> {
    await tx.insert('strengths_round', { id, groupId, status, openedAt, closesAt });
  },

  async close(tx: TenantTx, id: StrengthsRoundId): Promise<void> {
    await tx.sql(
      'strengths.close',
      `update strengths_round set status = 'CLOSED' where tenant_id = $1 and id = $2`,
      [tx.tenantId, id],
    );
  },

  /** Those who take part in the group and are not away, in the order of joining. */
  async peopleOf(tx: TenantTx, groupId: GroupId): Promise<MemberId[]> {
    const rows = await tx.sql(
      'strengths.people',
      `select g.member_id as id from group_membership g join member m on m.tenant_id = g.tenant_id and m.id = g.member_id
       where g.tenant_id = $1 and g.group_id = $2 and g.takes_part and m.status = 'ACTIVE' order by g.joined_at, g.member_id`,
      [tx.tenantId, groupId],
    );
    return rows.map(({ id }) => id);
  },

  /** What the viewer has written in this round. */
  async linesOfMine(tx: TenantTx, id: StrengthsRoundId): Promise<StrengthLine[]> {
    return tx.sql(
      'strengths.my-lines',
      `select ${lineColumns} from strength_line l where l.tenant_id = $1 and l.round_id = $2 and l.writer_id = (select app.me())`,
      [tx.tenantId, id],
    );
  },

  async write(
    tx: TenantTx,
    id: StrengthsRoundId,
    { writerId, aboutId, text, signed, version }: StrengthLine,
  ): Promise<void> {
    await tx.sql(
      'strengths.write',
      `insert into strength_line (tenant_id, round_id, writer_id, about_id, text, signed, version) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (tenant_id, round_id, writer_id, about_id) do update set text = excluded.text, signed = excluded.signed, version = excluded.version`,
      [tx.tenantId, id, writerId, aboutId, text, signed, version],
    );
  },

  /** True when it was still there. */
  async erase(tx: TenantTx, id: StrengthsRoundId, writerId: MemberId, aboutId: MemberId): Promise<boolean> {
    const rows = await tx.sql(
      'strengths.erase',
      `delete from strength_line where tenant_id = $1 and round_id = $2 and writer_id = $3 and about_id = $4 returning about_id`,
      [tx.tenantId, id, writerId, aboutId],
    );
    return rows.length > 0;
  },

  /** Takes all lines of a group out, those held from earlier rounds too: what is still to be held is put back. Oldest first. */
  async takeLines(tx: TenantTx, groupId: GroupId): Promise<StrengthLine[]> {
    const rows = await tx.sql(
      'strengths.take-lines',
      `delete from strength_line l using strengths_round r
       where l.tenant_id = $1 and r.tenant_id = $1 and r.id = l.round_id and r.group_id = $2 returning ${lineColumns}, r.opened_at as "openedAt"`,
      [tx.tenantId, groupId],
    );
    return rows.toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
  },

  /** New ids, made in the order in which they were shuffled, and one moment for all. */
  async give(tx: TenantTx, roundId: StrengthsRoundId, given: readonly StrengthGiven[]): Promise<void> {
    for (const { aboutId, fromId, text } of given)
      await tx.insert('strength', {
        id: tx.newId<'Strength'>(),
        memberId: aboutId,
        roundId,
        fromId,
        text,
        createdAt: tx.now,
      });
  },

  async receiversOf(tx: TenantTx, id: StrengthsRoundId): Promise<MemberId[]> {
    const rows = await tx.sql(
      'strengths.receivers',
      `select distinct member_id as id from strength where tenant_id = $1 and round_id = $2`,
      [tx.tenantId, id],
    );
    return rows.map(({ id: memberId }) => memberId);
  },

  /** The viewer's own, newest first. */
  async received(tx: TenantTx, { first, after }: Page): Promise<Strength[]> {
    return tx.sql(
      'strengths.received',
      `select ${strengthColumns} from strength s where s.tenant_id = $1 and s.member_id = (select app.me())
         and ($3::timestamptz is null or (s.created_at, s.id) < ($3, $4::uuid)) order by s.created_at desc, s.id desc limit $2`,
      [tx.tenantId, first + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
  },

  async byIds(tx: TenantTx, ids: readonly StrengthId[]): Promise<Strength[]> {
    return tx.sql(
      'strengths.by-ids',
      `select ${strengthColumns} from strength s where s.tenant_id = $1 and s.id = any ($2::uuid[]) and s.member_id = (select app.me())`,
      [tx.tenantId, [...ids]],
    );
  },

  /** True when there was one to remove. */
  async remove(tx: TenantTx, id: StrengthId): Promise<boolean> {
    const rows = await tx.sql(
      'strengths.remove',
      `delete from strength where tenant_id = $1 and id = $2 and member_id = (select app.me()) returning id`,
      [tx.tenantId, id],
    );
    return rows.length > 0;
  },
};
