import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { publicId } from '@yoriai/domain/kernel';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { WebSocket } from 'ws';
import { daysOn } from '../../../../../tools/day/test-day.cjs';
import { FuzzDocuments, type Post } from './fuzz-documents.js';
import { startApp, type TestApp, type TestClient, type TestMember } from './start-app.js';

/** FUZZ_DOCUMENTS=100000 FUZZ_SEED=7 for a longer run, or the same one again; FUZZ_ONLY=4711 sends that one alone. */
const documents = Number(process.env['FUZZ_DOCUMENTS'] ?? 500);
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 100_000));
const only = process.env['FUZZ_ONLY'];
const atOnce = 8;
/** What no answer may hold: our own failure, a place in the code, words of the database. */
const telltale =
  /INTERNAL|\bat .*\.[cm]?[jt]s:\d+|node_modules|\b(select|insert|update|delete)\b.*\b(from|into|set)\b.*(\$\d|where)|violates|syntax error at or near|relation "|invalid input syntax|QueryFailedError|TypeError|RangeError/i;

/** An evening two months from now. */
const soon = `${daysOn(60)}T19:00`;

let app: TestApp;
let people: { admin: TestMember; facilitator: TestMember; peer: TestMember };
let ids: string[];
beforeAll(async () => {
  app = await startApp();
  const tenant = await app.tenant();
  people = {
    admin: await app.member(tenant, { role: 'ADMIN' }),
    facilitator: await app.member(tenant),
    peer: await app.member(tenant),
  };
  const groupId = await app.group(tenant, [people.facilitator, people.peer]);
  ids = await somethingOfEverything(publicId('Group', groupId));
});
afterAll(() => app?.stop());

/** Makes a little of everything, so that ids mean something; answers with the ids. */
async function somethingOfEverything(group: string): Promise<string[]> {
  const [admin, facilitator, peer] = await Promise.all([
    app.as(people.admin),
    app.as(people.facilitator),
    app.as(people.peer),
  ]);
  const made: unknown[] = [group, Object.values(people).map((one) => publicId('Member', one.memberId))];
  const keep = async (client: TestClient, query: string, variables = {}): Promise<string> => {
    const data = await client.ask<Record<string, { id: string }>>(query, variables);
    made.push(data);
    return Object.values(data)[0]!.id;
  };
  const request = await keep(
    peer,
    `mutation ($group: ID!) { postSupportRequest(input: { groupId: $group, type: APPRAISAL, wanted: ADVICE, title: "値上げ", body: "どう伝えますか" }) { id } }`,
    { group },
  );
  await keep(
    facilitator,
    `mutation ($id: ID!) { replyToSupportRequest(input: { requestId: $id, body: "うちでは" }) { id } }`,
    { id: request },
  );
  await keep(
    facilitator,
    `mutation ($id: ID!) { offerSupport(input: { requestId: $id, message: "見ます" }) { id } }`,
    { id: request },
  );
  await keep(
    facilitator,
    `mutation ($group: ID!) { scheduleMeetings(input: { groupId: $group, title: "例会", startsAtLocal: "${soon}", rule: "FREQ=WEEKLY;COUNT=3", timeZone: "Asia/Tokyo", durationMinutes: 90, format: ONLINE }) { id meetings { edges { node { id agenda { id } } } } } }`,
    { group },
  );
  await keep(facilitator, `mutation ($group: ID!) { createJoinLink(input: { groupId: $group }) { id } }`, {
    group,
  });
  await keep(
    admin,
    `mutation { createProgramme(input: { name: "期", startsOn: "2026-04-01", endsOn: "2027-03-31" }) { id } }`,
  );
  await keep(
    admin,
    `mutation { inviteMember(input: { email: "neu@example.jp", displayName: "新井 薫" }) { id } }`,
  );
  await app.drain();
  made.push(
    await peer.ask(
      `{ notifications { edges { node { id } } } viewer { sessions { id } user { id } tenant { id } } }`,
    ),
  );
  return [...new Set(JSON.stringify(made).match(/[a-z]{3}_[0-9a-f-]{36}/g))];
}

interface Finding {
  readonly n: number;
  readonly status: number;
  readonly sent: unknown;
  readonly answer: string;
}

