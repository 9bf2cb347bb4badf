import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Kind, print, visit, type DefinitionNode, type DocumentNode } from 'graphql';
import pg from 'pg';
import { publicId } from '@yoriai/domain/kernel';
import { Live } from '../../apps/api/src/platform/live/live.js';
import { Sessions } from '../../apps/api/src/platform/auth/sessions.js';
import type { TestApp, TestClient } from '../../apps/api/src/platform/testing/start-app.js';

export interface Seen {
  readonly bytes: number;
}
export type Bid =
  | {
      readonly name: 'open';
      readonly url: string;
      readonly origin: string;
      readonly slug: string;
      readonly screens: readonly { readonly session: string; readonly id: string }[];
      readonly subscribe: readonly string[];
    }
  | { readonly name: 'close' }
  | { readonly name: 'count'; readonly reset: boolean };

const topics = 50;
const screensPerTopic = 10;
const changes = Number(process.env['BENCH_CHANGES'] ?? 20);

interface Topic {
  readonly groupId: string;
  readonly meeting: string;
  readonly request: string;
  readonly sessions: readonly string[];
  readonly writer: TestClient;
}
interface Way {
  readonly of: 'meeting' | 'request';
  readonly label: string;
  readonly subscribe: readonly string[];
}
interface Cost {
  readonly statements: number;
  readonly cpuMs: number;
  readonly bytes: number;
}

/**
 * Five hundred screens of one tenant, ten each on fifty meetings and fifty requests, or the lists of ten people in each of fifty groups: what one
 * change costs the server, as more screens look at other things, and as more look at the same. Statements and bytes are counted, processor time is of the server's process alone.
 */
export async function measureTopics(app: TestApp): Promise<void> {
  let statements = 0;
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    statements += 1;
    return query.apply(this, args);
  } as never;
  const { slug, all } = await prepare(app);
  const lines = fork(join(import.meta.dirname, 'lines.ts'), {
    execArgv: ['--import', join(import.meta.dirname, '../../tools/typescript.mjs')],
  });
  const live = app.application.app.get(Live);
  const count = async (reset = false): Promise<Seen> => {
    const answer = once(lines, 'message');
    bid(lines, { name: 'count', reset });
    return ((await answer) as [Seen])[0];
  };
  /** Nothing is asked of the database any more. */
  const quiet = async (): Promise<void> => {
    for (let before = -1; before !== statements; await pause(150)) before = statements;
  };

  async function cost(way: Way, own: number, others: number): Promise<Cost> {
    const rest = all
      .slice(1)
      .flatMap((topic) => topic.sessions.map((session) => ({ session, id: topic[way.of] })));
    // What people may do in an hour is not the question, and neither is how long a thread has grown.
    await app.sql(`delete from auth.throttle`);
    const first =
      way.of === 'request'
        ? { ...all[0]!, request: await postRequest(all[0]!.writer, all[0]!.groupId) }
        : all[0]!;
    const screens = [
      ...first.sessions.slice(0, own).map((session) => ({ session, id: first[way.of] })),
      ...rest.slice(0, others),
    ];
    const expected = live.listening + screens.length * way.subscribe.length;
    // `@unmask` is between the client and its cache.
    const subscribe = way.subscribe.map((text) => text.replaceAll(' @unmask', ''));
    bid(lines, { name: 'open', url: app.url, origin: app.config.publicUrl, slug, screens, subscribe });
    while (live.listening < expected) await pause(20);
    const change = (nth: number): Promise<unknown> =>
      way.of === 'meeting'
        ? first.writer.ask(
            `mutation ($id: ID!, $rsvp: Rsvp!) { rsvpToMeeting(meetingId: $id, rsvp: $rsvp) { id } }`,
            {
              id: first.meeting,
              rsvp: nth % 2 === 0 ? 'YES' : 'NO',
            },
          )
        : first.writer.ask(
            `mutation ($id: ID!) { replyToSupportRequest(input: { requestId: $id, body: "うちでは少しずつ上げました。" }) { id } }`,
            { id: first.request },
          );
    const round = async (nth: number): Promise<void> => {
      await change(nth);
      await app.drain();
      await quiet();
    };
    for (let nth = 0; nth < 4; nth++) await round(nth);
    await count(true);
    const [from, cpu] = [statements, process.cpuUsage()];
    for (let nth = 0; nth < changes; nth++) await round(nth);
    const used = process.cpuUsage(cpu);
    const { bytes } = await count(true);
    const figures = {
      statements: (statements - from) / changes,
      cpuMs: (used.user + used.system) / 1_000 / changes,
      bytes: bytes / changes,
    };
    bid(lines, { name: 'close' });
    while (live.listening > expected - screens.length * way.subscribe.length) await pause(20);
    return figures;
  }

  for (const way of await ways()) {
    console.log(`\n${way.label}`);
    const alone = await cost(way, 0, 0);
    // What the act and its readers cost without any screen is taken off.
    const show = async (own: number, others: number): Promise<void> => {
      const { statements: asked, cpuMs, bytes } = await cost(way, own, others);
      const perScreen = own > 0 ? `, ${(bytes / own).toFixed(0)} a screen` : '';
      console.log(
        `${String(own).padStart(3)} screens of it, ${String(others).padStart(3)} of other things: ` +
          `${(asked - alone.statements).toFixed(1).padStart(7)} statements, ${(cpuMs - alone.cpuMs).toFixed(1).padStart(6)} ms, ` +
          `${bytes.toFixed(0).padStart(7)} bytes${perScreen}`,
      );
    };
    for (const others of [0, 250, 490]) await show(10, others);
    for (const own of [1, 5]) await show(own, 0);
  }
  lines.kill();
  pg.Client.prototype.query = query as never;
}

