import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from '@jest/globals';
import houseRules from './house-rules.js';

const oxlint = fileURLToPath(new URL('../../node_modules/.bin/oxlint', import.meta.url));

const samples = {
  'time-is-told': {
    bad: ['new Date()', 'Date()', 'Date.now()', 'performance.now()', 'Temporal.Now.instant()'],
    good: ['new Date(0)', 'new Date(now)', 'tx.now'],
  },
  'day-is-pinned': {
    bad: ['new Date()', 'Date()', 'Date.now()', 'Temporal.Now.instant()', "sql('update x set at = now()')"],
    good: ['new Date(testMorning)', 'performance.now()', "sql('update x set at = app.now()')"],
  },
  'chance-is-told': {
    bad: ['Math.random()', 'crypto.randomUUID()', 'randomUUID()'],
    good: ['tx.newId()', 'Math.floor(1.5)'],
  },
  'later-is-a-row': {
    bad: ['setTimeout(() => {}, 1)', 'setInterval(f, 1)'],
    good: ['tx.at(dueAt, timer)'],
  },
  'config-is-parsed-once': {
    bad: ['process.env.PORT', "process.env['PORT']", 'const { PORT } = process.env'],
    good: ['config.port', 'process.pid'],
  },
  'log-without-names': { bad: ['console.log(1)', 'console.error(e)'], good: ['log.info({})'] },
  'one-way-to-the-database': {
    bad: [
      'dataSource.createQueryRunner()',
      "dataSource.query('select 1')",
      "this.dataSource.query('select 1')",
      'InjectRepository(Meeting)',
    ],
    good: ["tx.sql('meetings.one', 'select 1')", "tx.insert('meeting', row)"],
  },
  'one-clock-in-sql': {
    bad: [
      "sql('select now()')",
      'sql(`select NOW() - ${x}`)',
      "sql('where at < current_timestamp')",
      "sql('clock_timestamp()')",
    ],
    good: ["sql('select app.now()')", "say('do it now (please)')", 'clock.now()'],
  },
  'words-in-catalogues': {
    bad: [
      "label('保存')",
      'title(`次の${x}まで`)',
      'const a = <b>ひらく</b>',
      'const a = <b title="カナ" />',
    ],
    good: ["label('日本語')", "t('meetings.save')", "say('Save')", 'const a = <b>{t("x")}</b>'],
  },
  'text-is-read-in-one-place': {
    bad: [
      "text.normalize('NFKC')",
      "(text ?? '').normalize()",
      "text?.normalize('NFC')",
      "text['normalize']('NFC')",
    ],
    good: ["readText('name', text, 80)", "normalised(text, 'NFC')", 'fold(text)'],
  },
  'named-exports': {
    bad: ['export default 1', 'const a = 1; export { a as default }'],
    good: ['export const a = 1'],
  },
};

/** One run of the linter looks at every sample, each a file of its own with the one rule that is asked about it. */
function lint() {
  const folder = mkdtempSync(join(tmpdir(), 'yoriai-rules-'));
  try {
    const all = Object.entries(samples).flatMap(([name, { bad, good }]) =>
      [...bad, ...good].map((code, n) => ({ name, code, file: `${name}.${n}.tsx` })),
    );
    for (const { file, code } of all) writeFileSync(join(folder, file), code);
    const config = {
      plugins: [],
      jsPlugins: [fileURLToPath(new URL('house-rules.js', import.meta.url))],
      categories: { correctness: 'off' },
      overrides: Object.keys(samples).map((name) => ({
        files: [`${name}.*.tsx`],
        rules: { [`house/${name}`]: 'error' },
      })),
    };
    writeFileSync(join(folder, 'rules.json'), JSON.stringify(config));
    const { stdout, stderr } = spawnSync(oxlint, ['-c', 'rules.json', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
    const { diagnostics, number_of_files: looked } = JSON.parse(stdout);
    expect(looked).toBe(all.length);
    return (name, code) => {
      const { file } = all.find((one) => one.name === name && one.code === code);
      return diagnostics.filter(({ filename }) => filename === file).map((found) => found.code);
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let complaints;
beforeAll(() => {
  complaints = lint();
});

test('every house rule has samples', () => {
  expect(Object.keys(samples)).toEqual(Object.keys(houseRules.rules));
});

test.each(Object.entries(samples).flatMap(([name, { bad }]) => bad.map((code) => [name, code])))(
  '%s turns away `%s`',
  (name, code) => {
    expect(complaints(name, code)).toContain(`house(${name})`);
  },
);

test.each(Object.entries(samples).flatMap(([name, { good }]) => good.map((code) => [name, code])))(
  '%s lets `%s` pass',
  (name, code) => {
    expect(complaints(name, code)).toEqual([]);
  },
);
