/**
 * Runs what reads a date on thirty days, and everything on four of them, one run at a time on each core. What fails is run again: if it fails again,
 * it broke on that day; if it passes, it flickers, and must then pass five times in a row while the second core is kept busy.
 *
 *   npm run proof:dates                 goes on where docs/proofs/dates.jsonl says that it stopped, on any machine; -- --fresh begins anew
 *   npm run proof:dates -- --days 2028-02-29,2027-03-28      --minutes 60 is how long new runs are begun
 */
import { spawn, spawnSync, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { nodeOptions } from '../jest/run.mjs';
import { build, checkNode, install, root, say } from '../set-up.mjs';

const days = {
  '2026-11-17': 'the day on which tests live',
  '2026-11-29': 'a day on which two journeys failed once',
  '2026-11-30': 'the end of a month of thirty days',
  '2026-12-28': 'between the years',
  '2026-12-29': 'between the years',
  '2026-12-30': 'between the years',
  '2026-12-31': 'the last day of a year',
  '2027-01-01': 'the first day of a year',
  '2027-01-02': 'the new year’s holidays',
  '2027-01-03': 'the new year’s holidays',
  '2027-01-04': 'the first working day',
  '2027-01-31': 'the end of a month of thirty-one days',
  '2027-02-28': 'the end of a short February',
  '2027-03-01': 'the day after it',
  '2027-03-14': 'New York’s clocks go forward',
  '2027-03-28': 'Berlin’s clocks go forward',
  '2027-03-31': 'the last day of Japan’s business year',
  '2027-04-01': 'the first day of the next',
  '2027-04-04': 'Lord Howe’s clocks go back, by half an hour',
  '2027-04-30': 'the end of a month, a holiday follows',
  '2027-05-11': 'the day before a second Wednesday',
  '2027-05-12': 'a second Wednesday, when the demo’s group meets',
  '2027-05-13': 'the day after it',
  '2027-08-31': 'the end of a month, and a shorter one follows',
  '2027-10-03': 'Lord Howe’s clocks go forward',
  '2027-10-31': 'Berlin’s clocks go back, and a month ends',
  '2027-11-07': 'New York’s clocks go back',
  '2028-02-28': 'the day before a leap day',
  '2028-02-29': 'a leap day',
  '2028-03-01': 'the day after it',
};
const everythingOn = new Set(['2026-11-17', '2027-01-01', '2027-03-28', '2028-02-29']);

/**
 * A spec of the api reads a date where people know something by it (or their rest depends on it) and what it checks is about local times and
 * rules throughout. Elsewhere a time is a length (of a session, a limit, a retry), or a meeting is planned only to have one: for those there
 * are the four days.
 */
const aboutDates = /^apps\/api\/src\/(meetings|strengths|notifications|groups|support)\//;
const namesATime = /T\d\d:\d\d|FREQ=|\blocalAt\b|\bdateAt\b|[a-z]On\b|Local\b|working hours|quiet hours/g;
/** A journey reads a date when it plans a meeting. */
const plansAMeeting = /会の予定を立てる|\/meetings\/new/;
/** A page reads a date when it asks the device for it; its specs are those that import it, and do not tell the device a moment of their own. */
const asksTheDevice = /new Date\(\)|Date\.now\(\)/;
const tellsTheDevice = /deviceSays\(|useFakeTimers\(\{ now:/;

const { values: wished } = parseArgs({
  options: {
    fresh: { type: 'boolean', default: false },
    days: { type: 'string' },
    minutes: { type: 'string', default: '60' },
  },
});
const unknown = (wished.days?.split(',') ?? []).filter((day) => !(day in days));
if (unknown.length > 0) {
  console.error(`Not among the thirty days: ${unknown.join(', ')}`);
  process.exit(2);
}

checkNode();
process.chdir(root);
install();
say('Building what has changed …');
build();

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
/** What is proven: words about the product may change meanwhile, the product and its tests may not. */
const versionNow = () => {
  const proven = ['--', 'apps', 'libs', 'tools', '*.json', '*.js', ':(exclude)docs'];
  const hash = createHash('sha256').update(git('ls-files', '-s', ...proven));
  return hash
    .update(git('diff', ...proven))
    .digest('hex')
    .slice(0, 16);
};
const version = versionNow();
/** What has been proven of what: a line with the version, then a line for each run. It is committed, so that others can read it and go on. */
const record = join(root, 'docs/proofs/dates.jsonl');
const [recorded, ...lines] = existsSync(record)
  ? readFileSync(record, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];
const goesOn = !wished.fresh && recorded?.version === version;
const done = Object.fromEntries(goesOn ? lines.map(({ run: name, ...result }) => [name, result]) : []);
if (!goesOn) {
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, `${JSON.stringify({ version })}\n`);
}
const keep = (name, result) => {
  done[name] = result;
  appendFileSync(record, `${JSON.stringify({ run: name, ...result })}\n`);
};
const results = mkdtempSync(join(tmpdir(), 'yoriai-dates-'));
const hasRedis = existsSync('/usr/bin/redis-server') || existsSync('/usr/local/bin/redis-server');

const files = (folder, pattern) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => pattern.test(name) && !/node_modules|\/dist\/|test-results/.test(name));
const textOf = (name) => readFileSync(join(root, name), 'utf8');
const asking = new Set(
  files('apps/web/src', /(?<!\.spec)\.tsx?$/).filter(
    (name) => !name.includes('/testing/') && asksTheDevice.test(textOf(name)),
  ),
);
const imports = (name) =>
  [...textOf(name).matchAll(/from '(\.[^']*)\.js'/g)].map(([, path]) => join(dirname(name), path));
const dated = {
  'api-int': files('apps/api/src', /(?<!\.redis)\.int-spec\.ts$/).filter(
    (name) => aboutDates.test(name) && [...textOf(name).matchAll(namesATime)].length > 8,
  ),
  web: files('apps/web/src', /\.spec\.tsx?$/).filter(
    (name) =>
      !tellsTheDevice.test(textOf(name)) &&
      imports(name).some((path) => asking.has(`${path}.ts`) || asking.has(`${path}.tsx`)),
  ),
  e2e: files('apps/web-e2e/src', /\.e2e\.ts$/).filter((name) => plansAMeeting.test(textOf(name))),
};

/** axe, the service worker and motion do not depend on the day: only full runs check them, also when a failure is run again. */
const onlyDates = { YORIAI_TEST_ONLY_DATES: '1' };
/** The Chromium from npm has no window to keep and takes two thirds of the work; the distribution's is what `npm test` takes. */
const CHROME = process.env.CHROME || 'npm';

/** One run of one suite on one day; the longest first, so that all lanes end together, and journeys beside specs, since they wait more. */
const minutesOf = ({ suite, only }) =>
  (only ? { 'api-int': 2, e2e: 2, web: 1 } : { 'api-int': 3, e2e: 4, web: 2 })[suite] ?? 1;
/** One process for all specs of the api grows large, and then looks through its memory more than it works. */
const shards = ['1/4', '2/4', '3/4', '4/4'];
const jobs = Object.keys(days)
  .filter((day) => !wished.days || wished.days.split(',').includes(day))
  .flatMap((day) =>
    everythingOn.has(day)
      ? [
          ...shards.map((shard) => ({ day, suite: 'api-int', only: null, shard })),
          ...['e2e', 'web', 'domain', 'tools', 'api', ...(hasRedis ? ['redis'] : [])].map((suite) => ({
            day,
            suite,
            only: null,
          })),
        ]
      : Object.keys(dated).map((suite) => ({ day, suite, only: dated[suite] })),
  )
  .sort((a, b) => minutesOf(b) - minutesOf(a));
const nameOf = ({ day, suite, only, shard = 'all' }) => `${day} ${suite} ${only ? 'dated' : shard}`;

/**
 * Keeps a run, its database and its browser on one core: they wait for each other all the time, and waking another core for each answer
 * costs two runs side by side three fifths more time than one takes alone.
 */
const onCore = (core) => {
  if (core === undefined) return [];
  const hold = ['--cpu-list', String(core)];
  // Some systems have no such program, some containers not this core.
  return spawnSync('taskset', [...hold, 'true']).status === 0 ? ['taskset', ...hold] : [];
};

let runs = 0;
/** Runs it; answers with how many passed and what failed, as `file: title`, and the files in which something failed. */
async function run({ day, suite, only, shard }, core) {
  const file = join(results, `${++runs}.json`);
  const bin = (name) => join(root, 'node_modules/.bin', name);
  const command =
    suite === 'e2e'
      ? [
          bin('playwright'),
          'test',
          '--config',
          'apps/web-e2e/playwright.config.ts',
          '--reporter=json',
          `--output=${join(results, String(runs))}`,
          ...(only ?? []),
        ]
      : [
          bin('jest'),
          '--selectProjects',
          suite,
          '--runInBand',
          '--json',
          `--outputFile=${file}`,
          ...(only ? ['--runTestsByPath', ...only] : shard ? [`--shard=${shard}`] : []),
        ];
  const [program, ...args] = [...onCore(core), ...command];
  const child = spawn(program, args, {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      YORIAI_TEST_DAY: day,
      CHROME,
      ...(everythingOn.has(day) ? {} : onlyDates),
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      NODE_OPTIONS: suite === 'e2e' ? '' : nodeOptions,
    },
  });
  await once(child, 'exit');
  if (!existsSync(file)) return { passed: 0, failures: ['it did not come to its end'], where: only };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return suite === 'e2e' ? ofPlaywright(report) : ofJest(report);
}

/** What a failure says, without colours, on one line. */
const gist = (message = '') =>
  stripVTControlCharacters(message).replaceAll(root, '').replace(/\s+/g, ' ').slice(0, 500);

function ofJest({ numPassedTests, testResults }) {
  const failed = testResults.filter(({ status }) => status === 'failed');
  const failures = failed.flatMap(({ name, assertionResults }) => {
    const titles = assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${fullName} (${gist(failureMessages[0])})`);
    return (titles.length > 0 ? titles : ['does not run']).map(
      (title) => `${relative(root, name)}: ${title}`,
    );
  });
  return { passed: numPassedTests, failures, where: failed.map(({ name }) => relative(root, name)) };
}

function ofPlaywright({ stats, suites, errors }) {
  const specs = (list = []) =>
    list.flatMap(({ specs: here = [], suites: inner }) => [...here, ...specs(inner)]);
  const failed = specs(suites).filter(({ ok }) => !ok);
  const failures = [
    ...failed.map(({ file, title, tests }) => {
      const message = tests.flatMap(({ results: tried }) => tried.flatMap(({ errors: said }) => said))[0]
        ?.message;
      return `${file}: ${title} (${gist(message)})`;
    }),
    ...errors.map(({ message }) => gist(message)),
  ];
  return {
    passed: stats.expected,
    failures,
    where: failed.length > 0 ? [...new Set(failed.map(({ file }) => file))] : null,
  };
}

/** Keeps one core busy until it is stopped. */
function busyCore() {
  const child = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  return () => child.kill();
}

async function prove(job, core) {
  const first = await run(job, core);
  if (first.failures.length === 0) return { passed: first.passed, broke: [], flickered: [] };
  const again = { ...job, only: first.where ?? job.only };
  const second = await run(again, core);
  if (second.failures.length > 0) return { passed: first.passed, broke: second.failures, flickered: [] };
  return { passed: first.passed, broke: [], flickered: first.failures, again };
}

const lanes = availableParallelism();
const began = Date.now();
const waiting = jobs.filter((job) => !(nameOf(job) in done));
say(
  `${jobs.length} runs on ${new Set(jobs.map(({ day }) => day)).size} days, ${waiting.length} of them still to come`,
);
const isSame = () => versionNow() === version;
async function lane(core) {
  while (waiting.length > 0 && Date.now() - began < Number(wished.minutes) * 60_000 && isSame()) {
    const job = waiting.shift();
    const from = Date.now();
    const result = await prove(job, core);
    const seconds = Math.round((Date.now() - from) / 1000);
    keep(nameOf(job), { ...result, seconds, lanes });
    console.log(
      `  ${nameOf(job)} (${days[job.day]}): ${result.passed} passed, ${result.broke.length} broke, ${result.flickered.length} flickered, ${seconds} s`,
    );
  }
}
await Promise.all(Array.from({ length: lanes }, (_, core) => lane(core)));

for (const job of jobs) {
  const result = done[nameOf(job)];
  if (!result?.again || result.steady) continue;
  say(
    `${result.flickered.join(', ')} flickered on ${job.day}: five times in a row, with the second core busy`,
  );
  const stop = busyCore();
  try {
    for (let time = 0; time < 5 && result.broke.length === 0; time++)
      result.broke = (await run(result.again)).failures;
    result.steady = result.broke.length === 0;
  } finally {
    stop();
  }
  keep(nameOf(job), result);
}
rmSync(results, { recursive: true, force: true });

let [passed, failed, minutes] = [0, 0, 0];
for (const job of jobs) {
  const result = done[nameOf(job)];
  passed += result?.passed ?? 0;
  failed += result?.broke.length ?? 0;
  minutes += (result?.seconds ?? 0) / (result?.lanes ?? 1) / 60;
  for (const title of result?.broke ?? [])
    console.log(`\u2717 ${job.day} (${days[job.day]}) \u203a ${job.suite} \u203a ${title}`);
}
if (waiting.length > 0)
  console.log(
    isSame()
      ? `${waiting.length} runs are still to come: the same command goes on with them.`
      : 'The product has changed under the proof: the same command begins anew.',
  );
console.log(`${Math.round(minutes)} minutes`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || waiting.length > 0 ? 1 : 0);
