import { createHash } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';
import { roleUrl } from '../../apps/api/src/platform/database/roles.js';
import type { Plan } from './screen.js';
import { served } from './served.js';

/**
 * The same screen as a careful engineer would write it for speed alone: one route, four prepared statements, no GraphQL, no ORM.
 * The session is looked up and the transaction runs under the same row-level security as in the real stack.
 */
const { ownerUrl } = JSON.parse(process.argv[2]!) as Plan;
const auth = new pg.Pool({ connectionString: roleUrl(ownerUrl, 'auth_rt'), max: 10 });
const members = new pg.Pool({ connectionString: roleUrl(ownerUrl, 'app_rt'), max: 10 });

const sessionSql = `select i.tenant_id, i.member_id, i.role from auth.session s
  join auth."user" u on u.id = s.user_id
  join auth.member_index i on i.user_id = s.user_id and i.status in ('ACTIVE', 'ON_LEAVE')
  join auth.tenant t on t.id = i.tenant_id and t.slug = $2
  where s.token_hash = $1 and s.expires_at > app.now()`;
const requestsSql = `select m.* from unnest((select app.my_audiences())::uuid[]) a (id) cross join lateral (
    select r.id, r.type, r.wanted, r.urgency, r.title, r.body, r.status, r.author_id, r.reply_count, r.created_at
    from support_request r where r.tenant_id = $1 and r.audience_id = a.id order by r.created_at desc, r.id desc limit $2) m
  order by m.created_at desc, m.id desc limit $2`;
const offersSql = `select id, request_id, helper_id, status, terms, message, created_at from support_offer
  where tenant_id = $1 and request_id = any ($2) order by created_at, id`;
const membersSql = `select id, display_name, business_name from member where tenant_id = $1 and id = any ($2)`;

interface Request {
  id: string;
  type: string;
  wanted: string;
  urgency: string;
  title: string;
  body: string;
  status: string;
  author_id: string | null;
  reply_count: number;
  created_at: Date;
}
interface Offer {
  id: string;
  request_id: string;
  helper_id: string;
  status: string;
  terms: string;
  message: string;
  created_at: Date;
}
interface Member {
  id: string;
  display_name: string;
  business_name: string | null;
}

const server = fastify();
server.post<{ Body: { variables: { first: number } } }>('/graphql', async (request, reply) => {
  const token = /(?:^|;\s*)session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const hash = createHash('sha256').update(token).digest();
  const session = await auth.query({
    name: 'session',
    text: sessionSql,
    values: [hash, request.headers['yoriai-tenant']],
  });
  const me = session.rows[0] as { tenant_id: string; member_id: string; role: string } | undefined;
  if (!me) return reply.code(401).send();
  const { first } = request.body.variables;
  const client = await members.connect();
  try {
    await client.query(`begin read only; select set_config('app.tenant_id', '${me.tenant_id}', true),
      set_config('app.member_id', '${me.member_id}', true), set_config('app.role', '${me.role}', true)`);
    const { rows } = await client.query<Request>({
      name: 'requests',
      text: requestsSql,
      values: [me.tenant_id, first + 1],
    });
    const shown = rows.slice(0, first);
    const offers = await client.query<Offer>({
      name: 'offers',
      text: offersSql,
      values: [me.tenant_id, shown.map(({ id }) => id)],
    });
    const ids = new Set<string>();
    for (const { author_id: id } of shown) if (id) ids.add(id);
    for (const { helper_id: id } of offers.rows) ids.add(id);
    const people = await client.query<Member>({
      name: 'members',
      text: membersSql,
      values: [me.tenant_id, [...ids]],
    });
    await client.query('commit');
    const byId = new Map(people.rows.map((row) => [row.id, row]));
    const person = (id: string | null) => {
      const row = id === null ? undefined : byId.get(id);
      return row
        ? { id: `mem_${row.id}`, displayName: row.display_name, businessName: row.business_name }
        : null;
    };
    const offersOf = new Map<string, Offer[]>();
    for (const offer of offers.rows) {
      const list = offersOf.get(offer.request_id);
      if (list) list.push(offer);
      else offersOf.set(offer.request_id, [offer]);
    }
    const edges = shown.map((row) => ({
      cursor: Buffer.from(JSON.stringify([row.created_at.toISOString(), row.id])).toString('base64url'),
      node: {
        id: `srq_${row.id}`,
        type: row.type,
        wanted: row.wanted,
        urgency: row.urgency,
        title: row.title,
        body: row.body,
        status: row.status,
        anonymous: row.author_id === null,
        mine: row.author_id === me.member_id,
        replyCount: row.reply_count,
        createdAt: row.created_at.toISOString(),
        author: person(row.author_id),
        offers: (offersOf.get(row.id) ?? []).map((offer) => ({
          id: `sof_${offer.id}`,
          status: offer.status,
          terms: offer.terms,
          message: offer.message,
          createdAt: offer.created_at.toISOString(),
          helper: person(offer.helper_id),
        })),
      },
    }));
    const pageInfo = { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null };
    return { data: { supportRequests: { edges, pageInfo } } };
  } finally {
    client.release();
  }
});
const url = await server.listen({ host: '127.0.0.1', port: 0 });
served(url, async () => {
  await server.close();
  await Promise.all([auth.end(), members.end()]);
});
