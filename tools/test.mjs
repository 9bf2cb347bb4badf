/**
 * `npm test` runs everything; `npm test -- domain web` what is named; `npm test -- --changed` what the uncommitted changes touch (or the last
 * commit, where nothing is uncommitted). The last line counts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { changedFiles, specsBeside } from './changed.mjs';
import { findLanes, remember, split } from './lanes.mjs';
import { nodeOptions } from './jest/run.mjs';
import { build, checkNode, install, root, runAside, say } from './set-up.mjs';

const started = Date.now();
const results = mkdtempSync(join(tmpdir(), 'yoriai-results-'));
const bin = (name) => join(root, 'node_modules/.bin', name);
const nx = (...what) => [bin('nx'), ...what, '-t', 'typecheck', '--outputStyle=static'];
const lanes = findLanes();
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

const oxfmt = (files) => [bin('oxfmt'), '--list-different', '--no-error-on-unmatched-pattern', ...files];
const oxlint = (files) => [bin('oxlint'), '--no-error-on-unmatched-pattern', ...files];

/** Each is one test: it holds or it does not. */
const check = (commandOf) => async (name) => {
  const command = commandOf();
  const { code, output } = await runAside(command);
  return code === 0
    ? { passed: 1, output }
    : { output, failures: [{ title: name, why: `\`${command.join(' ')}\` says why, above.` }] };
};

/** The specs of these rooms go in parts. Those of the api share what one of them has loaded. */
const rooms = { api: ['api', 'api-int', ...(hasRedis ? ['redis'] : [])], web: ['web'] };

/** The longest come first, so that what is short fills the end. */
const suites = {
  api: inParts,
  e2e: playwright,
  web: inParts,
  tools: jest('tools'),
  types: check(() => nx('run-many')),
  lint: check(() => oxlint([])),
  ...(!hasRedis && { redis: noRedis }),
  formatting: check(() => oxfmt([])),
  boundaries: check(() => [process.execPath, 'tools/boundaries.mjs']),
  domain: jest('domain'),
  budget: check(() => [process.execPath, 'apps/web/budget.mjs']),
};
/** These wait for browsers and for servers that start: they come first in a lane that has no core of its own and fills what the others leave. */
const idle = ['e2e', 'tools'];

/** The specs of a room in as many parts as there are lanes, each with a process and a database of its own: `api 1/2`. */
function inParts(room) {
  const parts = split(specsOf(room), lanes.length);
  return parts.map((files, n) => [
    `${room} ${n + 1}/${parts.length}`,
    jest(rooms[room], ['--runTestsByPath', ...files]),
  ]);
}

const specsOf = (room) => specs.filter((path) => path.startsWith('apps/web/') === (room === 'web'));

/** Jest itself says which files it would run. */
async function listSpecs() {
  const args = ['--selectProjects', ...Object.values(rooms).flat(), '--listTests', '--json'];
  const { output } = await runAside([bin('jest'), ...args]);
  const list = output.split('\n').find((line) => line.startsWith('['));
  if (!list) throw new Error(output);
  return JSON.parse(list).map((path) => relative(root, path));
}

/** What a change touches: itself, the specs that lead to it by imports, and of those on a database the ones beside it. */
function suitesOf(files) {
  const here = files.filter((file) => existsSync(file));
  const code = here.filter((file) => /\.[cm]?[jt]sx?$/.test(file));
  const related = code.length > 0 ? ['api', 'domain', 'tools', 'web'] : [];
  const beside = specsBeside(files, specsOf('api'));
  return {
    ...(beside.length > 0 && { 'api-int': jest('api-int', ['--runTestsByPath', ...beside]) }),
    ...(here.length > 0 && { formatting: check(() => oxfmt(here)) }),
    ...(code.length > 0 && {
      lint: check(() => oxlint(code)),
      types: check(() => nx('affected', `--files=${here.join(',')}`)),
      boundaries: suites.boundaries,
    }),
    ...Object.fromEntries(
      related.map((project) => [
        project,
        jest(project, ['--passWithNoTests', '--findRelatedTests', ...code]),
      ]),
    ),
  };
}

