import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import type {
  Congratulation,
  GoodNews,
  GoodNewsComment,
  GoodNewsCommentId,
  GoodNewsId,
  Reaction,
  SeenNews,
} from '@yoriai/domain/support';
import type { Page } from '../../platform/graphql/connection.js';
import { newestAudible } from '../../platform/graphql/list.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `r.id, r.group_id as "groupId", r.audience, r.audience_id as "audienceId", r.author_id as "authorId", r.body,
  r.withdrawn_at as "withdrawnAt", r.version`;
const seenColumns = `${columns}, r.created_at as "createdAt", r.audience_id = any ((select app.my_audiences())::uuid[]) as "inAudience"`;
const commentColumns = `c.id, c.good_news_id as "goodNewsId", c.author_id as "authorId", c.body, c.created_at as "createdAt"`;
/** What was taken back is hidden from all, its author too. */
const standing = 'r.withdrawn_at is null';

export const goodNewsStore = {
  async insert(tx: TenantTx, news: GoodNews): Promise<void> {
    await tx.insert('good_news', {
      id: news.id,
      groupId: news.groupId,
      audience: news.audience,
      audienceId: news.audienceId,
      authorId: news.authorId,
      body: news.body,
      createdAt: news.createdAt,
    });
  },

  async byIds(tx: TenantTx, ids: readonly GoodNewsId[]): Promise<SeenNews[]> {
    return tx.sql(
      'good-news.by-ids',
      `select ${seenColumns} from good_news r
       where r.tenant_id = $1 and r.id = any ($2::uuid[]) and ${standing}`,
      [tx.tenantId, [...ids]],
    );
  },

  async lock(tx: TenantTx, id: GoodNewsId): Promise<SeenNews | null> {
    const [row] = await tx.sql(
      'good-news.lock',
      `select ${seenColumns} from good_news r
       where r.tenant_id = $1 and r.id = $2 and ${standing} for update of r`,
      [tx.tenantId, id],
    );
    return row ?? null;
  },

  /** Newest first of what the viewer's audiences show. */
  async newest(tx: TenantTx, groupId: GroupId | null, page: Page): Promise<SeenNews[]> {
    const rows = await newestAudible(tx, {
      name: 'good-news.newest',
      from: 'good_news',
      select: `${columns}, r.created_at as "createdAt"`,
      where: `${standing} and ($5::uuid is null or r.group_id = $5)`,
      params: [groupId],
      page,
    });
    return rows.map((row) => Object.assign(row, { inAudience: true }));
  },

  async edit(tx: TenantTx, { id, body, version }: GoodNews): Promise<void> {
    await tx.update('good_news', { id }, { body, version });
  },

  async withdraw(tx: TenantTx, id: GoodNewsId): Promise<void> {
    await tx.update('good_news', { id }, { withdrawnAt: tx.now });
  },

  /** Whether it is new: the same tap twice is one. */
  async react(tx: TenantTx, news: GoodNews, memberId: MemberId, kind: Congratulation): Promise<boolean> {
    const rows = await tx.sql(
      'good-news.react',
      `insert into good_news_reaction (tenant_id, good_news_id, member_id, kind, audience_id, created_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning kind`,
      [tx.tenantId, news.id, memberId, kind, news.audienceId, tx.now],
    );
    return rows.length > 0;
  },

  async takeBack(tx: TenantTx, id: GoodNewsId, memberId: MemberId, kind: Congratulation): Promise<void> {
    await tx.sql(
      'good-news.take-back',
      `delete from good_news_reaction where tenant_id = $1 and good_news_id = $2 and member_id = $3 and kind = $4`,
      [tx.tenantId, id, memberId, kind],
    );
  },

  /** The latest of each kind, `most` at most, and always the viewer's own. */
  async reactions(tx: TenantTx, ids: readonly GoodNewsId[], most: number): Promise<Reaction[]> {
    return tx.sql(
      'good-news.reactions',
      `select good_news_id as "goodNewsId", member_id as "memberId", kind from (
         select x.*, row_number() over (partition by good_news_id, kind order by created_at desc, member_id) as place
         from good_news_reaction x where x.tenant_id = $1 and x.good_news_id = any ($2::uuid[])) latest
       where place <= $3 or member_id = (select app.me()) order by place`,
      [tx.tenantId, [...ids], most],
    );
  },

  /** Those of the viewer's own news, for their notices. */
  async reactionsOf(tx: TenantTx, ids: readonly GoodNewsId[]): Promise<Reaction[]> {
    return tx.sql(
      'good-news.reactions-of',
      `select x.good_news_id as "goodNewsId", x.member_id as "memberId", x.kind from good_news_reaction x
       where x.tenant_id = $1 and x.good_news_id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
  },

  async insertComment(tx: TenantTx, news: GoodNews, comment: GoodNewsComment): Promise<void> {
    await tx.insert('good_news_comment', {
      id: comment.id,
      goodNewsId: news.id,
      audienceId: news.audienceId,
      authorId: comment.authorId,
      body: comment.body,
      createdAt: comment.createdAt,
    });
  },

  /** True when there was one to remove. */
  async removeComment(tx: TenantTx, id: GoodNewsCommentId): Promise<boolean> {
    const rows = await tx.sql(
      'good-news.remove-comment',
      `delete from good_news_comment where tenant_id = $1 and id = $2 returning id`,
      [tx.tenantId, id],
    );
    return rows.length > 0;
  },

  async commentsByIds(tx: TenantTx, ids: readonly GoodNewsCommentId[]): Promise<GoodNewsComment[]> {
    return tx.sql(
      'good-news.comments-by-ids',
      `select ${commentColumns} from good_news_comment c join good_news r on r.tenant_id = c.tenant_id and r.id = c.good_news_id
       where c.tenant_id = $1 and c.id = any ($2::uuid[]) and ${standing}`,
      [tx.tenantId, [...ids]],
    );
  },

  /** From the beginning; `first + 1` of each. */
  async comments(tx: TenantTx, ids: readonly GoodNewsId[], page: Page): Promise<GoodNewsComment[]> {
    return tx.sql(
      'good-news.comments',
      `select t.* from unnest($2::uuid[]) as wanted (id) cross join lateral (
         select ${commentColumns} from good_news_comment c where c.tenant_id = $1 and c.good_news_id = wanted.id
           and ($3::timestamptz is null or (c.created_at, c.id) > ($3, $4::uuid)) order by c.created_at, c.id limit $5) t`,
      [tx.tenantId, [...ids], page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
    );
  },
};
