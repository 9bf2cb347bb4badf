import { monthAt, startOfMonth, type MemberId, type TimeZone } from '@yoriai/domain/kernel';
import {
  isFull,
  usualAvailability,
  type HelpAvailability,
  type HelperFacts,
  type NudgeReason,
  type SupportNudge,
  type SupportNudgeId,
  type SupportRequest,
  type SupportRequestId,
} from '@yoriai/domain/support';
import type { Rows } from '../../platform/database/generated/database.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `n.id, n.request_id, n.member_id, n.reason, n.topic, n.type, n.times, n.state, n.asked_at`;
/** In an audience of a whole tenant as many are looked at, those first who were not asked for longest. */
const mostLookedAt = 500;

/** One of the two has muted the other; false where either is not known. */
const mutedBetween = (a: string, b: string): string =>
  `exists (select from muted_member u where u.tenant_id = $1
     and ((u.member_id = ${a} and u.muted_id = ${b}) or (u.member_id = ${b} and u.muted_id = ${a})))`;

const toNudge = (row: Rows['nudges.by-ids']): SupportNudge => ({
  id: row.id,
  requestId: row.request_id,
  memberId: row.member_id,
  state: row.state,
  askedAt: row.asked_at,
  reason: { kind: row.reason, topic: row.topic, type: row.type, times: row.times } as NudgeReason,
});

