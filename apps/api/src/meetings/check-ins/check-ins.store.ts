import type { AudienceId, MeetingId, MemberId } from '@yoriai/domain/kernel';
import { narrower, type CheckIn, type CheckInId } from '@yoriai/domain/meetings';
import type { Rows } from '../../platform/database/generated/database.js';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** Who may read each part. */
export interface CheckInAudiences {
  readonly note: AudienceId;
  readonly mood: AudienceId;
  readonly figures: AudienceId;
}
/** A check-in as this viewer may see it: mood and figures are null where they are for other eyes. */
export type SeenCheckIn = CheckIn & { readonly audiences: Partial<CheckInAudiences> };

/** Row-level security leaves out the mood and the figures that are not for this viewer. */
const seen = `select c.id, c.meeting_id as "meetingId", c.group_id as "groupId", c.member_id as "memberId", c.audience_id as "audienceId",
    c.visibility, c.note, c.progress, c.problem, c.request, c.created_at as "createdAt", c.updated_at as "updatedAt", c.version,
    m.mood, m.visibility as "moodVisibility", m.audience_id as "moodAudienceId",
    f.visibility as "figuresVisibility", f.audience_id as "figuresAudienceId", to_char(f.month, 'YYYY-MM-DD') as month,
    f.sales_yen::float8 as "salesYen", f.gross_profit_yen::float8 as "grossProfitYen", f.customers, f.own_hours as "ownHours"
  from check_in c
  left join check_in_mood m on m.tenant_id = c.tenant_id and m.check_in_id = c.id
  left join check_in_figures f on f.tenant_id = c.tenant_id and f.check_in_id = c.id`;

function fromRow(row: Rows['check-ins.by-ids']): SeenCheckIn {
  const { month, salesYen, grossProfitYen, customers, ownHours, ...rest } = row;
  const { audienceId, moodAudienceId, figuresAudienceId, ...checkIn } = rest;
  const unsaid = narrower('FACILITATOR', row.visibility);
  return {
    ...checkIn,
    figures: month === null ? null : { month, salesYen, grossProfitYen, customers, ownHours },
    moodVisibility: row.moodVisibility ?? unsaid,
    figuresVisibility: row.figuresVisibility ?? unsaid,
    audiences: {
      note: audienceId,
      ...(moodAudienceId ? { mood: moodAudienceId } : {}),
      ...(figuresAudienceId ? { figures: figuresAudienceId } : {}),
    },
  };
}

export const checkInsStore = {
  async byIds(tx: TenantTx, ids: readonly CheckInId[]): Promise<SeenCheckIn[]> {
    const rows = await tx.sql(
      'check-ins.by-ids',
      `${seen} where c.tenant_id = $1 and c.id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return rows.map(fromRow);
  },

  /** Of each meeting, in the order in which they were written. */
  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, SeenCheckIn[]>> {
    const rows = await tx.sql(
      'check-ins.of-meetings',
      `${seen} where c.tenant_id = $1 and c.meeting_id = any ($2::uuid[]) order by c.created_at, c.id`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows.map(fromRow), ({ meetingId }) => meetingId);
  },

  /** The one that this member wrote for this meeting, for a change of it. */
  async lockOwn(tx: TenantTx, meetingId: MeetingId, memberId: MemberId): Promise<SeenCheckIn | null> {
    const [row] = await tx.sql(
      'check-ins.lock-own',
      `${seen} where c.tenant_id = $1 and c.meeting_id = $2 and c.member_id = $3 for update of c`,
      [tx.tenantId, meetingId, memberId],
    );
    return row ? fromRow(row) : null;
  },

  /** False when the same member has written one for this meeting at the same time. */
  async insert(tx: TenantTx, checkIn: CheckIn, audiences: CheckInAudiences): Promise<boolean> {
    const rows = await tx.sql(
      'check-ins.insert',
      `insert into check_in (tenant_id, id, meeting_id, group_id, member_id, audience_id, visibility, note, progress, problem, request,
         created_at, updated_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (tenant_id, meeting_id, member_id) do nothing returning id`,
      [
        tx.tenantId,
        checkIn.id,
        checkIn.meetingId,
        checkIn.groupId,
        checkIn.memberId,
        audiences.note,
        checkIn.visibility,
        checkIn.note,
        checkIn.progress,
        checkIn.problem,
        checkIn.request,
        checkIn.createdAt,
        checkIn.updatedAt,
        checkIn.version,
      ],
    );
    if (rows.length > 0) await saveApart(tx, checkIn, audiences);
    return rows.length > 0;
  },

  async save(tx: TenantTx, checkIn: CheckIn, audiences: CheckInAudiences): Promise<void> {
    const { id, visibility, note, progress, problem, request, updatedAt, version } = checkIn;
    await tx.update(
      'check_in',
      { id },
      { visibility, note, progress, problem, request, updatedAt, version, audienceId: audiences.note },
    );
    await saveApart(tx, checkIn, audiences);
  },

  /** With mood, figures and answers. */
  async remove(tx: TenantTx, id: CheckInId): Promise<void> {
    await tx.sql('check-ins.remove', `delete from check_in where tenant_id = $1 and id = $2`, [
      tx.tenantId,
      id,
    ]);
  },

  /** Who has written one, for any audience; for the system. */
  async writers(tx: TenantTx, meetingId: MeetingId): Promise<Set<MemberId>> {
    const rows = await tx.sql(
      'check-ins.writers',
      `select member_id as "memberId" from check_in where tenant_id = $1 and meeting_id = $2`,
      [tx.tenantId, meetingId],
    );
    return new Set(rows.map(({ memberId }) => memberId));
  },
};

async function saveApart(tx: TenantTx, checkIn: CheckIn, audiences: CheckInAudiences): Promise<void> {
  const { id, memberId, mood, moodVisibility, figures, figuresVisibility } = checkIn;
  if (mood === null)
    await tx.sql(
      'check-ins.clear-mood',
      `delete from check_in_mood where tenant_id = $1 and check_in_id = $2`,
      [tx.tenantId, id],
    );
  else
    await tx.sql(
      'check-ins.set-mood',
      `insert into check_in_mood (tenant_id, check_in_id, member_id, audience_id, visibility, mood) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id, check_in_id) do update set member_id = excluded.member_id, audience_id = excluded.audience_id,
         visibility = excluded.visibility, mood = excluded.mood`,
      [tx.tenantId, id, memberId, audiences.mood, moodVisibility, mood],
    );
  if (figures === null)
    await tx.sql(
      'check-ins.clear-figures',
      `delete from check_in_figures where tenant_id = $1 and check_in_id = $2`,
      [tx.tenantId, id],
    );
  else
    await tx.sql(
      'check-ins.set-figures',
      `insert into check_in_figures (tenant_id, check_in_id, member_id, audience_id, visibility, month, sales_yen, gross_profit_yen, customers,
         own_hours)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (tenant_id, check_in_id) do update set member_id = excluded.member_id, audience_id = excluded.audience_id,
         visibility = excluded.visibility, month = excluded.month, sales_yen = excluded.sales_yen,
         gross_profit_yen = excluded.gross_profit_yen, customers = excluded.customers, own_hours = excluded.own_hours`,
      [
        tx.tenantId,
        id,
        memberId,
        audiences.figures,
        figuresVisibility,
        figures.month,
        figures.salesYen,
        figures.grossProfitYen,
        figures.customers,
        figures.ownHours,
      ],
    );
}
