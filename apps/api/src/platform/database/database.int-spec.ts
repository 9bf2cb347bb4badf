import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../testing/start-app.js';
import { Database } from './database.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({});
});
afterAll(() => app.stop());

it('a request that has waited long enough for a connection is answered without one, and the next gets it again', async () => {
  const database = await Database.connect(app.application.database.ownerUrl, 1, 2_000);
  try {
    const held = await database.auth.connect();
    await expect(database.auth.connect()).rejects.toThrow(/timeout/);
    held.release();
    (await database.auth.connect()).release();

    for (const source of [database.members, database.workers]) {
      const [first, second] = [source.createQueryRunner(), source.createQueryRunner()];
      await first.connect();
      await expect(second.connect()).rejects.toThrow(/timeout/);
      await first.release();
      const third = source.createQueryRunner();
      await third.query('select 1');
      await third.release();
    }
  } finally {
    await database.close();
  }
});
