import { expect, test } from '@jest/globals';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { houseRules } from './house-rules.js';

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

const complaints = (name, code) =>
  new Linter({ configType: 'flat' }).verify(
    code,
    [
      {
        files: ['**'],
        languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { house: houseRules },
        rules: { [`house/${name}`]: 'error' },
      },
    ],
    'sample.tsx',
  );

test('every house rule has samples', () => {
  expect(Object.keys(samples)).toEqual(Object.keys(houseRules.rules));
});

test.each(Object.entries(samples).flatMap(([name, { bad }]) => bad.map((code) => [name, code])))(
  '%s turns away `%s`',
  (name, code) => {
    expect(complaints(name, code).map((found) => found.ruleId)).toContain(`house/${name}`);
  },
);

test.each(Object.entries(samples).flatMap(([name, { good }]) => good.map((code) => [name, code])))(
  '%s lets `%s` pass',
  (name, code) => {
    expect(complaints(name, code)).toEqual([]);
  },
);
