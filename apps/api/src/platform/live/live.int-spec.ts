import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Database } from '../database/database.js';
import { createLogger } from '../logger.js';
import { bothChanges, Live, type LivePayload } from './live.js';
import { PostgresChannel } from './postgres-channel.js';

/** Two processes on one database. The template has all roles and needs no rows. */
describe('live updates over Postgres', () => {
  const ownerUrl = `${process.env['YORIAI_TEST_PG']}`;
  let databases: Database[];
  let lives: Live[];

  beforeEach(async () => {
    databases = await Promise.all([Database.connect(ownerUrl), Database.connect(ownerUrl)]);
    lives = databases.map((database) => new Live(new PostgresChannel(database, createLogger('silent'), 200)));
    await untilHeard();
  });
  afterEach(async () => {
    await Promise.all(lives.map((live) => live.onApplicationShutdown()));
    await Promise.all(databases.map((database) => database.close()));
  });

  /** Says a word until both hear it: listening begins by itself, and begins again after a break. */
  async function untilHeard(): Promise<void> {
    for (const live of lives) {
      const box = live.subscribe('test:beginning');
      const heard = box.next();
      const saying = setInterval(() => void live.publish('test:beginning', {}).catch(() => undefined), 50);
      await heard;
      clearInterval(saying);
      await box.return?.();
    }
  }
  async function asSuperuser<Row>(text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      return (await client.query(text)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  it('what one process says, the screens of the other hear, and only those of that topic', async () => {
    const [here, there] = lives as [Live, Live];
    const [mine, other] = [there.subscribe('meeting:t1:m1'), there.subscribe('meeting:t2:m1')];
    await here.publish('meeting:t2:m1', { meetingId: 'two' });
    await here.publish('meeting:t1:m1', { meetingId: 'one' });
    expect((await mine.next()).value).toEqual({ meetingId: 'one' });
    expect((await other.next()).value).toEqual({ meetingId: 'two' });
    expect(there.listening).toBe(2);
    await Promise.all([mine.return?.(), other.return?.()]);
    expect(there.listening).toBe(0);
  });

  it('what waits for a slow screen is one change that names all of them, and the same twice is once', async () => {
    const [live] = lives as [Live];
    const [changes, ids, marker] = [
      live.subscribe('test:changes', bothChanges),
      live.subscribe('test:changes'),
      live.subscribe('test:marker'),
    ];
    const say = (...topicIds: string[]) =>
      live.publish(['test:changes', 'test:unheard'], { meetingId: 'm', topicIds });
    await say('a');
    await say('b');
    await say('b');
    await say('a', 'c');
    await live.publish('test:marker', {});
    await marker.next();
    expect((await changes.next()).value).toEqual({ meetingId: 'm', topicIds: ['a', 'b', 'c'] });
    const named = [];
    for (let i = 0; i < 3; i++) named.push(((await ids.next()).value as LivePayload)['topicIds']);
    expect(named).toEqual([['a'], ['b'], ['a', 'c']]);
  });

  it('are heard once by a screen that follows several of the topics, however many are named at once', async () => {
    const [here, there] = lives as [Live, Live];
    const [both, last] = [there.subscribe(['test:1', 'test:2']), there.subscribe('test:300')];
    await here.publish(
      Array.from({ length: 300 }, (_, n) => `test:${n + 1}`),
      // As long as ids are.
      { meetingId: randomUUID(), topicIds: Array.from({ length: 40 }, () => randomUUID()) },
    );
    expect((await last.next()).value).toMatchObject({ meetingId: expect.any(String) });
    await here.publish('test:2', { meetingId: 'the next' });
    await both.next();
    expect((await both.next()).value).toEqual({ meetingId: 'the next' });
    await Promise.all([both.return?.(), last.return?.()]);
    expect(there.listening).toBe(0);
  });

  it('go on after the listening connections were cut', async () => {
    await asSuperuser(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'yoriai live'`,
    );
    await untilHeard();
  });

  it('go on after a listening connection froze: it no longer hears itself', async () => {
    const listening = `select pid from pg_stat_activity where application_name = 'yoriai live' order by pid`;
    const before = await asSuperuser(listening);
    const clients = lives.map(
      (live) =>
        (live as unknown as { channel: { client: { connection: { stream: { pause(): void } } } } }).channel
          .client,
    );
    for (const client of clients) client.connection.stream.pause();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await untilHeard();
    expect(await asSuperuser(listening)).not.toEqual(before);
  });

  it('a screen that never reads costs no more than a hundred words', async () => {
    const [live] = lives as [Live];
    const box = live.subscribe('test:slow');
    const marker = live.subscribe('test:marker');
    for (let i = 0; i < 300; i++) await live.publish('test:slow', { i: String(i) });
    await live.publish('test:marker', {});
    await marker.next();
    expect((await box.next()).value).toEqual({ i: '200' });
  });
});