/** Sends one and says what was wrong with the answer, if anything. */
async function send(n: number, post: Post, client: TestClient): Promise<Finding | null> {
  const report = (status: number, answer: string): Finding => ({
    n,
    status,
    sent: typeof post.body === 'string' ? post.body.slice(0, 3_000) : `${post.method} ${post.path}`,
    answer: answer.slice(0, 1_500),
  });
  try {
    const response = await client.fetch(post.path, {
      method: post.method,
      headers: { ...(client.slug ? { 'yoriai-tenant': client.slug } : {}), ...post.headers },
      body: post.body,
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    // The figures and mails of the development mode are no answers to a caller's input.
    const harmless = post.path.startsWith('/metrics') || post.path.startsWith('/dev/mail');
    const echoed = post.body ? text.replaceAll(/"message":"(?:[^"\\]|\\.)*"/g, '"message":""') : text;
    if (response.status >= 500) return report(response.status, text);
    return !harmless && telltale.test(echoed) ? report(response.status, text) : null;
  } catch (error) {
    return report(0, String(error));
  }
}

describe('whatever is sent', () => {
  it(`${documents} documents, valid, nearly valid and noise, are answered without a fault (seed ${seed})`, async () => {
    const introspection = await app.client().ask<IntrospectionQuery>(getIntrospectionQuery());
    const fuzz = new FuzzDocuments(buildClientSchema(introspection), ids, seed);
    const found: Finding[] = [];
    const numbers = only ? only.split(',').map(Number) : Array.from({ length: documents }, (_, n) => n);
    for (let from = 0; from < numbers.length; from += 100) {
      // Undoes what the documents did to the callers who sent them, and empties the throttle.
      await app.sql(`truncate auth.throttle`);
      await app.sql(
        `update member set status = 'ACTIVE', role = case when id = $1 then 'ADMIN' else role end where id = any ($2)`,
        [people.admin.memberId, Object.values(people).map((one) => one.memberId)],
      );
      const senders = [
        await app.as(people.admin),
        await app.as(people.facilitator),
        await app.as(people.peer),
        app.client(),
      ];
      const hundred = numbers.slice(from, from + 100);
      const next = hundred[Symbol.iterator]();
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (const n of next) {
            const post = fuzz.post(n);
            const sender = senders[n % senders.length]!;
            // Twice: a text that comes again is not compiled again.
            const finding =
              (await send(n, post, sender)) ?? (n % 3 === 0 ? await send(n, post, sender) : null);
            if (finding) found.push(finding);
          }
        }),
      );
    }
    if (found.length > 0) console.error(`seed ${seed}, ${documents} documents:`, found.slice(0, 8));
    expect(found.map(({ n, status, answer }) => ({ n, status, answer: answer.slice(0, 300) }))).toEqual([]);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    await app.drain();
    // A transaction that an answer left open keeps its connection for ever; ten of them exhaust the pool.
    expect(
      await app.sql(
        `select query from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
      ),
    ).toEqual([]);
  }, 3_600_000);

  it('over a socket ends that socket at most', async () => {
    const { hostname, port } = new URL(app.url);
    const upgrade = (path: string, more = '') =>
      `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${more}\r\n`;
    const openings = [
      upgrade('//'),
      upgrade('http://['),
      upgrade('/other'),
      upgrade('/graphql?%'),
      upgrade('/graphql', 'Origin: null\r\n'),
      upgrade('/graphql', 'Origin: http://[\r\n'),
      upgrade('/graphql', 'Cookie: session=%\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n'),
      upgrade('/graphql').replace('AAAAAAAAAAAAAAAAAAAAAA==', '?'),
      upgrade('/graphql').replace('Upgrade: websocket', 'Upgrade: h2c'),
    ];
    for (const opening of openings)
      for (const how of ['end', 'resetAndDestroy', 'rubbish'] as const) {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => undefined);
        socket.write(opening);
        if (how === 'resetAndDestroy') await pause(5);
        if (how === 'rubbish') socket.write(Buffer.from([0xff, 0xff, 0xff, 0x00, 0x81, 0xfe]));
        socket[how === 'rubbish' ? 'end' : how]();
      }
    const words = [
      '',
      'null',
      '[]',
      '{"type":"nothing"}',
      '{"type":"connection_init","payload":[]}',
      '{"type":"connection_init","payload":{"Yoriai-Tenant":{"a":1}}}',
      '{"type":"subscribe"}',
      ...[
        '1',
        '{}',
        '{"query":1}',
        '{"query":"{"}',
        '{"query":"{ __typename }"}',
        '{"query":"subscription { notificationArrived { id } }","variables":[1]}',
        '{"query":"subscription { notificationArrived @include(if: $missing) { id } }"}',
      ].map((payload) => `{"id":"x","type":"subscribe","payload":${payload}}`),
      `{"id":"y","type":"subscribe","payload":{"query":"subscription ($id: ID!) { meetingChanged(meetingId: $id) { id } }","variables":{"id":"\\u0000"}}}`,
      'x'.repeat(70_000),
    ];
    const peer = await app.as(people.peer);
    const said: string[] = [];
    for (const word of words) {
      const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers: { cookie: `session=${peer.cookies.get('session')}` },
      });
      socket.on('error', () => undefined);
      socket.on('message', (data) => said.push(String(data)));
      await new Promise((resolve) => socket.once('open', resolve));
      if (!word.includes('connection_init')) socket.send('{"type":"connection_init"}');
      await pause(20);
      socket.send(word);
      await pause(50);
      socket.terminate();
    }
    expect(said.filter((text) => telltale.test(text))).toEqual([]);
    expect(said.filter((text) => text.includes('BAD_USER_INPUT')).length).toBeGreaterThan(2);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });

  it('fragments that multiply are counted, however they end', async () => {
    const fragments = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    ).join(' ');
    for (const end of ['...Missing', '__schema { __typename }', '__typename', '...F0'])
      expect(await app.client().refusal(`{ ...F0 } ${fragments} fragment F60 on Query { ${end} }`)).toBe(
        'BAD_USER_INPUT',
      );
  });
});
