import type { AudienceId, GroupId, MemberId } from '@yoriai/domain/kernel';
import {
  isAnonymous,
  type Reader,
  type Standing,
  type SupportRequest,
  type SupportRequestId,
  type SupportStatus,
  type SupportType,
} from '@yoriai/domain/support';
import type { Page } from '../../platform/graphql/connection.js';
import { newestAudible } from '../../platform/graphql/list.js';
import { search } from '../../platform/search/search.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** A request with the viewer's relation to it; `askerId` only where they may know it: a name given, or an introduction to them. */
export type SeenRequest = SupportRequest & Standing & { readonly askerId: MemberId | null };
/** As much of it as is ever shown. */
export type ShownRequest = Omit<SeenRequest, 'audienceId' | 'lastActivityAt' | 'expiryAskedAt'>;

/** What a sending without a name was answered with. */
export interface KeptAnswer {
  readonly op: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly value: unknown;
  readonly at: string;
}

export interface RequestFilter {
  readonly groupId: GroupId | null;
  readonly types: readonly SupportType[] | null;
  readonly statuses: readonly SupportStatus[] | null;
}

const shownColumns = `r.id, r.group_id as "groupId", r.audience, r.author_id as "authorId", r.type, r.wanted, r.urgency, r.title, r.body,
  r.accepts_paid as "acceptsPaid", r.advice_welcome as "adviceWelcome", r.status, r.outcome, r.updated_at as "updatedAt", r.version`;
/** What muted members replied is not counted: row-level security leaves it out. */
const repliesSeen = `case when (select app.my_muted()) = '{}' then r.reply_count else
  (select count(*)::int from support_reply p where p.tenant_id = r.tenant_id and p.request_id = r.id) end as "replyCount"`;
const requestColumns = `${shownColumns}, r.audience_id as "audienceId", r.created_at as "createdAt",
  r.last_activity_at as "lastActivityAt", r.expiry_asked_at as "expiryAskedAt"`;

const mostSearched = 2_000;

/** Row-level security shows `anonymous_author` to the asker alone, `support_introduction` to the two people in it. */
const standing = `coalesce(r.author_id = (select app.me()), false)
    or r.id = any (array(select a.request_id from anonymous_author a where a.author_id = (select app.me()))) as mine,
  r.audience_id = any ((select app.my_audiences())::uuid[]) as "inAudience",
  coalesce(r.author_id, (select i.asker_id from support_introduction i
    where r.author_id is null and i.tenant_id = r.tenant_id and i.request_id = r.id and i.helper_id = (select app.me()))) as "askerId"`;

const seenColumns = `${requestColumns}, ${repliesSeen}, ${standing}`;

/** $2, $3 and $4 of a list: group, types and statuses, each null for "any". */
const fits = `($2::uuid is null or r.group_id = $2) and ($3::text[] is null or r.type = any ($3))
  and ($4::text[] is null or r.status = any ($4))`;
const newestFirst = `($5::timestamptz is null or (r.created_at, r.id) < ($5, $6::uuid)) order by r.created_at desc, r.id desc limit $7`;

/**
 * What was asked of the viewer: chosen for them, nudged for, offered to help with. As many rows are read as concern them. `offset 0` keeps
 * the planner from beginning with all that goes to the whole organisation.
 */
const addressedToMe = `unnest(array(
    select n.request_id from support_nudge n where n.tenant_id = $1 and n.member_id = (select app.me())
    union select o.request_id from support_offer o where o.tenant_id = $1 and o.helper_id = (select app.me())
    union select c.id from audience a
    cross join lateral (select s.id from support_request s where s.tenant_id = $1 and s.audience_id = a.id offset 0) c
    where a.tenant_id = $1 and a.kind = 'CHOSEN' and a.id = any ((select app.my_audiences())::uuid[]))) as w (id)
  cross join lateral (select s.* from support_request s where s.tenant_id = $1 and s.id = w.id offset 0) r`;

