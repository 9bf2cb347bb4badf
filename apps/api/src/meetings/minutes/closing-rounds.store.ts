import type { AudienceId, GroupId, MeetingId, MemberId } from '@yoriai/domain/kernel';
import type {
  ClosingRound,
  Goal,
  Meeting,
  ReflectionKind,
  Safety,
  SafetyRelease,
} from '@yoriai/domain/meetings';
import { found } from '../../platform/errors/must.js';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { lookBacksStore } from '../topics/look-backs.store.js';

export interface Reflection {
  readonly meetingId: MeetingId;
  readonly memberId: MemberId;
  readonly kind: ReflectionKind;
  readonly text: string;
}
export interface GoalOfMember extends Goal {
  readonly meetingId: MeetingId;
  readonly memberId: MemberId;
}

const goalColumns = `g.meeting_id as "meetingId", g.member_id as "memberId", g.text, g.wanted`;
const releaseColumns = `group_id as "groupId", meeting_id as "meetingId", n, spoke, safe, heard`;

export const closingRoundsStore = {
  /** As far as the viewer may read them: what to change is for the facilitators. */
  async reflections(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Reflection[]>> {
    const rows = await tx.sql(
      'closing-rounds.reflections',
      `select meeting_id as "meetingId", member_id as "memberId", kind, text from meeting_reflection
       where tenant_id = $1 and meeting_id = any ($2::uuid[]) order by written_at, member_id`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.meetingId);
  },

  /** Goals that were set at the meeting of the group that was closed last before each of these. */
  async goalsBefore(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, GoalOfMember[]>> {
    const rows = await tx.sql(
      'closing-rounds.goals-before',
      `select m.id as "forMeeting", ${goalColumns} from meeting m
       cross join lateral (select b.id from meeting b where b.tenant_id = m.tenant_id and b.group_id = m.group_id and b.status = 'CLOSED'
         and (b.starts_at, b.id) < (m.starts_at, m.id) order by b.starts_at desc, b.id desc limit 1) before
       join meeting_goal g on g.tenant_id = m.tenant_id and g.meeting_id = before.id
       where m.tenant_id = $1 and m.id = any ($2::uuid[]) and m.status <> 'CANCELLED'
         and exists (select from group_membership x where x.tenant_id = g.tenant_id and x.group_id = g.group_id and x.member_id = g.member_id)
       order by g.written_at, g.member_id`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.forMeeting);
  },

  /** The last goal of a member in each of their groups, of the last sixty days. */
  async goalsOf(tx: TenantTx, memberId: MemberId): Promise<GoalOfMember[]> {
    return tx.sql(
      'closing-rounds.goals-of',
      `select * from (select distinct on (g.group_id) ${goalColumns} from meeting_goal g
         join group_membership x on x.tenant_id = g.tenant_id and x.group_id = g.group_id and x.member_id = g.member_id
         where g.tenant_id = $1 and g.member_id = $2 and g.written_at > $3::timestamptz - interval '60 days'
         order by g.group_id, g.written_at desc) newest order by "meetingId"`,
      [tx.tenantId, memberId, tx.now],
    );
  },

  async mine(
    tx: TenantTx,
    meetingId: MeetingId,
    memberId: MemberId,
  ): Promise<ClosingRound & { readonly version: number }> {
    const key = [tx.tenantId, meetingId, memberId] as const;
    const said = await tx.sql(
      'closing-rounds.my-reflections',
      `select kind, text from meeting_reflection where tenant_id = $1 and meeting_id = $2 and member_id = $3`,
      key,
    );
    const [goal] = await tx.sql(
      'closing-rounds.my-goal',
      `select text, wanted from meeting_goal where tenant_id = $1 and meeting_id = $2 and member_id = $3`,
      key,
    );
    const [safety] = await tx.sql(
      'closing-rounds.my-safety',
      `select spoke, safe, heard from meeting_safety where tenant_id = $1 and meeting_id = $2 and member_id = $3`,
      key,
    );
    const [written] = await tx.sql(
      'closing-rounds.my-version',
      `select version from meeting_closing_round where tenant_id = $1 and meeting_id = $2 and member_id = $3`,
      key,
    );
    const text = (kind: ReflectionKind): string | null => said.find((one) => one.kind === kind)?.text ?? null;
    return {
      plus: text('PLUS'),
      delta: text('DELTA'),
      takeAway: text('TAKE_AWAY'),
      goal: goal ?? null,
      safety: safety ?? null,
      oneYearLater: await lookBacksStore.agreed(tx, meetingId, memberId),
      version: written?.version ?? 0,
    };
  },

  /** Locks the row for one tab after the other: its version, 0 where none was written. */
  async lockVersion(tx: TenantTx, meetingId: MeetingId, memberId: MemberId): Promise<number> {
    const [row] = await tx.sql(
      'closing-rounds.lock-version',
      `insert into meeting_closing_round as r (tenant_id, meeting_id, member_id, version) values ($1, $2, $3, 0)
       on conflict (tenant_id, meeting_id, member_id) do update set version = r.version returning version`,
      [tx.tenantId, meetingId, memberId],
    );
    return found(row).version;
  },

  /** Writes the whole round anew: what is empty now is gone. */
  async save(
    tx: TenantTx,
    meeting: Meeting,
    memberId: MemberId,
    round: ClosingRound,
    audience: { readonly group: AudienceId; readonly facilitators: AudienceId },
  ): Promise<void> {
    const key = [tx.tenantId, meeting.id, memberId] as const;
    const whose = { meetingId: meeting.id, memberId, groupId: meeting.groupId };
    await tx.sql(
      'closing-rounds.next-version',
      `update meeting_closing_round set version = version + 1 where tenant_id = $1 and meeting_id = $2 and member_id = $3`,
      key,
    );
    const reflections: [ReflectionKind, string | null, AudienceId][] = [
      ['PLUS', round.plus, audience.group],
      ['DELTA', round.delta, audience.facilitators],
      ['TAKE_AWAY', round.takeAway, audience.group],
    ];
    for (const table of ['reflection', 'goal', 'safety'] as const)
      await tx.sql(
        `closing-rounds.clear-${table}`,
        `delete from meeting_${table} where tenant_id = $1 and meeting_id = $2 and member_id = $3`,
        key,
      );
    for (const [kind, text, audienceId] of reflections)
      if (text !== null)
        await tx.insert('meeting_reflection', { ...whose, kind, audienceId, text, writtenAt: tx.now });
    if (round.goal)
      await tx.insert('meeting_goal', {
        ...whose,
        audienceId: audience.group,
        text: round.goal.text,
        wanted: round.goal.wanted,
        writtenAt: tx.now,
      });
    if (round.safety)
      await tx.insert('meeting_safety', {
        ...whose,
        spoke: round.safety.spoke,
        safe: round.safety.safe,
        heard: round.safety.heard,
        answeredAt: tx.now,
      });
    await lookBacksStore.agree(tx, meeting, memberId, round.oneYearLater);
  },

  /** For the reader that adds them up: those who take part and are still here, one after the other at each group. */
  async safetyAnswers(tx: TenantTx, { id, groupId }: Meeting): Promise<Safety[]> {
    await tx.sql(
      'closing-rounds.lock-group',
      `select id from "group" where tenant_id = $1 and id = $2 for no key update`,
      [tx.tenantId, groupId],
    );
    return tx.sql(
      'closing-rounds.safety-answers',
      `select spoke, safe, heard from meeting_safety where tenant_id = $1 and meeting_id = $2`,
      [tx.tenantId, id],
    );
  },

  async released(tx: TenantTx, groupId: GroupId): Promise<SafetyRelease | null> {
    const [row] = await tx.sql(
      'closing-rounds.released',
      `select ${releaseColumns} from meeting_safety_release where tenant_id = $1 and group_id = $2`,
      [tx.tenantId, groupId],
    );
    return row ?? null;
  },

  async release(tx: TenantTx, { groupId, meetingId, n, spoke, safe, heard }: SafetyRelease): Promise<void> {
    await tx.sql(
      'closing-rounds.release',
      `insert into meeting_safety_release (tenant_id, group_id, meeting_id, n, spoke, safe, heard, released_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (tenant_id, group_id) do update set meeting_id = excluded.meeting_id, n = excluded.n, spoke = excluded.spoke,
         safe = excluded.safe, heard = excluded.heard, released_at = excluded.released_at`,
      [tx.tenantId, groupId, meetingId, n, spoke, safe, heard, tx.now],
    );
  },
};
