import { afterAll, beforeAll, it } from '@jest/globals';
import { startApp, type TestApp } from '../platform/testing/start-app.js';
import { meetingsKeepTheirWord } from './meetings-model.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app?.stop());

const given = (name: string): number | undefined =>
  process.env[name] === undefined ? undefined : Number(process.env[name]);

/** More of it: `npm run proof:meetings -- --runs 200 --seed 7`. */
it(
  'whatever two facilitators, members and time do, meetings, answers and reminders are what they should be',
  async () => {
    const runs = given('MODEL_RUNS') ?? 8;
    const [seed, path] = [given('MODEL_SEED'), process.env['MODEL_PATH']];
    await meetingsKeepTheirWord(app, {
      runs,
      ...(seed === undefined ? {} : { seed }),
      ...(path ? { path } : {}),
    });
  },
  24 * 3_600_000,
);
