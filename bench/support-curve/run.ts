import 'reflect-metadata';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { migrations } from '../../apps/api/migrations/index.js';
import { startApplication } from '../../apps/api/src/application.js';
import { readConfig } from '../../apps/api/src/platform/config.js';
import { startEmbeddedPostgres } from '@yoriai/embedded-postgres';
import { migrate } from '../../apps/api/src/platform/database/migrate.js';
import { createLogger } from '../../apps/api/src/platform/logger.js';
import { audiences } from '../../apps/api/src/platform/audiences/audiences.js';
import { foldForSearch, gramsOf } from '../../apps/api/src/platform/search/fold.js';
import { search } from '../../apps/api/src/platform/search/search.js';
import { asked, explain } from '../../apps/api/src/platform/testing/explain.js';
import { Work } from '../../apps/api/src/platform/work/work.js';
import { Crowd } from '../../apps/api/src/support/requests/crowd.factory.js';
import { readings, type Reading } from '../../apps/api/src/support/requests/crowd-readings.factory.js';

const sizes = [1_000, 10_000, 100_000, 1_000_000].filter(
  (n) => n <= Number(process.env['BENCH_MOST'] ?? 1_000_000),
);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 41);

interface Measured {
  readonly p50: number;
  readonly buffers: number;
}

const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'yoriai-bench-'));
/** Of a good three hundred characters. */
const posted =
  '来月から主な仕入れ先が二割ほど値上げすると言われました。うちの定食は十年ほとんど値段を変えておらず、常連のお客さまの顔が浮かんでなかなか決められません。' +
  '光熱費も去年より月に三万円ほど増えていて、このままだと夏までに赤字になりそうです。量を減らすか、メニューを絞るか、思い切って値上げするか、家族とも意見が分かれています。' +
  '同じような時期を乗り越えた方がいらっしゃいましたら、いつ、どのくらい上げて、お客さまにどんな言葉で伝えたのか、その後どのくらい客足が変わったのかを教えていただけないでしょうか。' +
  '張り紙の文面や、先に常連さんへ声をかける順番なども知りたいです。また、仕入れ先と話し合って条件を変えてもらえた例があれば、それも参考にしたいです。どうぞよろしくお願いします。';

const postgres = await startEmbeddedPostgres(dataDir, { forTests: true });
try {
  await migrate(postgres.url, migrations);
  const config = readConfig({ PORT: '0', DEMO: '0', LOG_LEVEL: 'fatal', DATA_DIR: dataDir });
  const application = await startApplication(config, postgres.url, createLogger('fatal'), { workers: false });
  const work = application.app.get(Work);
  const crowd = await Crowd.gather(application.database.ownerUrl);
  const curve: Record<string, Measured>[] = [];
  const writing: number[] = [];
  for (const size of sizes) {
    const begun = performance.now();
    await crowd.grow(size);
    console.log(
      `${size.toLocaleString('en')} requests, written in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
    );
    curve.push(
      Object.fromEntries(
        await inTurn(
          Object.entries(readings(crowd)),
          async ([name, reading]) => [name, await measure(work, crowd, reading)] as const,
        ),
      ),
    );
    writing.push(await indexing(work, crowd));
  }
  console.log(
    `\nMiddle of ${rounds} readings through the stores, as a member under row-level security; node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`,
  );
  for (const [what, of, digits] of [
    ['p50 ms', (m: Measured) => m.p50, 2],
    ['pages of 8 kB looked at', (m: Measured) => m.buffers, 0],
  ] as const) {
    console.log(`\n${what.padEnd(28)}${sizes.map((n) => n.toLocaleString('en').padStart(20)).join('')}`);
    for (const name of Object.keys(curve[0]!)) {
      const first = of(curve[0]![name]!);
      const cells = curve.map((row) => {
        const value = of(row[name]!);
        return `${value.toFixed(digits)} (× ${(value / first).toFixed(2)})`.padStart(20);
      });
      console.log(`${name.padEnd(28)}${cells.join('')}`);
    }
  }
  console.log(
    `\nms to make a text of ${[...posted].length} characters findable, ${gramsOf(foldForSearch(posted)).length} grams: ${writing.map((ms) => ms.toFixed(1)).join(', ')}`,
  );
  await crowd.leave();
  await application.close();
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);

async function measure(work: Work, crowd: Crowd, read: Reading): Promise<Measured> {
  const { tx, close } = await work.reading(crowd.viewer);
  try {
    const statements = await asked(tx, read);
    const times: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const begun = performance.now();
      await read(tx);
      times.push(performance.now() - begun);
    }
    const plans = await inTurn(statements, (statement) => explain(tx, statement));
    return {
      p50: times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!,
      buffers: plans.reduce((sum, { buffers }) => sum + buffers, 0),
    };
  } finally {
    await close();
  }
}

/** What posting pays for being found; taken back each time. */
async function indexing(work: Work, crowd: Crowd): Promise<number> {
  const times: number[] = [];
  const takenBack = new Error('taken back');
  for (let i = 0; i < rounds; i++)
    await work
      .asSystem(crowd.tenantId, 'bench', async (tx) => {
        const audienceId = await audiences.tenant(tx);
        const begun = performance.now();
        const id = tx.newId<'SupportRequest'>();
        await search.index(tx, { kind: 'support-request', id, audienceId, text: posted, at: tx.now });
        times.push(performance.now() - begun);
        throw takenBack;
      })
      .catch((error: unknown) => {
        if (error !== takenBack) throw error;
      });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

async function inTurn<T, R>(all: readonly T[], one: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of all) done.push(await one(item));
  return done;
}