const bid = (lines: ChildProcess, what: Bid): void => void lines.send(what);

async function prepare(app: TestApp): Promise<{ slug: string; all: readonly Topic[] }> {
  const tenant = await app.tenant('topics');
  const sessions = app.application.app.get(Sessions);
  const startsAtLocal = new Date((await app.advance(0)).getTime() + 10 * 86_400_000)
    .toISOString()
    .slice(0, 16);
  const all: Topic[] = [];
  for (let nth = 0; nth < topics; nth++) {
    const people = await app.members(
      tenant,
      Array.from({ length: screensPerTopic }, (_, i) => ({ name: `会員 ${nth}-${i}` })),
    );
    const groupId = publicId('Group', await app.group(tenant, people));
    const writer = await app.as(people[0]!);
    const { scheduleMeetings } = await writer.ask<{
      scheduleMeetings: { meetings: { edges: { node: { id: string } }[] } };
    }>(
      `mutation ($input: ScheduleMeetingsInput!) { scheduleMeetings(input: $input) { meetings { edges { node { id } } } } }`,
      {
        input: {
          groupId,
          title: '月次レビュー',
          rule: null,
          startsAtLocal,
          timeZone: 'Asia/Tokyo',
          durationMinutes: 120,
          format: 'ONLINE',
        },
      },
    );
    const meeting = scheduleMeetings.meetings.edges[0]!.node.id;
    for (const person of people.slice(0, 6)) {
      const client = await app.as(person);
      await client.ask(
        `mutation ($id: ID!) { submitCheckIn(input: { meetingId: $id, progress: "棚を直し、値札を付け替えました。", problem: "仕入れ値が上がっています。" }) { id } }`,
        { id: meeting },
      );
      await client.ask(
        `mutation ($id: ID!) { proposeTopic(input: { meetingId: $id, title: "値上げの時期", detail: "いつ、どう伝えるか。" }) { id } }`,
        { id: meeting },
      );
    }
    all.push({
      groupId,
      meeting,
      request: await postRequest(writer, groupId),
      writer,
      sessions: await Promise.all(
        people.map(({ userId, tenantId }) => sessions.start(userId, tenantId, 'bench')),
      ),
    });
  }
  await app.drain();
  return { slug: tenant.slug, all };
}

async function postRequest(client: TestClient, groupId: string): Promise<string> {
  const { postSupportRequest } = await client.ask<{ postSupportRequest: { id: string } }>(
    `mutation ($g: ID) { postSupportRequest(input: { groupId: $g, type: INFORMATIONAL, wanted: EXPERIENCE, title: "値上げの伝え方", body: "常連さんにどう伝えましたか。" }) { id } }`,
    { g: groupId },
  );
  return postSupportRequest.id;
}

/** As the web client asks now; of a meeting also as it asked before. */
async function ways(): Promise<readonly Way[]> {
  const { readDocuments } = (await import(
    pathToFileURL(join(import.meta.dirname, '../../apps/web/codegen.mjs')).href
  )) as { readDocuments: () => Promise<{ document: DocumentNode }[]> };
  const definitions = (await readDocuments()).flatMap(({ document }) => document.definitions);
  const operation = (name: string): string => composed(`${name}`, definitions);
  const fragments = (text: string): string => `${text}\n${composedFragments(text, definitions)}`;
  return [
    {
      of: 'meeting',
      label: 'An answer to a meeting, told whole and twice (before)',
      subscribe: ['MeetingPageParts', 'PreparationParts'].map((part) =>
        fragments(`subscription Before($id: ID!) { meetingChanged(meetingId: $id) { id ...${part} } }`),
      ),
    },
    {
      of: 'meeting',
      label: 'An answer to a meeting, told as what changed',
      subscribe: [operation('MeetingUpdates')],
    },
    {
      of: 'request',
      label: 'A reply, on screens of one request',
      subscribe: [operation('SupportRequestUpdates')],
    },
    {
      of: 'request',
      label: 'A reply, on screens that list all requests',
      subscribe: [operation('SupportListChanged')],
    },
  ];
}

const nameOf = (one: DefinitionNode): string | undefined => ('name' in one ? one.name?.value : undefined);

function composed(name: string, all: readonly DefinitionNode[]): string {
  const own = all.find((one) => one.kind === Kind.OPERATION_DEFINITION && nameOf(one) === name)!;
  const text = print(own);
  return `${text}\n${composedFragments(text, all)}`;
}

/** The fragments that a text spreads, and those that they spread. */
function composedFragments(text: string, all: readonly DefinitionNode[]): string {
  const found = new Map<string, DefinitionNode>();
  const seek = (name: string): void => {
    const fragment = all.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && nameOf(one) === name);
    if (!fragment || found.has(name)) return;
    found.set(name, fragment);
    visit(fragment, { FragmentSpread: (spread) => void seek(spread.name.value) });
  };
  for (const [, name] of text.matchAll(/\.\.\.\s*(\w+)/g)) if (name !== 'on') seek(name!);
  return [...found.values()].map(print).join('\n');
}
