import { createHash } from 'node:crypto';
import DataLoader from 'dataloader';
import pg from 'pg';
import { roleUrl } from '../../apps/api/src/platform/database/roles.js';
import {
  membersSql,
  offersSql,
  requestsSql,
  sessionSql,
  type Member,
  type Offer,
  type Request,
} from './sql.js';

/** The same screen as a GraphQL schema of its own, for the servers that others build theirs with: SDL, resolvers, one loader each. */
export const typeDefs = `
  scalar DateTime
  enum SupportType { EMOTIONAL INFORMATIONAL INSTRUMENTAL APPRAISAL }
  enum SupportWanted { LISTEN EXPERIENCE ADVICE HANDS INTRODUCTION }
  enum Urgency { LOW NORMAL HIGH }
  enum SupportRequestStatus { OPEN MATCHED RESOLVED WITHDRAWN EXPIRED }
  enum OfferStatus { OFFERED ACCEPTED DECLINED WITHDRAWN DELIVERED }
  enum OfferTerms { FREE EXCHANGE PAID }
  type Member { id: ID! displayName: String! businessName: String }
  type SupportOffer { id: ID! status: OfferStatus! terms: OfferTerms! message: String! createdAt: DateTime! helper: Member! }
  type SupportRequest {
    id: ID! type: SupportType! wanted: SupportWanted! urgency: Urgency! title: String! body: String! status: SupportRequestStatus!
    anonymous: Boolean! mine: Boolean! replyCount: Int! createdAt: DateTime! author: Member offers: [SupportOffer!]!
  }
  type SupportRequestEdge { cursor: String! node: SupportRequest! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type SupportRequestConnection { edges: [SupportRequestEdge!]! pageInfo: PageInfo! }
  type Query { supportRequests(first: Int): SupportRequestConnection! }
`;

interface Me {
  readonly tenant_id: string;
  readonly member_id: string;
  readonly role: string;
}

/** Apollo Server copies what it is given for each operation; what has a state lies one step deeper. */
export interface PeerContext {
  readonly one: Operation;
}

/** One operation: who asks, one read-only transaction from the first question on, one set of loaders. */
class Operation {
  private client: Promise<pg.PoolClient> | null = null;
  readonly offers = new DataLoader<string, Offer[]>(async (ids) => {
    const rows = await this.rows<Offer>('offers', offersSql, [this.me.tenant_id, ids]);
    const of = new Map<string, Offer[]>();
    for (const offer of rows) {
      const list = of.get(offer.request_id);
      if (list) list.push(offer);
      else of.set(offer.request_id, [offer]);
    }
    return ids.map((id) => of.get(id) ?? []);
  });
  readonly members = new DataLoader<string, Member | null>(async (ids) => {
    const rows = await this.rows<Member>('members', membersSql, [this.me.tenant_id, ids]);
    const of = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => of.get(id) ?? null);
  });

  constructor(
    readonly me: Me,
    private readonly pool: pg.Pool,
  ) {}

  async rows<Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    this.client ??= this.begin();
    const client = await this.client;
    return (await client.query<Row>({ name, text, values })).rows;
  }

  private async begin(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    await client.query(`begin read only; select set_config('app.tenant_id', '${this.me.tenant_id}', true),
      set_config('app.member_id', '${this.me.member_id}', true), set_config('app.role', '${this.me.role}', true)`);
    return client;
  }

  async end(): Promise<void> {
    const client = await this.client;
    this.client = null;
    await client?.query('commit');
    client?.release();
  }
}

export class Peer {
  private readonly auth: pg.Pool;
  private readonly pool: pg.Pool;

  constructor(ownerUrl: string) {
    this.auth = new pg.Pool({ connectionString: roleUrl(ownerUrl, 'auth_rt'), max: 10 });
    this.pool = new pg.Pool({ connectionString: roleUrl(ownerUrl, 'app_rt'), max: 10 });
  }

  async context(headers: Readonly<Record<string, unknown>>): Promise<PeerContext> {
    const token = /(?:^|;\s*)session=([^;]+)/.exec(String(headers['cookie'] ?? ''))?.[1] ?? '';
    const hash = createHash('sha256').update(token).digest();
    const { rows } = await this.auth.query<Me & object>({
      name: 'session',
      text: sessionSql,
      values: [hash, headers['yoriai-tenant']],
    });
    if (!rows[0]) throw new Error('UNAUTHENTICATED');
    return { one: new Operation(rows[0], this.pool) };
  }

  async close(): Promise<void> {
    await Promise.all([this.auth.end(), this.pool.end()]);
  }
}

const person = async ({ one }: PeerContext, id: string | null) => {
  const row = id === null ? null : await one.members.load(id);
  return row && { id: `mem_${row.id}`, displayName: row.display_name, businessName: row.business_name };
};

export const resolvers = {
  Query: {
    async supportRequests(_: unknown, { first = 20 }: { first?: number }, { one }: PeerContext) {
      const rows = await one.rows<Request>('requests', requestsSql, [one.me.tenant_id, first + 1]);
      const edges = rows.slice(0, first).map((row) => ({
        cursor: Buffer.from(JSON.stringify([row.created_at.toISOString(), row.id])).toString('base64url'),
        node: row,
      }));
      return {
        edges,
        pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
      };
    },
  },
  SupportRequest: {
    id: ({ id }: Request) => `srq_${id}`,
    anonymous: (row: Request) => row.author_id === null,
    mine: (row: Request, _: unknown, { one }: PeerContext) => row.author_id === one.me.member_id,
    replyCount: (row: Request) => row.reply_count,
    createdAt: (row: Request) => row.created_at.toISOString(),
    author: (row: Request, _: unknown, context: PeerContext) => person(context, row.author_id),
    offers: (row: Request, _: unknown, { one }: PeerContext) => one.offers.load(row.id),
  },
  SupportOffer: {
    id: ({ id }: Offer) => `sof_${id}`,
    createdAt: (row: Offer) => row.created_at.toISOString(),
    helper: (row: Offer, _: unknown, context: PeerContext) => person(context, row.helper_id),
  },
};
