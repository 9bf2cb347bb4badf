import type { GroupId, Instant, MeetingId, PlainDate } from '@yoriai/domain/kernel';
import type { GroupSize, Meeting, MeetingSeries, MeetingSeriesId } from '@yoriai/domain/meetings';
import { found } from '../../platform/errors/must.js';
import type { Page } from '../../platform/graphql/connection.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** Read under the names of the domain, so that a row is a `Meeting`. */
const meetingColumns = `id, group_id as "groupId", series_id as "seriesId", title, recurrence_id as "recurrenceId",
  starts_at_local as "startsAtLocal", time_zone as "timeZone", starts_at as "startsAt", ends_at as "endsAt",
  duration_minutes as "durationMinutes", format, place, url, status, cancel_reason as "cancelReason", sequence,
  time_set_at as "timeSetAt", agenda, version`;
const seriesColumns = `id, group_id as "groupId", title, rule, starts_at_local as "startsAtLocal", time_zone as "timeZone",
  duration_minutes as "durationMinutes", format, place, url, agenda_template as "agendaTemplate", skipped, ended, sequence, version`;

export interface MeetingFilter {
  readonly groupId?: GroupId | null;
  readonly seriesId?: MeetingSeriesId | null;
  /** Meetings that end after it. */
  readonly from?: Instant | null;
  /** Meetings that begin before it. */
  readonly to?: Instant | null;
}

