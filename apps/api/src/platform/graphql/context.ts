import { Context } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { FastifyReply } from 'fastify';
import { publicId, type TenantId, type UserId } from '@yoriai/domain/kernel';
import type { Reach } from '@yoriai/domain/notifications';
import type { Sessions, SignedIn } from '../auth/sessions.js';
import type { Taken } from '../auth/throttle.js';
import type { Viewer } from '../auth/viewer.js';
import { refuse } from '../errors/must.js';
import type { TenantTx } from '../work/tenant-tx.js';
import type { Reading, Work } from '../work/work.js';
import type { ActLimits } from './act-limits.js';
import { answerOnce, claimOf, type Once } from './answer-once.js';
import { mostNodes, tooMuch } from './limits.js';
import type { Loader } from './loader.js';

/** What a resolver gets. */
export const Ctx = (): ParameterDecorator => Context();

export interface Caller {
  /** The network that asks (`networkOf`), for limits. */
  readonly address: string;
  readonly device: string;
  /** What they read in, when their browser says so in words we have. */
  readonly language: 'ja' | 'en' | null;
  /** Cookie values by name. */
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** The tenant asked for by header or connection parameter. */
  readonly slug: string | null;
  /** Whose page this is (a public id), by header or connection parameter; null: the owner of the session. */
  readonly member: string | null;
  /** Null over a WebSocket: there is no sign-in there. */
  readonly reply: FastifyReply | null;
}

/** Everything one operation shares: who asks, one read transaction, one set of loaders. */
export class RequestContext {
  private reading: Promise<Reading> | null = null;
  private ended = false;
  /** The first transaction has the moment at which the session was looked up; what is read after an act may be younger. */
  private isFirst = true;
  private readonly loaders = new Map<string, DataLoader<unknown, unknown>>();
  /** By what makes it and by key. */
  private readonly made = new Map<unknown, Map<unknown, unknown>>();
  /** How far the mutation that is being carried out reaches. */
  reach: Reach | null = null;
  private nodesLeft = mostNodes;
  /** Taken by the signing-in mutations: one of them per document. */
  signInsLeft = 1;

  constructor(
    readonly caller: Caller,
    private signedInAs: SignedIn | null,
    private readonly work: Work,
    private readonly sessions: Sessions,
    private readonly limits: ActLimits,
    private readonly cookieName: string,
    private readonly secureCookies: boolean,
    /** The session belongs to a user who never was the member that the page is made for. */
    private readonly isOfAnotherMember: boolean,
  ) {}

  /** Takes what a list brings from what this operation may bring; beyond that the list is refused. */
  spend(nodes: number): void {
    this.nodesLeft -= nodes;
    if (this.nodesLeft < 0) throw tooMuch('rows', mostNodes);
  }

  /** The client has gone. */
  get isOver(): boolean {
    return this.ended;
  }

  get signedIn(): SignedIn | null {
    return this.signedInAs;
  }

  get viewer(): Viewer | null {
    return this.signedInAs?.viewer ?? null;
  }

  /** A page that was made for one member does nothing for another who has signed in meanwhile. */
  mustBeTheirPage(): void {
    if (this.isOfAnotherMember || (this.viewer && !this.isPageOf(this.viewer)))
      refuse({ code: 'MEMBER_MISMATCH' });
  }

  private isPageOf({ memberId }: Viewer): boolean {
    return this.caller.member === null || this.caller.member === publicId('Member', memberId);
  }

  /** The viewer, or UNAUTHENTICATED. */
  me(): Viewer {
    return this.viewer ?? refuse({ code: 'UNAUTHENTICATED' });
  }

  /** The session's user, who may not be in any tenant yet, or UNAUTHENTICATED. */
  user(): SignedIn {
    return this.signedInAs ?? refuse({ code: 'UNAUTHENTICATED' });
  }

  /** The one read-only transaction of this operation, begun when it is first needed. */
  async read(): Promise<TenantTx> {
    if (this.ended) throw new Error('This operation has been answered');
    this.reading ??= this.work.reading(this.me(), this.isFirst ? this.user().at : null);
    return (await this.reading).tx;
  }