const filterParams = (filter: RequestFilter, page: Page, words: string | null = null) =>
  [
    filter.groupId,
    filter.types,
    filter.statuses,
    page.after?.[0] ?? null,
    page.after?.[1] ?? null,
    page.first + 1,
    words ? search.patterns(words) : null,
  ] as const;
/** One's own are few: each is looked at. */
const contains = `($8::text[] is null or ${search.contains('support-request', 'r.id', '$8')})`;

const ofTypes = { column: 'type', values: '$6::text[]' };
const ofStatuses = { column: 'status', values: '$7::text[]' };
/** Each kind of list has an index that begins where its own begin. */
const kindOfList = ({ groupId, types, statuses }: RequestFilter) =>
  groupId
    ? { name: '.of-group' as const }
    : {
        name: `${statuses ? '.of-statuses' : ''}${types ? '.of-types' : ''}` as const,
        among: [...(statuses ? [ofStatuses] : []), ...(types ? [ofTypes] : [])],
      };

export const supportRequestsStore = {
  async byIds(tx: TenantTx, ids: readonly SupportRequestId[]): Promise<SeenRequest[]> {
    return tx.sql(
      'support.by-ids',
      `select ${seenColumns} from support_request r where r.tenant_id = $1 and r.id = any ($2)`,
      [tx.tenantId, ids],
    );
  },

  async lock(tx: TenantTx, id: SupportRequestId): Promise<SeenRequest | null> {
    const [row] = await tx.sql(
      'support.lock',
      `select ${requestColumns}, r.reply_count as "replyCount", ${standing} from support_request r where r.tenant_id = $1 and r.id = $2 for update of r`,
      [tx.tenantId, id],
    );
    return row ?? null;
  },

  /**
   * Newest first of what the viewer's audiences show. The most read list of all: one flat statement, and a second one only where
   * something unnamed is on the page. (Own requests of a group that one has left are in `mine`.)
   */
  async newest(tx: TenantTx, filter: RequestFilter, page: Page): Promise<ShownRequest[]> {
    const { groupId, types, statuses } = filter;
    const kind = kindOfList(filter);
    const rows = await newestAudible(tx, {
      ...kind,
      name: `support.newest${kind.name}`,
      from: 'support_request',
      select: `${shownColumns}, ${repliesSeen}, r.created_at as "createdAt"`,
      where: `${groupId ? 'r.group_id = $5' : '$5::uuid is null'} and ($6::text[] is null or r.type = any ($6))
        and ($7::text[] is null or r.status = any ($7))`,
      params: [groupId, types && [...new Set(types)], statuses && [...new Set(statuses)]],
      page,
    });
    const unnamed = rows.filter(isAnonymous).map(({ id }) => id);
    const known = new Map(
      unnamed.length > 0
        ? (await supportRequestsStore.standing(tx, unnamed)).map((row) => [row.id, row])
        : [],
    );
    const me = tx.viewer?.memberId;
    return rows.map((row) => {
      const { mine, askerId } = known.get(row.id) ?? { mine: row.authorId === me, askerId: row.authorId };
      return Object.assign(row, { mine, askerId, inAudience: true });
    });
  },

  /** The viewer's relation to requests, where the rows do not say so themselves. */
  async standing(
    tx: TenantTx,
    ids: readonly SupportRequestId[],
  ): Promise<(Pick<SeenRequest, 'id' | 'askerId'> & Standing)[]> {
    return tx.sql(
      'support.standing',
      `select r.id, ${standing} from support_request r where r.tenant_id = $1 and r.id = any ($2)`,
      [tx.tenantId, ids],
    );
  },

  /** The viewer's own, signed or not, also those of a group they have left. */
  async mine(tx: TenantTx, filter: RequestFilter, page: Page, words?: string): Promise<SeenRequest[]> {
    return tx.sql(
      'support.mine',
      `select ${seenColumns} from support_request r where r.tenant_id = $1 and ${fits} and ${contains}
         and (r.author_id = (select app.me())
              or r.id = any (array(select a.request_id from anonymous_author a where a.author_id = (select app.me()))))
         and ${newestFirst}`,
      [tx.tenantId, ...filterParams(filter, page, words)],
    );
  },

  /**
   * What contains these words, newest first. As many as a page takes are looked for at a time, so that common words cost no
   * more than rare ones; where the filter leaves few of them, at most 2,000 are looked at for one page.
   */
  async search(tx: TenantTx, filter: RequestFilter, page: Page, words: string): Promise<SeenRequest[]> {
    const rows: SeenRequest[] = [];
    let before = page.after;
    for (let seen = 0, atMost = page.first + 1; rows.length <= page.first && seen < mostSearched;) {
      const hits = await search.page(tx, 'support-request', words, atMost, before);
      const ids = hits.map(({ id }) => id);
      rows.push(...(await supportRequestsStore.found(tx, ids, filter, page.first + 1 - rows.length)));
      const last = hits[atMost - 1];
      if (!last) break;
      before = [last.at.toISOString(), last.id];
      seen += atMost;
      atMost = Math.min(4 * atMost, 500);
    }
    return rows;
  },

  /** わたし宛て: asked of me by choice or by a nudge, or where I offered help. */
  async forMe(tx: TenantTx, filter: RequestFilter, page: Page, words?: string): Promise<SeenRequest[]> {
    return tx.sql(
      'support.for-me',
      `select * from (select ${seenColumns}, r.tenant_id from ${addressedToMe}
         where ${fits} and ${contains} and ($5::timestamptz is null or (r.created_at, r.id) < ($5, $6::uuid))
         order by r.created_at desc, r.id desc offset 0) seen
       where not mine and "inAudience" limit $7`,
      [tx.tenantId, ...filterParams(filter, page, words)],
    );
  },

  /** Of the ids that the search found, newest first. */
  async found(
    tx: TenantTx,
    ids: readonly string[],
    { groupId, types, statuses }: RequestFilter,
    atMost: number,
  ): Promise<SeenRequest[]> {
    return tx.sql(
      'support.found',
      `select ${seenColumns} from support_request r where r.tenant_id = $1 and ${fits} and r.id = any ($5::uuid[])
       order by r.created_at desc, r.id desc limit $6`,
      [tx.tenantId, groupId, types, statuses, ids, atMost],
    );
  },

  async insert(tx: TenantTx, request: SupportRequest, author: MemberId): Promise<void> {
    // The row of an anonymous request is the author's own before it is anything else: the foreign key waits for the request.
    await tx.insert('support_request', { id: request.id, ...columnsOf(request) });
    if (request.authorId === null)
      await tx.insert('anonymous_author', { requestId: request.id, authorId: author });
  },

  async save(tx: TenantTx, request: SupportRequest): Promise<void> {
    await tx.update('support_request', { id: request.id }, columnsOf(request));
  },

  /** The name is on the request now; the secret is deleted. Answers with what was kept beside it. */
  async forgetAnonymity(tx: TenantTx, id: SupportRequestId): Promise<readonly KeptAnswer[]> {
    const [row] = await tx.sql(
      'support.forget-anonymity',
      `delete from anonymous_author where tenant_id = $1 and request_id = $2 returning answers`,
      [tx.tenantId, id],
    );
    // Only `keepAnswer` writes them.
    return (row?.answers as readonly KeptAnswer[] | undefined) ?? [];
  },

  /** Whether the viewer asked this without a name. */
  async isUnnamedAsker(tx: TenantTx, id: SupportRequestId): Promise<boolean> {
    const rows = await tx.sql(
      'support.is-unnamed-asker',
      `select from anonymous_author where tenant_id = $1 and request_id = $2 and author_id = (select app.me())`,
      [tx.tenantId, id],
    );
    return rows.length > 0;
  },

  /** What an act of the viewer's without a name was answered with, in the last 24 hours. */
  async answerGiven(
    tx: TenantTx,
    op: string,
    key: string,
  ): Promise<{ fingerprint: string; value: unknown } | null> {
    const [row] = await tx.sql(
      'support.answer-given',
      `select x ->> 'fingerprint' as fingerprint, x -> 'value' as value
       from anonymous_author a cross join lateral jsonb_array_elements(a.answers) x
       where a.tenant_id = $1 and a.author_id = (select app.me()) and x ->> 'op' = $2 and x ->> 'key' = $3
         and (x ->> 'at')::timestamptz >= $4::timestamptz - interval '24 hours'`,
      [tx.tenantId, op, key, tx.now],
    );
    return row ?? null;
  },

  async keepAnswer(
    tx: TenantTx,
    id: SupportRequestId,
    { op, key, fingerprint, value }: Omit<KeptAnswer, 'at'>,
  ): Promise<void> {
    await tx.sql(
      'support.keep-answer',
      `update anonymous_author set answers = answers || $3::jsonb where tenant_id = $1 and request_id = $2`,
      [tx.tenantId, id, JSON.stringify([{ op, key, fingerprint, value, at: tx.now }])],
    );
  },

  /** Who asked, for readers and timers, which write to them: members see only whether it was themselves. */
  async askerOf(tx: TenantTx, id: SupportRequestId): Promise<MemberId | null> {
    return (await supportRequestsStore.askerAndAudience(tx, id))?.askerId ?? null;
  },

  /** For readers and timers too. */
  async askerAndAudience(
    tx: TenantTx,
    id: SupportRequestId,
  ): Promise<{ readonly askerId: MemberId | null; readonly audienceId: AudienceId } | null> {
    const [row] = await tx.sql(
      'support.asker-and-audience',
      `select coalesce(r.author_id, a.author_id) as "askerId", r.audience_id as "audienceId" from support_request r
       left join anonymous_author a on a.tenant_id = r.tenant_id and a.request_id = r.id where r.tenant_id = $1 and r.id = $2`,
      [tx.tenantId, id],
    );
    return row ?? null;
  },

  /** Who these are, as far as an author could hide among them. */
  async readers(tx: TenantTx, ids: readonly MemberId[]): Promise<Reader[]> {
    return tx.sql(
      'support.readers',
      `select m.id as "memberId", m.status, m.id = any ((select app.proven($2::uuid[]))::uuid[]) as proven
       from member m where m.tenant_id = $1 and m.id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
  },

  /** Which of these are members who could read a request today. */
  async activeAmong(tx: TenantTx, ids: readonly MemberId[]): Promise<MemberId[]> {
    const rows = await tx.sql(
      'support.active',
      `select id from member where tenant_id = $1 and id = any ($2) and status in ('ACTIVE', 'ON_LEAVE')`,
      [tx.tenantId, ids],
    );
    return rows.map(({ id }) => id);
  },

  async introduce(tx: TenantTx, id: SupportRequestId, helperId: MemberId, askerId: MemberId): Promise<void> {
    await tx.sql(
      'support.introduce',
      `insert into support_introduction (tenant_id, request_id, helper_id, asker_id) values ($1, $2, $3, $4)
       on conflict (tenant_id, request_id, helper_id) do update set asker_id = excluded.asker_id`,
      [tx.tenantId, id, helperId, askerId],
    );
  },
};

function columnsOf(request: SupportRequest) {
  const { groupId, audience, audienceId, authorId, type, wanted, urgency, title, body } = request;
  const { acceptsPaid, adviceWelcome, status, outcome, replyCount, version } = request;
  return {
    groupId,
    audience,
    audienceId,
    authorId,
    type,
    wanted,
    urgency,
    title,
    body,
    acceptsPaid,
    adviceWelcome,
    status,
    outcome,
    replyCount,
    version,
    createdAt: request.createdAt,
    updatedAt: request.updatedAt,
    lastActivityAt: request.lastActivityAt,
    expiryAskedAt: request.expiryAskedAt,
  };
}
