/**
 * How soon fifty open screens show what the facilitator of a meeting has just tapped, and how soon one that was cut off is up to date again. The
 * real server with its workers and its database in one process, the screens in another. Then, of five hundred screens: that a change costs as much as there
 * are screens that look at it, however many look at something else.
 *
 *   npm run bench:watchers
 */
import 'reflect-metadata';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicId } from '@yoriai/domain/kernel';
import { scheduleMeetings } from '../../apps/api/src/meetings/meeting/schedule-meetings.js';
import { Sessions } from '../../apps/api/src/platform/auth/sessions.js';
import { startEmbeddedPostgres } from '@yoriai/embedded-postgres';
import { prepareTemplate } from '../../apps/api/src/platform/testing/prepare-template.js';
import { startApp, type TestApp } from '../../apps/api/src/platform/testing/start-app.js';
import type { Plan } from './plan.js';
import { measureTopics } from './topics.js';

const screens = 50;

const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'yoriai-bench-'));
const postgres = await startEmbeddedPostgres(dataDir, { forTests: true });
let failed = true;
try {
  await prepareTemplate(postgres.url);
  process.env['YORIAI_TEST_PG'] = postgres.url;
  const app = await startApp({}, { workers: true });
  console.log(
    `${screens} screens of as many people, node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`,
  );
  const watching = fork(join(import.meta.dirname, 'screens.ts'), [JSON.stringify(await prepare(app))], {
    execArgv: ['--import', join(import.meta.dirname, '../../tools/typescript.mjs')],
  });
  const [code] = (await once(watching, 'exit')) as [number];
  failed = code !== 0;
  await app.stop();
  // Without workers of its own: what is measured is one change, and nothing that comes round by the clock.
  const quiet = await startApp();
  await measureTopics(quiet);
  await quiet.stop();
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

async function prepare(app: TestApp): Promise<Plan> {
  const tenant = await app.tenant('bench');
  const people = [];
  for (let i = 0; i < screens; i++) people.push(await app.member(tenant));
  const [facilitator] = people;
  const groupId = await app.group(tenant, people);
  const startsAtLocal = new Date((await app.advance(0)).getTime() + 10 * 3_600_000)
    .toISOString()
    .slice(0, 16);
  await app.work.inTenant(facilitator!, (tx) =>
    scheduleMeetings(tx, {
      groupId,
      title: '月次レビュー',
      rule: null,
      startsAtLocal,
      timeZone: 'Asia/Tokyo',
      durationMinutes: 120,
      format: 'ONLINE',
    }),
  );
  const [meeting] = await app.sql<{ id: string }>('select id from meeting');
  const sessions = app.application.app.get(Sessions);
  return {
    url: app.url,
    origin: app.config.publicUrl,
    slug: tenant.slug,
    meetingId: publicId('Meeting', meeting!.id as never),
    sessions: await Promise.all(
      people.map(({ userId, tenantId }) => sessions.start(userId, tenantId, 'bench')),
    ),
  };
}