export const meetingsStore = {
  async byIds(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Meeting>> {
    const rows = await tx.sql(
      'meetings.by-ids',
      `select ${meetingColumns} from meeting where tenant_id = $1 and id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((meeting) => [meeting.id, meeting]));
  },

  async seriesByIds(
    tx: TenantTx,
    ids: readonly MeetingSeriesId[],
  ): Promise<Map<MeetingSeriesId, MeetingSeries>> {
    const rows = await tx.sql(
      'meetings.series-by-ids',
      `select ${seriesColumns} from meeting_series where tenant_id = $1 and id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((series) => [series.id, series]));
  },

  /** In the order of time; pages go on after (startsAt, id). */
  async page(tx: TenantTx, { groupId, seriesId, from, to }: MeetingFilter, page: Page): Promise<Meeting[]> {
    const { after } = page;
    const asked =
      `${groupId ? '1' : '0'}${seriesId ? '1' : '0'}${from ? '1' : '0'}${to ? '1' : '0'}${after ? '1' : '0'}` as const;
    return tx.sql(
      `meetings.page ${asked}`,
      `select ${meetingColumns} from meeting where tenant_id = $1
         and ${groupId ? 'group_id = $3' : '$3::uuid is null'} and ${seriesId ? 'series_id = $4' : '$4::uuid is null'}
         and ${from ? 'ends_at > $5' : '$5::timestamptz is null'} and ${to ? 'starts_at < $6' : '$6::timestamptz is null'}
         and ${after ? '(starts_at, id) > ($7::timestamptz, $8::uuid)' : '$7::timestamptz is null and $8::uuid is null'}
       order by starts_at, id limit $2`,
      [
        tx.tenantId,
        page.first + 1,
        groupId ?? null,
        seriesId ?? null,
        from ?? null,
        to ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
      ],
    );
  },

  /** The next meeting of each group that is on: the one under way, or else the first to come. */
  async nextOfGroups(tx: TenantTx, groupIds: readonly GroupId[]): Promise<Map<GroupId, Meeting>> {
    const rows = await tx.sql(
      'meetings.next-of-groups',
      `select m.* from unnest($2::uuid[]) as g (id) cross join lateral (
         select ${meetingColumns} from meeting where tenant_id = $1 and group_id = g.id and ends_at > $3 and status in ('SCHEDULED', 'OPEN')
         order by starts_at, id limit 1) m`,
      [tx.tenantId, [...groupIds], tx.now],
    );
    return new Map(rows.map((meeting) => [meeting.groupId, meeting]));
  },

  async ofSeries(tx: TenantTx, ids: readonly MeetingSeriesId[]): Promise<Meeting[]> {
    return tx.sql(
      'meetings.of-series',
      `select ${meetingColumns} from meeting where tenant_id = $1 and series_id = any ($2::uuid[]) order by recurrence_id`,
      [tx.tenantId, [...ids]],
    );
  },

  /** Meetings of a group that are not over, called off or not, and those named, in the order of time. */
  async standingIn(tx: TenantTx, groupId: GroupId, also: readonly MeetingId[]): Promise<Meeting[]> {
    return tx.sql(
      'meetings.standing-in',
      `select ${meetingColumns} from meeting
       where tenant_id = $1 and group_id = $2 and (ends_at > $3 or id = any ($4::uuid[])) order by starts_at, id`,
      [tx.tenantId, groupId, tx.now, [...also]],
    );
  },

  /** How many people of a group are expected at another meeting at each of these times; times that suit all are left out. */
  async doubleBookings(
    tx: TenantTx,
    groupId: GroupId,
    times: readonly { startsAtLocal: string; startsAt: Instant; endsAt: Instant }[],
    moving: MeetingId | null,
  ): Promise<{ startsAtLocal: string; people: number }[]> {
    return tx.sql(
      'meetings.double-bookings',
      `select t.local as "startsAtLocal", count(distinct here.member_id)::int as people
       from unnest($3::text[], $4::timestamptz[], $5::timestamptz[]) as t (local, starts_at, ends_at)
       join meeting m on m.tenant_id = $1 and m.status in ('SCHEDULED', 'OPEN') and m.starts_at < t.ends_at and m.ends_at > t.starts_at
         and m.series_id is distinct from (select series_id from meeting where tenant_id = $1 and id = $6)
       join group_membership there on there.tenant_id = $1 and there.group_id = m.group_id
       join group_membership here on here.tenant_id = $1 and here.group_id = $2 and here.member_id = there.member_id
       group by t.local order by t.local`,
      [
        tx.tenantId,
        groupId,
        times.map(({ startsAtLocal }) => startsAtLocal),
        times.map(({ startsAt }) => startsAt),
        times.map(({ endsAt }) => endsAt),
        moving,
      ],
    );
  },

  /** Series of which a meeting ends after `since`, for calendars. */
  async recentSeriesIds(tx: TenantTx, since: Instant): Promise<MeetingSeriesId[]> {
    const rows = await tx.sql(
      'meetings.recent-series',
      `select distinct series_id as id from meeting where tenant_id = $1 and ends_at > $2`,
      [tx.tenantId, since],
    );
    return rows.map((row) => row.id);
  },

  /** Series of a group with something still to come. */
  async openSeriesIds(tx: TenantTx, groupId: GroupId): Promise<MeetingSeriesId[]> {
    const rows = await tx.sql(
      'meetings.open-series',
      `select distinct series_id as id from meeting
       where tenant_id = $1 and group_id = $2 and status = 'SCHEDULED' and ends_at > $3 order by id`,
      [tx.tenantId, groupId, tx.now],
    );
    return rows.map((row) => row.id);
  },

  /** So that what is taken out of one calendar is newer there than every date in it, and newer again should it come back. */
  async raiseSequence(tx: TenantTx, ids: readonly MeetingSeriesId[]): Promise<void> {
    await tx.sql(
      'meetings.raise-sequence',
      `update meeting_series s
       set sequence = 1 + s.sequence + coalesce((select max(m.sequence) from meeting m where m.tenant_id = $1 and m.series_id = s.id), 0)
       where s.tenant_id = $1 and s.id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
  },

  async sizeOfSchedule(tx: TenantTx, groupId: GroupId): Promise<Pick<GroupSize, 'meetingsSoFar'>> {
    const [row] = await tx.sql(
      'meetings.count',
      `select count(*)::int as count from meeting where tenant_id = $1 and group_id = $2 and status <> 'CANCELLED'`,
      [tx.tenantId, groupId],
    );
    return { meetingsSoFar: row?.count ?? 0 };
  },

  /** For a change of this meeting alone. */
  async lock(tx: TenantTx, id: MeetingId): Promise<Meeting> {
    const [row] = await tx.sql(
      'meetings.lock',
      `select ${meetingColumns} from meeting where tenant_id = $1 and id = $2 for update`,
      [tx.tenantId, id],
    );
    return found(row);
  },

  /** Holds the meeting as it is while something that depends on it is written; many may do so at once. */
  async hold(tx: TenantTx, id: MeetingId): Promise<Meeting | null> {
    const [row] = await tx.sql(
      'meetings.hold',
      `select ${meetingColumns} from meeting where tenant_id = $1 and id = $2 for share`,
      [tx.tenantId, id],
    );
    return row ?? null;
  },

  async lockSeries(tx: TenantTx, id: MeetingSeriesId): Promise<MeetingSeries> {
    const [row] = await tx.sql(
      'meetings.lock-series',
      `select ${seriesColumns} from meeting_series where tenant_id = $1 and id = $2 for update`,
      [tx.tenantId, id],
    );
    return found(row);
  },

  /**
   * A meeting with its series and all meetings of it, for a change of this one and the rest. Locked from the series down, so that
   * two such changes queue up; one that finds by then that the meeting has gone into another series follows it, always into a younger one.
   */
  async lockWithSeries(
    tx: TenantTx,
    id: MeetingId,
  ): Promise<{ series: MeetingSeries; all: Meeting[]; meeting: Meeting }> {
    const seen = found((await meetingsStore.byIds(tx, [id])).get(id));
    const series = await meetingsStore.lockSeries(tx, seen.seriesId);
    const all = await meetingsStore.lockAll(tx, series.id);
    const meeting = all.find((one) => one.id === id);
    return meeting ? { series, all, meeting } : meetingsStore.lockWithSeries(tx, id);
  },

  /** After its series was locked. */
  async lockAll(tx: TenantTx, seriesId: MeetingSeriesId): Promise<Meeting[]> {
    return tx.sql(
      'meetings.lock-all',
      `select ${meetingColumns} from meeting where tenant_id = $1 and series_id = $2 order by recurrence_id for update`,
      [tx.tenantId, seriesId],
    );
  },

  async insert(tx: TenantTx, meetings: readonly Meeting[]): Promise<void> {
    const rows = meetings.map((meeting) => ({ ...meeting, createdAt: tx.now }));
    await tx.insert('meeting', rows);
  },
  async insertSeries(tx: TenantTx, series: MeetingSeries): Promise<void> {
    await tx.insert('meeting_series', { ...series, createdAt: tx.now });
  },
  async save(tx: TenantTx, meeting: Meeting): Promise<void> {
    const { id, version, ...fields } = meeting;
    await tx.update('meeting', { id }, { ...fields, version: version + 1 });
  },
  async saveSeries(tx: TenantTx, series: MeetingSeries): Promise<void> {
    const { id, version, ...fields } = series;
    await tx.update('meeting_series', { id }, { ...fields, version: version + 1 });
  },

  /** The meeting of the group that is open. Those who start one of the same group wait here for each other. */
  async lockOpenOf(tx: TenantTx, groupId: GroupId): Promise<MeetingId | null> {
    await tx.sql(
      'meetings.lock-group',
      `select id from "group" where tenant_id = $1 and id = $2 for no key update`,
      [tx.tenantId, groupId],
    );
    const [row] = await tx.sql(
      'meetings.open-of-group',
      `select id from meeting where tenant_id = $1 and group_id = $2 and status = 'OPEN'`,
      [tx.tenantId, groupId],
    );
    return row?.id ?? null;
  },

  /** The meeting of the group that is under way. */
  async openOf(tx: TenantTx, groupId: GroupId): Promise<MeetingId | null> {
    const [row] = await tx.sql(
      'meetings.open-of',
      `select id from meeting where tenant_id = $1 and group_id = $2 and status = 'OPEN' order by starts_at desc limit 1`,
      [tx.tenantId, groupId],
    );
    return row?.id ?? null;
  },

  /** Days on which the group means to meet, from now on. */
  async daysAhead(tx: TenantTx, groupId: GroupId): Promise<PlainDate[]> {
    const rows = await tx.sql(
      'meetings.days-ahead',
      `select left(starts_at_local, 10) as day from meeting
       where tenant_id = $1 and group_id = $2 and status = 'SCHEDULED' and starts_at > $3 order by starts_at limit 50`,
      [tx.tenantId, groupId, tx.now],
    );
    return rows.map(({ day }) => day);
  },

  async countBefore(tx: TenantTx, { groupId, startsAt }: Meeting): Promise<number> {
    const [row] = await tx.sql(
      'meetings.count-before',
      `select count(*)::int as count from meeting where tenant_id = $1 and group_id = $2 and starts_at < $3 and status <> 'CANCELLED'`,
      [tx.tenantId, groupId, startsAt],
    );
    return row?.count ?? 0;
  },

  /** When the group met before, in the order of time. */
  async heldBefore(tx: TenantTx, groupId: GroupId): Promise<Instant[]> {
    const rows = await tx.sql(
      'meetings.held-before',
      `select starts_at as at from meeting
       where tenant_id = $1 and group_id = $2 and status <> 'CANCELLED' and ends_at <= $3 order by starts_at`,
      [tx.tenantId, groupId, tx.now],
    );
    return rows.map(({ at }) => at);
  },
};
