import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { goodPassword, register, unprove } from './sign-in.factory.js';

/** A small identity provider: it takes what the test says about the visitor. */
class Provider {
  claims: Record<string, unknown> = {};
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly grants = new Map<string, { nonce: string; challenge: string }>();
  private readonly server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', this.issuer);
    const answer = (body: unknown): void => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration')
      return answer({
        issuer: this.issuer,
        authorization_endpoint: `${this.issuer}/authorize`,
        token_endpoint: `${this.issuer}/token`,
        jwks_uri: `${this.issuer}/jwks`,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256'],
        subject_types_supported: ['public'],
        code_challenge_methods_supported: ['S256'],
      });
    if (url.pathname === '/jwks')
      return answer({
        keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }],
      });
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const grant = this.grants.get(new URLSearchParams(body).get('code') ?? '');
      if (!grant) {
        response.statusCode = 400;
        return answer({ error: 'invalid_grant' });
      }
      answer({
        access_token: 'x',
        token_type: 'Bearer',
        expires_in: 60,
        id_token: this.idToken(grant.nonce),
      });
    });
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }
  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  /** What the provider's own page would answer with: where the browser is sent back to. */
  agree(authorizeUrl: URL): string {
    const asked = authorizeUrl.searchParams;
    const code = randomUUID();
    this.grants.set(code, { nonce: asked.get('nonce')!, challenge: asked.get('code_challenge')! });
    return `/auth/oidc/callback?code=${code}&state=${asked.get('state')}&iss=${encodeURIComponent(this.issuer)}`;
  }
  private idToken(nonce: string): string {
    // eslint-disable-next-line house/day-is-pinned -- tokens are checked by the machine's own clock
    const now = Math.floor(Date.now() / 1000);
    const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
    const claims = {
      iss: this.issuer,
      aud: 'yoriai',
      sub: '1',
      iat: now,
      exp: now + 60,
      nonce,
      ...this.claims,
    };
    const signed = `${part({ alg: 'RS256', kid: '1' })}.${part(claims)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.keys.privateKey, 'base64url')}`;
  }
}

const provider = new Provider();
let app: TestApp;
beforeAll(async () => {
  await provider.open();
  app = await startApp({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'yoriai',
    OIDC_CLIENT_SECRET: 'secret',
  });
});
afterAll(async () => {
  await app?.stop();
  provider.close();
});

const leave = async (client: TestClient) =>
  new URL((await client.fetch('/auth/oidc')).headers.get('location')!);
const me = `{ me { email emailProven hasPassword } viewer { tenant { slug } } }`;

describe('signing in with an account elsewhere', () => {
  it('is offered where it is set up', async () => {
    expect(await app.client().ask(`{ site { openIdConnect } }`)).toEqual({ site: { openIdConnect: true } });
  });

  it('proves the address; what another person had set up under it is gone', async () => {
    const intruder = app.client();
    const input = await register(app, intruder);
    await unprove(app, String(input['email']));
    provider.claims = { email: String(input['email']).toUpperCase(), email_verified: true };
    const owner = app.client();
    const back = await owner.fetch(provider.agree(await leave(owner)));
    expect([back.status, back.headers.get('location')]).toEqual([302, '/']);
    expect(await owner.ask(me)).toEqual({
      me: { email: input['email'], emailProven: true, hasPassword: false },
      viewer: { tenant: { slug: input['slug'] } },
    });
    expect(await intruder.ask(me)).toEqual({ me: null, viewer: null });
    const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { user { id } } }`;
    expect(
      await app.client().refusal(signIn, { input: { email: input['email'], password: goodPassword } }),
    ).toBe('SIGN_IN_FAILED');
  });

  it('makes an account for a new person, who belongs nowhere yet', async () => {
    provider.claims = { email: 'newcomer@example.jp', email_verified: true };
    const client = app.client();
    await client.fetch(provider.agree(await leave(client)));
    expect(await client.ask(me)).toMatchObject({ me: { email: 'newcomer@example.jp' }, viewer: null });
  });

  it.each([
    [
      'an address that the provider has not checked',
      { email: 'x@example.jp', email_verified: false },
      'EMAIL_UNVERIFIED',
    ],
    ['no address', {}, 'EMAIL_UNVERIFIED'],
    [
      'an answer with another nonce',
      { email: 'x@example.jp', email_verified: true, nonce: 'other' },
      'SIGN_IN_FAILED',
    ],
    [
      'an answer for another site',
      { email: 'x@example.jp', email_verified: true, aud: 'other' },
      'SIGN_IN_FAILED',
    ],
  ])('does not work with %s', async (_what, claims, reason) => {
    provider.claims = claims;
    const client = app.client();
    const back = await client.fetch(provider.agree(await leave(client)));
    expect(back.headers.get('location')).toBe(`/sign-in?failed=${reason}`);
    expect(client.cookies.has('session')).toBe(false);
  });

  it('comes back to the browser that left, once', async () => {
    provider.claims = { email: 'newcomer@example.jp', email_verified: true };
    const client = app.client();
    const path = provider.agree(await leave(client));
    const stranger = app.client();
    expect((await stranger.fetch(path)).headers.get('location')).toBe('/sign-in?failed=SIGN_IN_FAILED');
    expect((await client.fetch('/auth/oidc/callback?code=x&state=y')).headers.get('location')).toBe(
      '/sign-in?failed=SIGN_IN_FAILED',
    );
    expect(client.cookies.has('session')).toBe(false);
  });
});
