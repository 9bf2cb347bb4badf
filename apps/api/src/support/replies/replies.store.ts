import type { MemberId } from '@yoriai/domain/kernel';
import type { SupportReply, SupportReplyId, SupportRequest, SupportRequestId } from '@yoriai/domain/support';
import type { Page } from '../../platform/graphql/connection.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const replyColumns = `p.id, p.request_id as "requestId", p.author_id as "authorId", p.by_asker as "byAsker", p.gives, p.body, p.created_at as "createdAt"`;
export const repliesStore = {
  async insert(tx: TenantTx, request: SupportRequest, reply: SupportReply): Promise<void> {
    await tx.insert('support_reply', { audienceId: request.audienceId, ...reply });
  },

  async byIds(tx: TenantTx, ids: readonly SupportReplyId[]): Promise<SupportReply[]> {
    return tx.sql(
      'support.replies-by-ids',
      `select ${replyColumns} from support_reply p where p.tenant_id = $1 and p.id = any ($2)`,
      [tx.tenantId, ids],
    );
  },

  /** Threads are read from their beginning; `first + 1` of each. */
  async ofRequests(tx: TenantTx, ids: readonly SupportRequestId[], page: Page): Promise<SupportReply[]> {
    return tx.sql(
      'support.replies',
      `select t.* from unnest($2::uuid[]) as wanted (id) cross join lateral (
         select ${replyColumns} from support_reply p where p.tenant_id = $1 and p.request_id = wanted.id
           and ($3::timestamptz is null or (p.created_at, p.id) > ($3, $4::uuid)) order by p.created_at, p.id limit $5) t`,
      [tx.tenantId, ids, page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
    );
  },

  /** Those who answered in words, for thanks and for the figures; askers' own replies are not among them. */
  async repliersOf(tx: TenantTx, id: SupportRequestId): Promise<MemberId[]> {
    const rows = await tx.sql(
      'support.repliers',
      `select p.author_id as author from support_reply p
       where p.tenant_id = $1 and p.request_id = $2 and not p.by_asker and p.author_id is not null
       group by p.author_id order by min(p.created_at), p.author_id`,
      [tx.tenantId, id],
    );
    return rows.map(({ author }) => author);
  },
};