export const nudgesStore = {
  /** Which of these requests another member has answered, by a reply or an offer. */
  async answered(tx: TenantTx, ids: readonly SupportRequestId[]): Promise<Set<SupportRequestId>> {
    const rows = await tx.sql(
      'nudges.answered',
      `select w.id from unnest($2::uuid[]) as w (id)
       where exists (select from support_reply p where p.tenant_id = $1 and p.request_id = w.id and not p.by_asker)
          or exists (select from support_offer o where o.tenant_id = $1 and o.request_id = w.id)`,
      [tx.tenantId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  },

  /**
   * Those of a request's audience who could be asked at all: active peers, not people who only lead groups from outside, not the
   * office, none who has muted the request. Past help is what they were thanked for lately.
   */
  async helpersFor(tx: TenantTx, request: SupportRequest, zone: TimeZone): Promise<HelperFacts[]> {
    const rows = await tx.sql(
      'nudges.helpers',
      `select m.id as member_id, m.strengths, a.full_month, a.willing, n.nudged, n.last, h.helped, ${mutedBetween('m.id', '$5')} as apart
       from audience_reader x join member m on m.tenant_id = x.tenant_id and m.id = x.member_id
       left join help_availability a on a.tenant_id = m.tenant_id and a.member_id = m.id
       cross join lateral (
         select count(*) filter (where n.asked_at >= $3)::int as nudged, max(n.asked_at) as last
         from support_nudge n where n.tenant_id = m.tenant_id and n.member_id = m.id) n
       cross join lateral (
         select coalesce(json_agg(json_build_object('gave', g.gave, 'text', g.text)), '[]') as helped from (
           select g.gave, r.title || ' ' || left(r.body, 400) as text
           from support_given g join support_request r on r.tenant_id = g.tenant_id and r.id = g.request_id
           where g.tenant_id = m.tenant_id and g.helper_id = m.id order by g.created_at desc limit 20) g) h
       where x.tenant_id = $1 and x.audience_id = $2 and m.status = 'ACTIVE'
         and (exists (select from group_membership s where s.tenant_id = m.tenant_id and s.member_id = m.id and s.takes_part)
              or (m.role = 'MEMBER'
                  and not exists (select from group_membership s where s.tenant_id = m.tenant_id and s.member_id = m.id)))
         and not exists (select from muted_request u where u.tenant_id = m.tenant_id and u.member_id = m.id and u.request_id = $4)
       order by n.last nulls first, m.id limit ${mostLookedAt}`,
      [
        tx.tenantId,
        request.audienceId,
        startOfMonth(monthAt(tx.now, zone), zone),
        request.id,
        request.authorId,
      ],
    );
    return rows.map((row) => ({
      memberId: row.member_id,
      strengths: row.strengths,
      helped: row.helped,
      full: isFull({ fullMonth: row.full_month }, tx.now, zone),
      willing: row.willing ?? false,
      nudgedThisMonth: row.nudged,
      lastNudgedAt: row.last,
      apart: row.apart,
    }));
  },

  /** Until the end of the transaction no one else in the organisation is nudged: two at a time would both see room for one more this month. */
  async oneAtATime(tx: TenantTx): Promise<void> {
    await tx.sql(
      'nudges.one-at-a-time',
      `select pg_advisory_xact_lock(hashtextextended('nudges ' || $1, 0))`,
      [tx.tenantId],
    );
  },

  async apart(tx: TenantTx, one: MemberId, other: MemberId): Promise<boolean> {
    const [row] = await tx.sql('nudges.apart', `select ${mutedBetween('$2::uuid', '$3::uuid')} as apart`, [
      tx.tenantId,
      one,
      other,
    ]);
    return row!.apart;
  },

  /** Keeps who is asked; a member who was asked already for the same request is asked anew, under the same id. */
  async put(tx: TenantTx, nudge: SupportNudge): Promise<SupportNudgeId> {
    const { reason } = nudge;
    const [row] = await tx.sql(
      'nudges.put',
      `insert into support_nudge (tenant_id, id, request_id, member_id, reason, topic, type, times, state, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (tenant_id, request_id, member_id) do update
         set reason = excluded.reason, topic = null, type = null, times = null, state = excluded.state, asked_at = excluded.asked_at
       returning id`,
      [
        tx.tenantId,
        nudge.id,
        nudge.requestId,
        nudge.memberId,
        reason.kind,
        'topic' in reason ? reason.topic : null,
        'type' in reason ? reason.type : null,
        'times' in reason ? reason.times : null,
        nudge.state,
        nudge.askedAt,
      ],
    );
    return row!.id;
  },

  /** As far as the viewer was asked. */
  async byIds(tx: TenantTx, ids: readonly SupportNudgeId[]): Promise<SupportNudge[]> {
    const rows = await tx.sql(
      'nudges.by-ids',
      `select ${columns} from support_nudge n where n.tenant_id = $1 and n.id = any ($2)`,
      [tx.tenantId, ids],
    );
    return rows.map(toNudge);
  },

  /** The viewer's own. */
  async mine(tx: TenantTx, ids: readonly SupportRequestId[]): Promise<SupportNudge[]> {
    const rows = await tx.sql(
      'nudges.mine',
      `select ${columns} from support_nudge n
       where n.tenant_id = $1 and n.request_id = any ($2) and n.member_id = (select app.me())`,
      [tx.tenantId, ids],
    );
    return rows.map(toNudge);
  },

  /** All who were asked for this request, for jobs. */
  async of(tx: TenantTx, id: SupportRequestId): Promise<SupportNudge[]> {
    const rows = await tx.sql(
      'nudges.of',
      `select ${columns} from support_nudge n where n.tenant_id = $1 and n.request_id = $2`,
      [tx.tenantId, id],
    );
    return rows.map(toNudge);
  },

  async lock(tx: TenantTx, id: SupportNudgeId): Promise<SupportNudge | null> {
    const [row] = await tx.sql(
      'nudges.lock',
      `select ${columns} from support_nudge n where n.tenant_id = $1 and n.id = $2 for update`,
      [tx.tenantId, id],
    );
    return row ? toNudge(row) : null;
  },

  async saveState(tx: TenantTx, { id, state }: SupportNudge): Promise<void> {
    await tx.update('support_nudge', { id }, { state });
  },

  /** Whom the asker chose besides, in the order of choosing. */
  async chosen(tx: TenantTx, id: SupportRequestId): Promise<MemberId[]> {
    const rows = await tx.sql(
      'nudges.chosen',
      `select member_id from support_second_person where tenant_id = $1 and request_id = $2 order by asked_at, member_id`,
      [tx.tenantId, id],
    );
    return rows.map((row) => row.member_id);
  },

  async choose(tx: TenantTx, nudge: SupportNudge): Promise<void> {
    await tx.insert('support_second_person', {
      requestId: nudge.requestId,
      memberId: nudge.memberId,
      nudgeId: nudge.id,
      askedAt: nudge.askedAt,
    });
  },

  /** Whom the event of choosing means, for its reader. */
  async chosenBy(tx: TenantTx, nudgeId: SupportNudgeId): Promise<MemberId | null> {
    const [row] = await tx.sql(
      'nudges.chosen-by',
      `select member_id from support_second_person where tenant_id = $1 and nudge_id = $2`,
      [tx.tenantId, nudgeId],
    );
    return row?.member_id ?? null;
  },

  async availability(tx: TenantTx, memberId: MemberId, lock = false): Promise<HelpAvailability> {
    const [row] = await tx.sql(
      lock ? 'nudges.lock-availability' : 'nudges.availability',
      `select full_month as "fullMonth", willing, version from help_availability
       where tenant_id = $1 and member_id = $2${lock ? ' for update' : ''}`,
      [tx.tenantId, memberId],
    );
    return row ?? usualAvailability;
  },

  /** False when another request has saved the same version first. */
  async saveAvailability(tx: TenantTx, memberId: MemberId, next: HelpAvailability): Promise<boolean> {
    const rows = await tx.sql(
      'nudges.save-availability',
      `insert into help_availability (tenant_id, member_id, full_month, willing, version) values ($1, $2, $3, $4, $5)
       on conflict (tenant_id, member_id) do update
         set full_month = excluded.full_month, willing = excluded.willing, version = excluded.version
         where help_availability.version = excluded.version - 1
       returning version`,
      [tx.tenantId, memberId, next.fullMonth, next.willing, next.version],
    );
    return rows.length === 1;
  },
};
