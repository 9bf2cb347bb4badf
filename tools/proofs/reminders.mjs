/**
 * Kills the worker twenty times (kill -9) while five hundred reminders fall due, throws the queue away in the middle, and counts:
 * none lost, each on screen exactly once, and how many mails came twice. Real Postgres, real mail server, the real worker.
 *
 *   npm run proof:reminders            SEED=7 KILLS=20 replays a run
 */
import 'reflect-metadata';
import '../typescript.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { worstDelay } from './worst-delay.mjs';

const api = '../../apps/api/src';
const { startEmbeddedPostgres } = await import('@yoriai/embedded-postgres');
const { roleUrl } = await import(`${api}/platform/database/roles.ts`);
const { prepareTemplate } = await import(`${api}/platform/testing/prepare-template.ts`);
const { startApp } = await import(`${api}/platform/testing/start-app.ts`);
const { scheduleMeetings } = await import(`${api}/meetings/meeting/schedule-meetings.ts`);
const { rsvpToMeeting } = await import(`${api}/meetings/meeting/rsvp-to-meeting.ts`);

const seed = Number(process.env.SEED ?? Date.now() % 100_000);
const kills = Number(process.env.KILLS ?? 20);
const [groups, meetingsPerGroup, peoplePerGroup] = [10, 10, 6];
/** One of each group has declined. */
const expected = groups * meetingsPerGroup * (peoplePerGroup - 1);
const root = join(import.meta.dirname, '../..');
const day = 24 * 3600_000;
/** A worker is killed at some moment of its first seconds: while it starts to work, works, or waits for the next sweep. */
const longestLife = 7_000;
const random = randomFrom(seed);

const stops = [];
const mails = new Map();
let failed = true;
try {
  const smtpUrl = await openMailServer();
  const dataDir = await mkdtemp(join(await realpath(tmpdir()), 'yoriai-proof-'));
  const postgres = await startEmbeddedPostgres(dataDir, { forTests: true });
  stops.push(() => rm(dataDir, { recursive: true, force: true }));
  stops.push(() => postgres.stop());
  await prepareTemplate(postgres.url);
  process.env.YORIAI_TEST_PG = postgres.url;
  const app = await startApp({ SMTP_URL: smtpUrl });
  stops.push(() => app.stop());

  await makeMeetings(app);
  const spread = kills * ((await timeToStart(app, smtpUrl)) + longestLife / 2);
  await letFallDueWithin(app, spread);
  say(`${expected} reminders fall due within ${(spread / 1000).toFixed()} s; seed ${seed}`);
  await killWorkers(app, smtpUrl, spread);
  failed = !(await count(app));
} catch (error) {
  console.error(error);
} finally {
  for (const stop of stops.reverse()) await Promise.resolve(stop()).catch((error) => console.error(error));
}
process.exit(failed ? 1 : 0);

/** Groups with a year's worth of dates each, made by the same acts as people use. */
async function makeMeetings(app) {
  for (let g = 0; g < groups; g++) {
    const tenant = await app.tenant();
    const people = [];
    for (let i = 0; i < peoplePerGroup; i++) people.push(await app.member(tenant));
    const groupId = await app.group(tenant, people);
    const [facilitator, decliner] = people;
    for (let m = 0; m < meetingsPerGroup; m++) {
      const startsAtLocal = new Date((await app.advance(0)).getTime() + 2 * day + m * 60_000)
        .toISOString()
        .slice(0, 16);
      const plan = {
        groupId,
        title: '月次レビュー',
        rule: null,
        startsAtLocal,
        timeZone: 'UTC',
        durationMinutes: 120,
        format: 'HYBRID',
      };
      await app.work.inTenant(facilitator, (tx) => scheduleMeetings(tx, plan));
    }
    const meetings = await app.sql('select id from meeting where group_id = $1', [groupId]);
    for (const { id } of meetings)
      await app.work.inTenant(decliner, (tx) => rsvpToMeeting(tx, { meetingId: id, rsvp: 'NO' }));
  }
  await app.drain();
}

/** Meetings begin on the minute; here each is put at a moment of its own, so that reminders fall due all the time. */
async function letFallDueWithin(app, spread) {
  for (const { id } of await app.sql('select id from meeting order by id')) {
    const wait = 5_000 + random() * (spread - 5_000);
    await app.sql(
      `with moved as (
         update meeting set starts_at = app.now() + make_interval(secs => $2) + interval '24 hours',
                            ends_at = app.now() + make_interval(secs => $2) + interval '26 hours' where id = $1 returning starts_at)
       update timer set due_at = moved.starts_at - interval '24 hours', promised_for = moved.starts_at - interval '24 hours'
       from moved where name = 'meeting.reminder.24h' and key = $1::text`,
      [id, wait / 1000],
    );
  }
}

/** So that reminders go on falling due until the last kill, however slow this machine is. */
async function timeToStart(app, smtpUrl) {
  const began = Date.now();
  const worker = await startWorker(app.application.database.ownerUrl, smtpUrl);
  const took = Date.now() - began;
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  return took;
}

