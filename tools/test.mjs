/** `npm test` runs everything; `npm test -- domain web` runs what is named. The last line counts. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { nodeOptions } from './jest/run.mjs';
import { build, checkNode, install, root, run, say } from './set-up.mjs';

const started = Date.now();
const results = mkdtempSync(join(tmpdir(), 'yoriai-results-'));
const bin = (name) => join(root, 'node_modules/.bin', name);
const nx = (target) => [bin('nx'), 'run-many', '-t', target, '--outputStyle=static'];
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** Each is one test: it holds or it does not. */
const check = (command) => (name) =>
  run(command) === 0
    ? { passed: 1 }
    : { failures: [{ title: name, why: `\`${command.join(' ')}\` says why, above.` }] };

const suites = {
  formatting: check([bin('prettier'), '--check', '--log-level=warn', '.']),
  lint: check([bin('eslint'), '.', '--max-warnings=0']),
  types: check(nx('typecheck')),
  boundaries: check([bin('depcruise'), '--config', '.dependency-cruiser.cjs', 'apps', 'libs']),
  budget: check([process.execPath, 'apps/web/budget.mjs']),
  domain: jest,
  api: jest,
  'api-int': jest,
  redis: hasRedis ? jest : noRedis,
  web: jest,
  e2e: playwright,
};

function jest(project) {
  const file = join(results, `${project}.json`);
  const code = run(
    [bin('jest'), '--selectProjects', project, '--maxWorkers=100%', '--json', '--outputFile', file],
    { NODE_OPTIONS: nodeOptions },
  );
  if (!existsSync(file)) return { failures: [didNotRun(project)] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
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
  if (code !== 0 && failures.length === 0) failures.push(didNotRun(project));
  return { passed: report.numPassedTests, skipped: report.numPendingTests + report.numTodoTests, failures };
}

function noRedis() {
  say(
    'There is no redis-server on this machine, so the Redis suite is skipped. (Debian: apt-get install redis-server)',
  );
  return { skipped: 1 };
}

function playwright() {
  const file = join(results, 'e2e.json');
  const code = run(
    [bin('playwright'), 'test', '--config', 'apps/web-e2e/playwright.config.ts', '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  );
  if (!existsSync(file)) return { failures: [didNotRun('e2e')] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failures = specsOf(report.suites)
    .filter((spec) => !spec.ok)
    .map((spec) => ({
      title: `${spec.file}: ${spec.title}`,
      why: spec.tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message)))
        .join('\n'),
    }));
  failures.push(...report.errors.map(({ message }) => ({ title: 'the browser journeys', why: message })));
  if (code !== 0 && failures.length === 0) failures.push(didNotRun('e2e'));
  return { passed: report.stats.expected + report.stats.flaky, skipped: report.stats.skipped, failures };
}

const specsOf = (list = []) => list.flatMap(({ specs = [], suites: inner }) => [...specs, ...specsOf(inner)]);
const didNotRun = (name) => ({ title: `${name} did not come to its end`, why: 'Its output above says why.' });

checkNode();
process.chdir(root);
install();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`No suite is called ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}
say('Building what has changed …');
build();

const total = { passed: 0, skipped: 0, failures: [] };
for (const [name, suite] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(name);
  const before = Date.now();
  const { passed = 0, skipped = 0, failures = [] } = suite(name);
  total.passed += passed;
  total.skipped += skipped;
  total.failures.push(...failures.map((failure) => ({ ...failure, suite: name })));
  console.log(
    `  ${name}: ${passed} passed, ${failures.length} failed, ${Math.round((Date.now() - before) / 1000)} s\n`,
  );
}
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
