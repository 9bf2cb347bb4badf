import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import type { CheckInId, Remark, RemarkId, TopicId } from '@yoriai/domain/meetings';
import type { Page } from '../../platform/graphql/connection.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `r.id, r.check_in_id as "checkInId", r.topic_id as "topicId", r.member_id as "memberId", r.body, r.created_at as "createdAt"`;

/** A check-in or a topic, by the id of either. */
export type RemarkedId = CheckInId | TopicId;

export const remarksStore = {
  async byIds(tx: TenantTx, ids: readonly RemarkId[]): Promise<Remark[]> {
    return tx.sql(
      'remarks.by-ids',
      `select ${columns} from remark r where r.tenant_id = $1 and r.id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
  },

  /** Oldest first; the same page of each thread. */
  async page(
    tx: TenantTx,
    column: 'check_in_id' | 'topic_id',
    ids: readonly RemarkedId[],
    { first, after }: Page,
  ): Promise<Remark[]> {
    return tx.sql(
      `remarks.page ${column}`,
      `select r.* from unnest($2::uuid[]) as about (id) cross join lateral (
         select ${columns} from remark r where r.tenant_id = $1 and r.${column} = about.id
           and ($4::timestamptz is null or (r.created_at, r.id) > ($4, $5::uuid))
         order by r.created_at, r.id limit $3) r`,
      [tx.tenantId, [...ids], first + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
  },

  /** What others than the writer of a check-in or a topic answered to it. */
  async ofOthers(tx: TenantTx, { checkInId, topicId }: Remark, writerId: MemberId): Promise<Remark[]> {
    return tx.sql(
      'remarks.of-others',
      `select ${columns} from remark r where r.tenant_id = $1
         and (r.check_in_id = $2 or r.topic_id = $3) and r.member_id <> $4`,
      [tx.tenantId, checkInId, topicId, writerId],
    );
  },

  async insert(tx: TenantTx, remark: Remark, groupId: GroupId): Promise<void> {
    await tx.insert('remark', { ...remark, groupId });
  },
  async remove(tx: TenantTx, id: RemarkId): Promise<void> {
    await tx.sql('remarks.remove', `delete from remark where tenant_id = $1 and id = $2`, [tx.tenantId, id]);
  },
};
