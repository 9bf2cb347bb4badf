import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parse as parseCookies } from 'cookie';
import type { IncomingMessage } from 'node:http';
import { fromPublicId } from '@yoriai/domain/kernel';
import { networkOf } from '../auth/network.js';
import { Sessions } from '../auth/sessions.js';
import { CONFIG } from '../boot/tokens.js';
import type { Config } from '../config.js';
import { Work } from '../work/work.js';
import { ActLimits } from './act-limits.js';
import { callerAddress } from './caller-address.js';
import { RequestContext, type Caller } from './context.js';

const slugOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[a-z0-9-]{1,63}$/.test(value) ? value : value === undefined ? null : '';

/** A page that names no member is a visitor's, not every member's. */
const memberOf = (value: unknown): string | null =>
  value === undefined ? null : typeof value === 'string' ? value : '';

/** Makes the context of a request or of a socket's operation. */
@Injectable()
export class Contexts {
  readonly cookieName: string;

  constructor(
    private readonly work: Work,
    private readonly sessions: Sessions,
    private readonly limits: ActLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    // The prefix makes browsers refuse the cookie unless it is secure and of this host alone.
    this.cookieName = config.secureCookies ? '__Host-session' : 'session';
  }

  ofRequest(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
    return this.make({
      // Few operations ask.
      get address() {
        return networkOf(request.ip);
      },
      device: request.headers['user-agent'] ?? '',
      language: languageOf(request.headers['accept-language']),
      cookies: request.cookies,
      slug: slugOf(request.headers['yoriai-tenant']),
      member: memberOf(request.headers['yoriai-member']),
      reply,
    });
  }

  ofSocket(
    request: IncomingMessage,
    connectionParams: Readonly<Record<string, unknown>>,
  ): Promise<RequestContext> {
    return this.make({
      address: callerAddress(request, this.config),
      device: request.headers['user-agent'] ?? '',
      language: languageOf(request.headers['accept-language']),
      cookies: parseCookies(request.headers.cookie ?? ''),
      slug: slugOf(connectionParams['Yoriai-Tenant'] ?? connectionParams['tenant']),
      member: memberOf(connectionParams['Yoriai-Member']),
      reply: null,
    });
  }

  private async make(caller: Caller): Promise<RequestContext> {
    const token = caller.cookies[this.cookieName];
    const signedIn = token ? await this.sessions.find(token, caller.slug) : null;
    return new RequestContext(
      caller,
      signedIn,
      this.work,
      this.sessions,
      this.limits,
      this.cookieName,
      this.config.secureCookies,
      signedIn !== null &&
        !signedIn.viewer &&
        caller.member !== null &&
        !(await this.sessions.isOrWas(signedIn.userId, fromPublicId('Member', caller.member))),
    );
  }
}

/** The first language asked for; none for `*` and for what we do not speak. */
function languageOf(header: string | undefined): Caller['language'] {
  const first = header?.trim().slice(0, 2).toLowerCase();
  return first === 'ja' || first === 'en' ? first : null;
}
