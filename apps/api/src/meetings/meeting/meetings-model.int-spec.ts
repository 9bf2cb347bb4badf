import { afterAll, beforeAll, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { startApp, type TestApp } from '../../platform/testing/start-app.js';
import { evening, Start } from './meetings-model-evening.factory.js';
import { Model, PassTime, planning, Real, Schedule, which } from './meetings-model.factory.js';

let app: TestApp;
let postgres: pg.Client;
beforeAll(async () => {
  app = await startApp();
  postgres = new pg.Client({ connectionString: app.application.database.ownerUrl });
  await postgres.connect();
});
afterAll(async () => {
  await postgres?.end();
  await app?.stop();
});

const given = (name: string): number | undefined =>
  process.env[name] === undefined ? undefined : Number(process.env[name]);

/**
 * Runs the product beside the model; a failure names seed and path that bring it back. More of it:
 * `npm run proof:meetings -- --runs 200 --seed 7`.
 */
it(
  'whatever facilitators, members and time do, from plan to follow-up, everything is what it should be',
  async () => {
    const runs = given('MODEL_RUNS') ?? 2;
    const [seed, path] = [given('MODEL_SEED'), process.env['MODEL_PATH']];
    const few = { maxCommands: 16, size: '+1' } as const;
    const before = fc.commands<Model, Real, false>([...planning, ...evening], few);
    const after = fc.commands<Model, Real, false>([...evening, ...evening, ...planning], few);
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(before, which, after, async (first, nth, then) => {
        const all = [...first, new Start(nth), ...then, new PassTime(26)];
        await fc.asyncModelRun(async () => {
          const model = new Model();
          const real = await Real.begin(app, postgres, model);
          await new Schedule(200, 4).run(model, real);
          return { model, real };
        }, all);
        for (const step of all) {
          const act = String(step).split('(')[0]!;
          done.set(act, (done.get(act) ?? 0) + 1);
        }
      }),
      {
        numRuns: runs,
        endOnFailure: runs < 50,
        ...(seed === undefined ? {} : { seed }),
        ...(path ? { path } : {}),
      },
    );
    if (given('MODEL_RUNS')) process.stdout.write(`${JSON.stringify(Object.fromEntries(done))}\n`);
  },
  24 * 3_600_000,
);
