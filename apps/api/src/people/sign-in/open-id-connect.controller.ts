import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import { readEmail } from '@yoriai/domain/people';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as oidc from 'openid-client';
import type { Logger } from 'pino';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { CONFIG, LOGGER } from '../../platform/boot/tokens.js';
import type { Config } from '../../platform/config.js';
import { must } from '../../platform/errors/must.js';
import { Contexts } from '../../platform/graphql/contexts.js';
import { accounts } from './accounts.js';
import { BeginSession } from './begin-session.js';
import { ProveAddress } from './prove-address.js';
import { SignInTries } from './sign-in-tries.js';

const cookie = 'oidc';
const scope = 'openid email profile';
const minutesToSignIn = 10;

/** What must come back from the provider unchanged, kept in the browser that set out. */
interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Sign-in by OpenID Connect (code flow, PKCE): only with a provider configured, only for addresses it vouches for. */
@Controller('auth/oidc')
export class OpenIdConnectController {
  private provider: Promise<oidc.Configuration> | null = null;

  constructor(
    private readonly db: AuthDb,
    private readonly contexts: Contexts,
    private readonly address: ProveAddress,
    private readonly tries: SignInTries,
    private readonly session: BeginSession,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get()
  async leave(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const provider = await this.discovered();
    const context = await this.contexts.ofRequest(request, reply);
    const journey: Journey = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    context.setCookie(
      reply,
      cookie,
      Buffer.from(JSON.stringify(journey)).toString('base64url'),
      minutesToSignIn * 60,
    );
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.callbackUrl,
      scope,
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
    });
    await reply.redirect(url.href, 302);
  }

  /** Comes back with a session, or to the sign-in page with a reason that it has words for. */
  @Get('callback')
  async arrive(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const provider = await this.discovered();
    const context = await this.contexts.ofRequest(request, reply);
    try {
      const { state, nonce, verifier } = journeyIn(request.cookies[cookie]);
      context.setCookie(reply, cookie, '', 0);
      const arrived = new URL(request.url, `${this.config.publicUrl}/`);
      const tokens = await oidc.authorizationCodeGrant(
        provider,
        new URL(`${this.callbackUrl}${arrived.search}`),
        {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        },
      );
      const claims = tokens.claims();
      if (claims?.['email_verified'] !== true || typeof claims['email'] !== 'string') {
        await reply.redirect('/sign-in?failed=EMAIL_UNVERIFIED', 302);
        return;
      }
      const email = must(readEmail('email', claims['email']));
      const made = await accounts.create(this.db.sql, {
        email,
        passwordHash: null,
        locale: 'ja',
        proven: true,
      });
      const account = made ?? (await accounts.byEmail(this.db.sql, email));
      if (!account) throw new Error('An account could neither be made nor found');
      await this.address.proven(context, account.id);
      await this.tries.countSuccess(context);
      await this.session.start(context, account.id, await accounts.lastTenantOf(this.db.sql, account.id));
      await reply.redirect('/', 302);
    } catch (error) {
      this.logger.warn({ err: error }, 'a sign-in by OpenID Connect failed');
      await reply.redirect('/sign-in?failed=SIGN_IN_FAILED', 302);
    } finally {
      await context.close();
    }
  }

  private get callbackUrl(): string {
    return `${this.config.publicUrl}/auth/oidc/callback`;
  }

  /** The provider's own description, read once; a provider that is away is asked again by the next visitor. */
  private async discovered(): Promise<oidc.Configuration> {
    const { openIdConnect } = this.config;
    if (!openIdConnect) throw new NotFoundException();
    const issuer = new URL(openIdConnect.issuer);
    const insecure = issuer.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {};
    this.provider ??= oidc
      .discovery(issuer, openIdConnect.clientId, openIdConnect.clientSecret, undefined, insecure)
      .catch((error: Error) => {
        this.provider = null;
        throw error;
      });
    return this.provider;
  }
}

function journeyIn(value: string | undefined): Journey {
  const journey = JSON.parse(Buffer.from(value ?? '', 'base64url').toString('utf8')) as Partial<Journey>;
  const { state, nonce, verifier } = journey;
  if (typeof state !== 'string' || typeof nonce !== 'string' || typeof verifier !== 'string')
    throw new Error('The browser that came back is not the one that left');
  return { state, nonce, verifier };
}
