import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PurgeHourly } from '../retention/purge-hourly.js';
import { startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

describe('the GraphQL endpoint', () => {
  it('says that it is alive and ready', async () => {
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('yoriai_due');
  });

  it('forgets sessions that have run out', async () => {
    const tenant = await app.tenant();
    await app.as(await app.member(tenant));
    const sessions = () =>
      app.sql(
        `select id from auth.session where user_id in (select user_id from member where tenant_id = $1)`,
        [tenant.id],
      );
    await app.application.app.get(PurgeHourly).once();
    expect(await sessions()).toHaveLength(1);
    await app.advance(91 * 24 * 3600);
    await app.application.app.get(PurgeHourly).once();
    expect(await sessions()).toHaveLength(0);
  });

  it('refuses callers who have not signed in', async () => {
    expect(await app.client().refusal(`{ node(id: "x") { id } }`)).toBe('UNAUTHENTICATED');
  });

  it('gives null for an id that names nothing', async () => {
    const member = await app.member(await app.tenant());
    const client = await app.as(member);
    expect(await client.ask(`{ node(id: "mtg_nonsense") { id } }`)).toEqual({ node: null });
    expect(await client.ask(`{ node(id: "mtg_nonsense") { id } }`)).toEqual({ node: null });
  });

  it.each([
    ['GET', { method: 'GET' }],
    ['a form', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }],
  ])('runs no document that comes by %s', async (_way, init) => {
    expect((await fetch(`${app.url}/graphql?query={__typename}`, init)).status).toBeGreaterThanOrEqual(400);
  });

  it.each([
    ['too many aliases', `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
    ['too many tokens', `{ ${'__typename '.repeat(1_001)} }`],
    ['nonsense', '{ nothing }'],
  ])('refuses %s as bad input', async (_what, query) => {
    expect(await app.client().refusal(query)).toBe('BAD_USER_INPUT');
  });
});