function jest(projects, which = []) {
  const chosen = [projects].flat();
  return async (name, lane) => {
    const file = join(results, `${name.replace('/', '-of-')}.json`);
    const args = [
      '--selectProjects',
      ...chosen,
      '--maxWorkers=1',
      '--json',
      `--outputFile=${file}`,
      ...which,
    ];
    const settings = { NODE_OPTIONS: nodeOptions, YORIAI_BUILT: '1' };
    const { code, output } = await runAside([bin('jest'), ...args], settings, lane);
    return {
      output,
      ...(existsSync(file)
        ? outcomeOf(name, code, JSON.parse(readFileSync(file, 'utf8')))
        : { failures: [didNotRun(name)] }),
    };
  };
}

function outcomeOf(suite, code, report) {
  remember(report);
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const where = relative(root, name);
    if (failed.length > 0)
      return failed.map((one) => ({
        title: `${where}: ${one.fullName}`,
        why: one.failureMessages.join('\n'),
      }));
    // Nothing in it failed, and it did: it does not load, or what comes after its last test breaks.
    return status === 'failed' ? [{ title: `${where} does not come to its end`, why: message }] : [];
  });
  if (code !== 0 && failures.length === 0) failures.push(didNotRun(suite));
  return { passed: report.numPassedTests, skipped: report.numPendingTests + report.numTodoTests, failures };
}

function noRedis() {
  say(
    'There is no redis-server on this machine, so what needs one is skipped. (Debian: apt-get install redis-server)',
  );
  return { skipped: 1 };
}

async function playwright() {
  const file = join(results, 'e2e.json');
  const { code, output } = await runAside(
    [bin('playwright'), 'test', '--config', 'apps/web-e2e/playwright.config.ts', '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  );
  if (!existsSync(file)) return { output, failures: [didNotRun('e2e')] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failures = journeysOf(report.suites)
    .filter((spec) => !spec.ok)
    .map((spec) => ({
      title: `${spec.file}: ${spec.title}`,
      why: spec.tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message)))
        .join('\n'),
    }));
  failures.push(...report.errors.map(({ message }) => ({ title: 'the browser journeys', why: message })));
  if (code !== 0 && failures.length === 0) failures.push(didNotRun('e2e'));
  return {
    passed: report.stats.expected + report.stats.flaky,
    skipped: report.stats.skipped,
    failures,
    output,
  };
}

const journeysOf = (list = []) =>
  list.flatMap(({ specs = [], suites: inner }) => [...specs, ...journeysOf(inner)]);
const didNotRun = (name) => ({ title: `${name} did not come to its end`, why: 'Its output above says why.' });

checkNode();
process.chdir(root);
install();
const args = process.argv.slice(2);
const wanted = args.filter((arg) => arg !== '--changed');
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`No suite is called ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}
say('Building what has changed …');
const listed = wanted.length === 0 || wanted.some((name) => name in rooms) ? listSpecs() : [];
build();
const specs = await listed;
const chosen = args.includes('--changed') ? suitesOf(changedFiles()) : suites;

const total = { passed: 0, skipped: 0, failures: [] };
const waiting = Object.entries(chosen)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .flatMap(([name, suite]) => (suite === inParts ? inParts(name) : [[name, suite]]));
const beside = waiting.filter(([name]) => idle.includes(name));
const busy = waiting.filter((one) => !beside.includes(one));

/** Runs what is first in these queues until both are empty. */
async function run(lane, ...queues) {
  for (let next; (next = queues.find(({ length }) => length > 0)?.shift());) {
    const [name, suite] = next;
    const before = Date.now();
    const { passed = 0, skipped = 0, failures = [], output = '' } = await suite(name, lane);
    total.passed += passed;
    total.skipped += skipped;
    total.failures.push(...failures.map((failure) => ({ ...failure, suite: name })));
    const seconds = Math.round((Date.now() - before) / 1000);
    say(`${name}\n${output}\n  ${name}: ${passed} passed, ${failures.length} failed, ${seconds} s\n`);
  }
}
await Promise.all([...lanes.map((lane) => run(lane, busy, beside)), run([], beside, busy)]);
rmSync(results, { recursive: true, force: true });

for (const { suite, title, why } of total.failures) {
  console.log(
    `\u2717 ${suite} \u203a ${title}\n${why.split('\n').slice(0, 30).join('\n').replace(/^/gm, '    ')}\n`,
  );
}
console.log(`${Math.round((Date.now() - started) / 1000)} s`);
const skips = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failures.length} failed${skips}`);
process.exit(total.failures.length > 0 ? 1 : 0);
