import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { houseRules } from './tools/lint/house-rules.js';

/** Type-unaware on purpose: it reads the whole tree in seconds; what needs types is the compiler's work. */
const house = (...names) => Object.fromEntries(names.map((name) => [`house/${name}`, 'error']));
const tests = [
  '**/*.spec.{ts,tsx}',
  '**/*.int-spec.ts',
  '**/*.factory.ts',
  'apps/*/src/{platform/,}testing/**',
];

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.nx/', '.data/', '**/generated/', '**/test-results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    plugins: { house: houseRules },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-cond-assign': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-control-regex': 'error',
      'no-fallthrough': 'error',
      'no-irregular-whitespace': 'error',
      'no-misleading-character-class': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'off',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // A pattern that begins anew at every character of a long text takes minutes for one text from outside.
    files: ['apps/*/src/**/*.{ts,tsx}', 'apps/api/migrations/**', 'libs/**/*.ts'],
    ignores: tests,
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['apps/*/src/**', 'apps/api/migrations/**', 'libs/**'],
    ignores: ['**/*.d.ts'],
    rules: house('named-exports'),
  },
  {
    files: ['apps/*/src/**', 'libs/**'],
    ignores: [...tests, 'libs/domain/src/kernel/characters.ts'],
    rules: house('text-is-read-in-one-place'),
  },
  {
    files: ['libs/domain/src/**'],
    ignores: tests,
    rules: house(
      'time-is-told',
      'chance-is-told',
      'config-is-parsed-once',
      'later-is-a-row',
      'log-without-names',
    ),
  },
  {
    files: ['apps/api/src/**'],
    ignores: [...tests, 'apps/api/src/platform/**', 'apps/api/src/main.ts'],
    rules: house(
      'time-is-told',
      'chance-is-told',
      'later-is-a-row',
      'one-clock-in-sql',
      'one-way-to-the-database',
    ),
  },
  {
    files: ['apps/api/src/**'],
    ignores: [...tests, 'apps/api/src/platform/config.ts'],
    rules: house('config-is-parsed-once'),
  },
  {
    files: ['apps/api/src/**'],
    ignores: [...tests, 'apps/api/src/{main,embedded}.ts'],
    rules: house('log-without-names'),
  },
  {
    // In the web's tests `Date` itself shows the day.
    files: [...tests, 'apps/web-e2e/**/*.ts'],
    ignores: ['apps/web/**'],
    rules: house('day-is-pinned'),
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: [...tests, 'apps/web/src/words/**'],
    rules: house('words-in-catalogues'),
  },
);