  /** One thing by key, batched with everything else that is asked for in the same tick; null when the viewer sees none. */
  load<K, V>(loader: Loader<K, V>, key: K): Promise<V | null> {
    let dataLoader = this.loaders.get(loader.name) as DataLoader<K, V | null> | undefined;
    if (!dataLoader) {
      dataLoader = new DataLoader<K, V | null>(async (keys) => {
        const found = await loader.batch(await this.read(), keys);
        return keys.map((one) => found.get(one) ?? null);
      });
      this.loaders.set(loader.name, dataLoader as DataLoader<unknown, unknown>);
    }
    return dataLoader.load(key);
  }

  /**
   * The same, made into what fields read. It is made once for a key, however many fields ask, and once it is there it comes without a promise:
   * of a list with the same few people in it most of the promises are saved.
   */
  loadAs<K, V, T>(loader: Loader<K, V>, key: K, make: (found: V) => T): T | null | Promise<T | null> {
    let made = this.made.get(make) as Map<K, T | null | Promise<T | null>> | undefined;
    if (!made) this.made.set(make, (made = new Map()));
    const known = made.get(key);
    if (known !== undefined) return known;
    const coming = this.load(loader, key).then((found) => {
      const one = found === null ? null : make(found);
      made.set(key, one);
      return one;
    });
    made.set(key, coming);
    return coming;
  }

  /**
   * Acts in one writing transaction; what is read afterwards is read anew. With a key, the same member's same act within 24 hours
   * is answered with what it answered the first time (its ids, as JSON), and done once. What others are told of is counted when it
   * is done: a repetition, and what is refused, cost nothing.
   */
  async act<T>(run: (tx: TenantTx) => Promise<T>, once?: Once): Promise<T> {
    const me = this.me();
    await this.close();
    const claim = once && claimOf(once);
    let taken: readonly Taken[] = [];
    const counted = async (tx: TenantTx): Promise<T> => {
      if (this.reach) taken = await this.limits.take(me, this.reach);
      return run(tx);
    };
    try {
      return await this.work.inTenant(me, (tx) => (claim ? answerOnce(tx, me, claim, counted) : counted(tx)));
    } catch (error) {
      await this.limits.giveBack(taken);
      throw error;
    }
  }

  /** Ends the read transaction and forgets what was loaded. */
  async close(): Promise<void> {
    const reading = this.reading;
    this.isFirst = false;
    this.reading = null;
    this.loaders.clear();
    this.made.clear();
    await (await reading?.catch(() => null))?.close();
  }

  /**
   * The answer is on its way. Where a field that must not be null has failed, its siblings are still being resolved and would
   * begin a transaction that never ends.
   */
  async end(): Promise<void> {
    this.ended = true;
    await this.close();
  }

  /** Signs a user in on this browser: a new session, and this operation goes on as them. */
  async startSession(userId: UserId, tenantId: TenantId | null): Promise<void> {
    const reply = this.caller.reply ?? refuse({ code: 'BAD_USER_INPUT' });
    if (this.signedInAs) await this.sessions.end(this.signedInAs.sessionId);
    await this.close();
    const token = await this.sessions.start(userId, tenantId, this.caller.device);
    this.setCookie(reply, this.cookieName, token, 90 * 24 * 3600);
    this.signedInAs = await this.sessions.find(token, null);
  }

  /** Goes on in another tenant (which must be theirs already). */
  async enterTenant(tenantId: TenantId, slug: string): Promise<void> {
    const { userId, sessionId } = this.user();
    await this.sessions.rememberTenant(userId, sessionId, tenantId);
    await this.close();
    const token = this.caller.cookies[this.cookieName];
    this.signedInAs = token ? await this.sessions.find(token, slug) : null;
  }

  async endSession(): Promise<void> {
    if (this.signedInAs) await this.sessions.end(this.signedInAs.sessionId);
    await this.close();
    this.signedInAs = null;
    if (this.caller.reply) this.setCookie(this.caller.reply, this.cookieName, '', 0);
  }

  /** Looks again whether the session still holds: for connections that stay open. */
  async refresh(): Promise<boolean> {
    this.nodesLeft = mostNodes;
    await this.close();
    this.isFirst = true;
    const token = this.caller.cookies[this.cookieName];
    this.signedInAs = token ? await this.sessions.find(token, this.caller.slug) : null;
    return this.signedInAs !== null && (!this.viewer || this.isPageOf(this.viewer));
  }

  /** A cookie that scripts cannot read, for this origin only. */
  setCookie(reply: FastifyReply, name: string, value: string, maxAgeSeconds: number): void {
    reply.setCookie(name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.secureCookies,
      maxAge: maxAgeSeconds,
    });
  }
}
