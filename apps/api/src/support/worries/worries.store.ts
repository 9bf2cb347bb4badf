import type { AudienceId, GroupId, Instant } from '@yoriai/domain/kernel';
import type { SupportRequestId, Worry, WorryId } from '@yoriai/domain/support';
import type { Page } from '../../platform/graphql/connection.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `w.id, w.request_id as "requestId", w.reply_id as "replyId", w.note, w.created_at as "createdAt"`;

export const worriesStore = {
  async insert(tx: TenantTx, worry: Worry, audienceId: AudienceId): Promise<void> {
    await tx.insert('support_worry', {
      id: worry.id,
      requestId: worry.requestId,
      replyId: worry.replyId,
      audienceId,
      note: worry.note,
      createdAt: worry.createdAt,
    });
  },

  async byIds(
    tx: TenantTx,
    ids: readonly WorryId[],
  ): Promise<(Worry & { readonly audienceId: AudienceId })[]> {
    return tx.sql(
      'worries.by-ids',
      `select ${columns}, w.audience_id as "audienceId" from support_worry w where w.tenant_id = $1 and w.id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
  },

  /** Told to the viewer about requests of a group that they can read, newest first. */
  async ofGroup(tx: TenantTx, groupId: GroupId, since: Instant, { first, after }: Page): Promise<Worry[]> {
    return tx.sql(
      'worries.of-group',
      `select ${columns} from support_worry w join support_request r on r.tenant_id = w.tenant_id and r.id = w.request_id
       where w.tenant_id = $1 and w.audience_id = any ((select app.my_audiences())::uuid[]) and r.group_id = $2 and w.created_at >= $3
         and ($4::timestamptz is null or (w.created_at, w.id) < ($4, $5::uuid)) order by w.created_at desc, w.id desc limit $6`,
      [tx.tenantId, groupId, since, after?.[0] ?? null, after?.[1] ?? null, first + 1],
    );
  },

  /** The latest hundred of each request, newest first. */
  async ofRequests(tx: TenantTx, ids: readonly SupportRequestId[]): Promise<Worry[]> {
    return tx.sql(
      'worries.of-requests',
      `select t.* from unnest($2::uuid[]) as wanted (id) cross join lateral (
         select ${columns} from support_worry w where w.tenant_id = $1 and w.request_id = wanted.id
         order by w.created_at desc, w.id desc limit 100) t`,
      [tx.tenantId, [...ids]],
    );
  },
};
