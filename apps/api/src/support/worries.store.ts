import type { AudienceId } from '@yoriai/domain/kernel';
import type { SupportRequestId, Worry, WorryId } from '@yoriai/domain/support';
import type { TenantTx } from '../platform/work/tenant-tx.js';

const columns = `w.id, w.request_id as "requestId", w.reply_id as "replyId", w.note, w.created_at as "createdAt"`;

export const worriesStore = {
  async insert(tx: TenantTx, worry: Worry, audienceId: AudienceId): Promise<void> {
    await tx.sql(
      'worries.insert',
      `insert into support_worry (tenant_id, id, request_id, reply_id, audience_id, note, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.tenantId, worry.id, worry.requestId, worry.replyId, audienceId, worry.note, worry.createdAt],
    );
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
