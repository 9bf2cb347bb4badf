import type { AudienceId, GroupId, MeetingId, MemberId } from '@yoriai/domain/kernel';
import type { Commitment, CommitmentId, CommitmentStatus, Settlement } from '@yoriai/domain/meetings';
import { found } from '../../platform/errors/must.js';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `c.id, c.group_id as "groupId", c.meeting_id as "meetingId", c.owner_id as "ownerId", c.made_by as "madeBy", c.statement,
  c.due_on as "dueOn", c.time_zone as "timeZone", c.status, c.reason, c.settled_at as "settledAt", c.settled_in as "settledIn", c.version`;
const isOpen = `c.status in ('OPEN', 'CARRIED')`;
/** What a member who has left still had to do is no longer the group's business. */
const ofActiveMember = `exists (select from group_membership g
  where g.tenant_id = c.tenant_id and g.group_id = c.group_id and g.member_id = c.owner_id)`;

export const commitmentsStore = {
  async byIds(tx: TenantTx, ids: readonly CommitmentId[]): Promise<Map<CommitmentId, Commitment>> {
    const rows = await tx.sql(
      'commitments.by-ids',
      `select ${columns} from commitment c where c.tenant_id = $1 and c.id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((commitment) => [commitment.id, commitment]));
  },

  /**
   * Looked for twice: a transaction that waited here for another's settling asks with the audiences of before, while the row may by then have
   * one that was made just now.
   */
  async lock(tx: TenantTx, id: CommitmentId): Promise<Commitment> {
    const look = () =>
      tx.sql(
        'commitments.lock',
        `select ${columns} from commitment c where c.tenant_id = $1 and c.id = $2 for update`,
        [tx.tenantId, id],
      );
    return found((await look())[0] ?? (await look())[0]);
  },

  /**
   * What is on each meeting: what was made there, what was settled there, and, on the group's next meeting (and one that has not been
   * closed yet), everything still open.
   */
  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Commitment[]>> {
    const rows = await tx.sql(
      'commitments.of-meetings',
      `select m.id as "onMeeting", ${columns} from meeting m join commitment c on c.tenant_id = m.tenant_id and c.group_id = m.group_id
       where m.tenant_id = $1 and m.id = any ($2::uuid[]) and (not ${isOpen} or ${ofActiveMember}) and (c.meeting_id = m.id or c.settled_in = m.id
         or (${isOpen} and m.status in ('SCHEDULED', 'OPEN') and m.ends_at > $3::timestamptz - interval '7 days'
             and not exists (select from meeting e where e.tenant_id = m.tenant_id and e.group_id = m.group_id
               and e.status in ('SCHEDULED', 'OPEN') and e.ends_at > $3 and (e.starts_at, e.id) < (m.starts_at, m.id))))
       order by c.created_at, c.id`,
      [tx.tenantId, [...ids], tx.now],
    );
    return groupRows(rows, (row) => row.onMeeting);
  },

  /** The open ones of a member in the groups they are in, the nearest day first. */
  async openOf(tx: TenantTx, ownerId: MemberId): Promise<Commitment[]> {
    return tx.sql(
      'commitments.open-of',
      `select ${columns} from commitment c where c.tenant_id = $1 and c.owner_id = $2 and ${isOpen} and ${ofActiveMember}
       order by c.due_on, c.created_at, c.id limit 100`,
      [tx.tenantId, ownerId],
    );
  },

  async countOpen(tx: TenantTx, groupId: GroupId, ownerId: MemberId): Promise<number> {
    const [row] = await tx.sql(
      'commitments.count-open',
      `select count(*)::int as open from commitment c where c.tenant_id = $1 and c.group_id = $2 and c.owner_id = $3 and ${isOpen}`,
      [tx.tenantId, groupId, ownerId],
    );
    return row?.open ?? 0;
  },

  /** How each one ended, of the viewer. */
  async outcomesOf(tx: TenantTx, ownerId: MemberId): Promise<CommitmentStatus[]> {
    const rows = await tx.sql(
      'commitments.outcomes-of',
      `select c.status from commitment c where c.tenant_id = $1 and c.owner_id = $2`,
      [tx.tenantId, ownerId],
    );
    return rows.map(({ status }) => status);
  },

  /** How those of a group ended, by person, as far as the viewer may see them. */
  async outcomesIn(tx: TenantTx, groupId: GroupId): Promise<CommitmentStatus[][]> {
    const rows = await tx.sql(
      'commitments.outcomes-in',
      `select array_agg(c.status) as statuses from commitment c where c.tenant_id = $1 and c.group_id = $2 and ${ofActiveMember}
       group by c.owner_id`,
      [tx.tenantId, groupId],
    );
    return rows.map(({ statuses }) => statuses);
  },

  async lastSettlement(tx: TenantTx, id: CommitmentId): Promise<Settlement | null> {
    const [row] = await tx.sql(
      'commitments.last-settlement',
      `select commitment_id as "commitmentId", status, reason, status_before as "statusBefore", due_before as "dueBefore", by, at
       from commitment_settlement where tenant_id = $1 and commitment_id = $2 order by at desc, id desc limit 1`,
      [tx.tenantId, id],
    );
    return row ?? null;
  },

  async insert(tx: TenantTx, commitment: Commitment, audienceId: AudienceId): Promise<void> {
    await tx.insert('commitment', { ...commitment, audienceId, createdAt: tx.now });
  },

  async save(tx: TenantTx, commitment: Commitment, audienceId: AudienceId): Promise<void> {
    const { id, version, ...fields } = commitment;
    await tx.update('commitment', { id }, { ...fields, audienceId, version: version + 1 });
  },

  async insertSettlement(
    tx: TenantTx,
    settlement: Settlement,
    ownerId: MemberId,
    audienceId: AudienceId,
  ): Promise<void> {
    const id = tx.newId<'CommitmentSettlement'>();
    await tx.insert('commitment_settlement', { ...settlement, id, ownerId, audienceId });
  },
};
