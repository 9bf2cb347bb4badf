import { createHash } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';
import { roleUrl } from '../../apps/api/src/platform/database/roles.js';
import { operations, type Plan } from './operations.js';
import { served } from './served.js';
import {
  membersSql,
  offersSql,
  requestsSql,
  sessionSql,
  type Member,
  type Offer,
  type Request,
} from './sql.js';
import { countSql, readingTwins, writingTwins, type Me, type Transaction } from './twins.js';

/**
 * The same operations as a careful engineer would write them for speed alone: one route, a few prepared statements each, no GraphQL, no ORM.
 * The session is looked up and the transaction runs under the same row-level security as in the real stack.
 */
const plan = JSON.parse(process.argv[2]!) as Plan;
const { ownerUrl } = plan;
const auth = new pg.Pool({ connectionString: roleUrl(ownerUrl, 'auth_rt'), max: 10 });
const members = new pg.Pool({ connectionString: roleUrl(ownerUrl, 'app_rt'), max: 10 });

const server = fastify();
interface Body {
  readonly operationName: string;
  readonly variables: { readonly first: number };
}
server.post<{ Body: Body }>('/graphql', async (request, reply) => {
  const token = /(?:^|;\s*)session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const hash = createHash('sha256').update(token).digest();
  const session = await auth.query({
    name: 'session',
    text: sessionSql,
    values: [hash, request.headers['yoriai-tenant']],
  });
  const me = session.rows[0] as Me | undefined;
  if (!me) return reply.code(401).send();
  const { operationName } = request.body;
  if (operationName !== 'SupportList') return twin(me, operationName, request.body.variables as never);
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

async function twin(me: Me, name: string, variables: never): Promise<object> {
  const writes = name in writingTwins;
  if (operations[name]?.isCounted) {
    const key = createHash('sha256').update(me.member_id).digest('base64url');
    const { rows } = await auth.query<{ taken: number }>({ name: 'count', text: countSql, values: [key] });
    if (rows.some(({ taken }) => taken > 90)) throw new Error('TOO_MANY_ACTS');
  }
  const client = await members.connect();
  try {
    const [, begun] = (await client.query(`begin${writes ? '' : ' read only'};
      select set_config('app.tenant_id', '${me.tenant_id}', true), set_config('app.member_id', '${me.member_id}', true),
        set_config('app.role', '${me.role}', true)${writes ? ', app.now() as now' : ''}`)) as unknown as {
      rows: { now: Date }[];
    }[];
    const tx: Transaction = {
      me,
      now: begun!.rows[0]!.now,
      rows: async <Row extends object>(statement: string, text: string, values: readonly unknown[]) =>
        (await client.query<Row>({ name: statement, text, values: [...values] })).rows,
    };
    const data = await (writingTwins[name] ?? readingTwins[name])!(tx, variables, plan);
    await client.query('commit');
    return { data };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const url = await server.listen({ host: '127.0.0.1', port: 0 });
served(url, async () => {
  await server.close();
  await Promise.all([auth.end(), members.end()]);
});