async function killWorkers(app, smtpUrl, spread) {
  const ownerUrl = app.application.database.ownerUrl;
  const began = Date.now();
  for (let kill = 1; kill <= kills; kill++) {
    const worker = await startWorker(ownerUrl, smtpUrl);
    await pause(longestLife * random());
    if (kill === Math.ceil(kills / 2)) {
      await throwQueueAway(ownerUrl);
      await pause(2_000);
    }
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    say(`kill ${kill} at ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
  const last = await startWorker(ownerUrl, smtpUrl);
  stops.push(async () => {
    last.kill('SIGTERM');
    await once(last, 'exit');
  });
  await pause(Math.max(0, spread - (Date.now() - began)));
  for (let waited = 0; waited < 180 && (await unfinished(app)) > 0; waited++) await pause(1_000);
}

async function unfinished(app) {
  const [row] = await app.sql(
    `select (select count(*) from timer where state = 'DUE' and due_at <= app.now() + interval '10 minutes')::int
          + (select count(*) from mail_message where kind = 'meeting.reminder.24h' and state in ('QUEUED', 'SENDING'))::int as n`,
  );
  return row.n;
}

async function throwQueueAway(ownerUrl) {
  const client = new pg.Client({ connectionString: roleUrl(ownerUrl, 'app_owner') });
  await client.connect();
  // Workers lock its tables in another order: the loser of a deadlock retries.
  for (let tries = 20; ; tries--) {
    try {
      await client.query('drop schema bullmq cascade');
      break;
    } catch (error) {
      if (error.code !== '40P01' || tries === 0) throw error;
    }
  }
  await client.end();
  say('the queue is gone');
}

/** The process that servers run; it says `ready` in its log. */
async function startWorker(ownerUrl, smtpUrl) {
  const worker = spawn(process.execPath, ['--import', './tools/typescript.mjs', 'apps/api/src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: ownerUrl,
      SMTP_URL: smtpUrl,
      PUBLIC_URL: 'https://yoriai.example',
      ROLE: 'worker',
      HOST: '127.0.0.1',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const died = once(worker, 'exit').then(([code]) =>
    Promise.reject(new Error(`The worker ended with ${code}`)),
  );
  const ready = (async () => {
    for await (const line of createInterface({ input: worker.stdout }))
      if (line.includes('"ready"')) return worker;
    throw new Error('The worker never became ready');
  })();
  died.catch(() => undefined);
  await Promise.race([ready, died]);
  worker.stdout.resume();
  return worker;
}

async function count(app) {
  const rows = await app.sql(
    `select m.id as meeting, g.member_id as member, count(n.id)::int as times,
            max(extract(epoch from n.created_at - (m.starts_at - interval '24 hours')))::float8 as late, max(mail.state) as mail,
            max(mail.id::text) as mail_id, max(mail.repeats) as repeats, (max(r.answer) = 'NO') as declined,
            extract(epoch from m.starts_at - interval '24 hours')::float8 as due
     from meeting m join group_membership g on g.group_id = m.group_id
     left join meeting_rsvp r on r.meeting_id = m.id and r.member_id = g.member_id
     left join notification n on n.member_id = g.member_id and n.kind = 'meeting.reminder.24h' and n.ids ->> 'meetingId' = m.id::text
     left join mail_message mail on mail.notification_id = n.id
     group by m.id, g.member_id, m.starts_at`,
  );
  const due = rows.filter((row) => !row.declined);
  const [clock] = await app.sql('select extract(epoch from app.now())::float8 as now');
  const copies = due.map((row) => mails.get(row.mail_id)?.times ?? 0);
  const sum = (numbers) => numbers.reduce((total, n) => total + n, 0);
  const figures = {
    seed,
    kills,
    'N (reminders due)': due.length,
    'lost on screen': due.filter((row) => row.times === 0).length,
    'more than once on screen': due.filter((row) => row.times > 1).length,
    'shown to someone who declined': rows.filter((row) => row.declined && row.times > 0).length,
    'mails lost': copies.filter((times) => times === 0).length,
    'mails repeated': sum(copies.map((times) => Math.max(0, times - 1))),
    'repeats counted': sum(due.map((row) => row.repeats ?? 0)),
    'mails repeated without being counted': due.filter((row, i) => copies[i] - 1 > (row.repeats ?? 0)).length,
    'most copies of one mail': Math.max(...copies),
    'worst delay on screen, s': Math.max(...due.map((row) => row.late ?? Infinity)).toFixed(1),
    'worst delay of a mail, s': worstDelay(
      due.map((row) => ({ due: row.due, arrived: mails.get(row.mail_id)?.first })),
      clock.now - Date.now() / 1000,
    ).toFixed(1),
  };
  for (const [name, figure] of Object.entries(figures)) console.log(`${name.padEnd(38)} ${figure}`);
  const held =
    figures['N (reminders due)'] === expected &&
    [
      'lost on screen',
      'more than once on screen',
      'shown to someone who declined',
      'mails lost',
      'mails repeated without being counted',
    ].every((name) => figures[name] === 0) &&
    figures['most copies of one mail'] <= 1 + kills &&
    // Nothing arrives before it is due: such a figure is a fault of the proof.
    Number(figures['worst delay of a mail, s']) >= 0 &&
    Number(figures['worst delay on screen, s']) >= 0;
  console.log(held ? 'The promise held.' : 'THE PROMISE WAS BROKEN.');
  return held;
}

/** Takes its time over each mail, so that workers die in the middle of the conversation. */
async function openMailServer() {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, _session, done) {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        const id = /^message-id: <([^@>]+)/im.exec(Buffer.concat(parts).toString('latin1'))?.[1];
        const seen = mails.get(id);
        mails.set(id, { times: (seen?.times ?? 0) + 1, first: seen?.first ?? Date.now() });
        setTimeout(done, random() * 80);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => new Promise((resolve) => server.close(resolve)));
  return `smtp://127.0.0.1:${server.server.address().port}`;
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function say(text) {
  console.log(text);
}
