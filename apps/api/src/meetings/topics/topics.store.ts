import type { AudienceId, Instant, MeetingId, MemberId } from '@yoriai/domain/kernel';
import type { Topic, TopicId } from '@yoriai/domain/meetings';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** A topic with what others said by a tap, and whether it was taken up. */
export type SeenTopic = Topic & {
  readonly votes: number;
  readonly voted: boolean;
  readonly taken: boolean;
};

const columns = `t.id, t.meeting_id as "meetingId", t.group_id as "groupId", t.member_id as "memberId", t.title, t.detail, t.priority,
  t.minutes, t.created_at as "createdAt", t.version,
  (select count(*)::int from topic_vote v where v.tenant_id = t.tenant_id and v.topic_id = t.id) as votes,
  exists (select from topic_vote v where v.tenant_id = t.tenant_id and v.topic_id = t.id and v.member_id = (select app.me())) as voted,
  exists (select from meeting_hot_seat h where h.tenant_id = t.tenant_id and h.meeting_id = t.meeting_id and h.topic_id = t.id) as taken`;

export const topicsStore = {
  async byIds(tx: TenantTx, ids: readonly TopicId[]): Promise<SeenTopic[]> {
    return tx.sql(
      'topics.by-ids',
      `select ${columns} from topic t where t.tenant_id = $1 and t.id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
  },

  async lock(tx: TenantTx, id: TopicId): Promise<SeenTopic | null> {
    const [row] = await tx.sql(
      'topics.lock',
      `select ${columns} from topic t where t.tenant_id = $1 and t.id = $2 for update of t`,
      [tx.tenantId, id],
    );
    return row ?? null;
  },

  async ofMeetings(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, SeenTopic[]>> {
    const rows = await tx.sql(
      'topics.of-meetings',
      `select ${columns} from topic t where t.tenant_id = $1 and t.meeting_id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, ({ meetingId }) => meetingId);
  },

  async countOwn(tx: TenantTx, meetingId: MeetingId, memberId: MemberId): Promise<number> {
    const [row] = await tx.sql(
      'topics.count-own',
      `select count(*)::int as count from topic where tenant_id = $1 and meeting_id = $2 and member_id = $3`,
      [tx.tenantId, meetingId, memberId],
    );
    return row?.count ?? 0;
  },

  /** Of each meeting, when each member last had their turn in an earlier one of the group. */
  async lastTurns(tx: TenantTx, ids: readonly MeetingId[]): Promise<Map<MeetingId, Map<MemberId, Instant>>> {
    const rows = await tx.sql(
      'topics.last-turns',
      `select x.id as "meetingId", h.member_id as "memberId", max(m.starts_at) as at
       from meeting x
       join meeting_hot_seat h on h.tenant_id = x.tenant_id and h.group_id = x.group_id
       join meeting m on m.tenant_id = h.tenant_id and m.id = h.meeting_id
       where x.tenant_id = $1 and x.id = any ($2::uuid[]) and m.starts_at < x.starts_at and m.status <> 'CANCELLED'
       group by x.id, h.member_id`,
      [tx.tenantId, [...ids]],
    );
    const turns = groupRows(rows, ({ meetingId }) => meetingId);
    return new Map(
      ids.map((id) => [id, new Map((turns.get(id) ?? []).map(({ memberId, at }) => [memberId, at]))]),
    );
  },

  /** `looksBackTo`: the one of a year ago that it brings back. */
  async insert(
    tx: TenantTx,
    topic: Topic,
    audienceId: AudienceId,
    looksBackTo: TopicId | null = null,
  ): Promise<void> {
    await tx.insert('topic', { ...topic, looksBackTo, audienceId });
  },
  async save(tx: TenantTx, { id, title, detail, priority, minutes, version }: Topic): Promise<void> {
    await tx.update('topic', { id }, { title, detail, priority, minutes, version });
  },
  /** With votes, answers and the turn it stood for. */
  async remove(tx: TenantTx, id: TopicId): Promise<void> {
    await tx.sql('topics.remove', `delete from topic where tenant_id = $1 and id = $2`, [tx.tenantId, id]);
  },

  /** True when that is new. */
  async vote(tx: TenantTx, topicId: TopicId, memberId: MemberId): Promise<boolean> {
    const rows = await tx.sql(
      'topics.vote',
      `insert into topic_vote (tenant_id, topic_id, member_id, created_at) values ($1, $2, $3, $4)
       on conflict do nothing returning topic_id`,
      [tx.tenantId, topicId, memberId, tx.now],
    );
    return rows.length > 0;
  },
  async unvote(tx: TenantTx, topicId: TopicId, memberId: MemberId): Promise<boolean> {
    const rows = await tx.sql(
      'topics.unvote',
      `delete from topic_vote where tenant_id = $1 and topic_id = $2 and member_id = $3 returning topic_id`,
      [tx.tenantId, topicId, memberId],
    );
    return rows.length > 0;
  },

  async take(tx: TenantTx, topic: Topic, takenBy: MemberId): Promise<void> {
    await tx.insert('meeting_hot_seat', {
      meetingId: topic.meetingId,
      topicId: topic.id,
      groupId: topic.groupId,
      memberId: topic.memberId,
      takenBy,
      takenAt: tx.now,
    });
  },
  async release(tx: TenantTx, { id: topicId, meetingId }: Topic): Promise<void> {
    await tx.sql(
      'topics.release',
      `delete from meeting_hot_seat where tenant_id = $1 and meeting_id = $2 and topic_id = $3`,
      [tx.tenantId, meetingId, topicId],
    );
  },

  /** Who sat on the hot seat there. */
  async hotSeatOf(tx: TenantTx, meetingId: MeetingId): Promise<MemberId[]> {
    const rows = await tx.sql(
      'topics.hot-seat',
      `select distinct member_id as "memberId" from meeting_hot_seat where tenant_id = $1 and meeting_id = $2`,
      [tx.tenantId, meetingId],
    );
    return rows.map(({ memberId }) => memberId);
  },
};
