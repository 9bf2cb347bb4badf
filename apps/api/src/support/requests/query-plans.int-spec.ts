import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asked, explain, type Plan } from '../../platform/testing/explain.js';
import { startApp, type TestApp } from '../../platform/testing/start-app.js';
import { foldForSearch } from '../../platform/search/fold.js';
import { readings, searchedWords } from './crowd-readings.factory.js';
import { Crowd } from './crowd.factory.js';
import { supportRequestsStore, type SeenRequest } from './support-requests.store.js';

let app: TestApp;
let crowd: Crowd;
const plans: { size: number; of: Record<string, Plan[]> }[] = [];

beforeAll(async () => {
  app = await startApp({});
  crowd = await Crowd.gather(app.application.database.ownerUrl);
  for (const size of [2_000, 20_000]) {
    await crowd.grow(size);
    const of: Record<string, Plan[]> = {};
    const { tx, close } = await app.work.reading(crowd.viewer);
    for (const [name, read] of Object.entries(readings(crowd))) {
      const statements = await asked(tx, read);
      // As often as it takes the database to settle for one plan.
      for (let i = 0; i < 6; i++) await read(tx);
      of[name] = [];
      for (const statement of statements) of[name].push(await explain(tx, statement));
    }
    await close();
    plans.push({ size, of });
  }
}, 300_000);
afterAll(async () => {
  await crowd?.leave();
  await app?.stop();
});

const pages = (of: readonly Plan[]): number => of.reduce((sum, { buffers }) => sum + buffers, 0);
const names = Object.keys(readings({} as Crowd));

describe('what members look at, in a tenant of twenty thousand requests', () => {
  it.each(names)('%s: no table is read from end to end', (name) => {
    const scans = plans[1]!.of[name]!.flatMap((plan) => plan.scans);
    expect(
      scans.filter((scan) =>
        /^(Parallel )?Seq Scan of (support_(request|reply|offer)|anonymous_author|search_document|search_gram)/.test(
          scan,
        ),
      ),
    ).toEqual([]);
  });

  it.each(names)('%s: as much of the database is looked at as in one of two thousand', (name) => {
    const [small, large] = plans.map(({ of }) => pages(of[name]!)) as [number, number];
    // Ten times the requests may cost a level of an index here and there; never ten times the pages.
    expect(large).toBeLessThan(small * 1.5 + 60);
  });

  it.each(Object.entries(searchedWords))('%s: finds what is there, newest first', async (_name, word) => {
    const { tx, close } = await app.work.reading(crowd.viewer);
    const filter = { groupId: null, types: null, statuses: null };
    const found: string[] = [];
    for (let after: string[] | null = null, more = true; more && found.length < 60;) {
      const rows = await supportRequestsStore.search(tx, filter, { first: 20, after }, word);
      const last: SeenRequest | undefined = rows.slice(0, 20).at(-1);
      found.push(...rows.slice(0, 20).map(({ id }) => id));
      more = rows.length > 20;
      after = last ? [last.createdAt.toISOString(), last.id] : null;
    }
    const there = await tx.sql<{ id: string }>(
      'test.one-by-one',
      `select subject_id as id from search_document where kind = 'support-request' and position($1 in folded) > 0
       order by at desc, subject_id desc limit 60`,
      [foldForSearch(word)],
    );
    await close();
    expect(found).toEqual(there.map(({ id }) => id));
    expect(there.length > 0).toBe(word !== searchedWords['search, a word of no text']);
  });
});
