import { createRequire } from 'node:module';
import { bundles } from './tools/jest/bundles.mjs';

const { commonjs } = createRequire(import.meta.url)('./tools/jest/swc.cjs');

/**
 * Node itself runs these specs, as it runs the product: jest's sandbox loads all anew for each file, and hides faults that depend on what
 * is an `Error`.
 */
const node = {
  rootDir: import.meta.dirname,
  runner: '<rootDir>/tools/jest/one-process.mjs',
  setupFilesAfterEnv: ['<rootDir>/tools/jest/time-limit.mjs'],
  // Node finds them by itself; jest wants to know which specs a change touches.
  moduleNameMapper: {
    '^@yoriai/domain/(.*)$': '<rootDir>/libs/domain/src/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

/** One real Postgres for the run (`YORIAI_TEST_PG`). */
const onDatabase = {
  ...node,
  globalSetup: '<rootDir>/tools/jest/database-up.mjs',
  globalTeardown: '<rootDir>/tools/jest/servers-down.mjs',
};

/** ESM-only packages that the browser's CommonJS tests must read too. */
const esmOnly = [
  'rrule-temporal',
  'temporal-polyfill',
  'temporal-utils',
  '@yoriai/domain',
  '@tabler/icons-react',
];

export default {
  projects: [
    { ...node, displayName: 'domain', testMatch: ['<rootDir>/libs/domain/src/**/*.spec.ts'] },
    { ...node, displayName: 'tools', testMatch: ['<rootDir>/tools/**/*.spec.mjs'] },
    { ...node, displayName: 'api', testMatch: ['<rootDir>/apps/api/**/*.spec.ts'] },
    {
      ...onDatabase,
      displayName: 'api-int',
      testMatch: ['<rootDir>/{apps/api,libs/embedded-postgres}/**/*.int-spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.redis\\.int-spec\\.ts$'],
    },
    {
      ...onDatabase,
      displayName: 'redis',
      globalSetup: '<rootDir>/tools/jest/redis-up.mjs',
      testMatch: ['<rootDir>/apps/api/**/*.redis.int-spec.ts'],
    },
    {
      rootDir: import.meta.dirname,
      displayName: 'web',
      testMatch: ['<rootDir>/apps/web/**/*.spec.{ts,tsx}'],
      testEnvironment: '<rootDir>/tools/jest/browser.cjs',
      globalSetup: '<rootDir>/tools/jest/bundles.mjs',
      setupFilesAfterEnv: ['<rootDir>/tools/jest/browser-shims.cjs'],
      transform: { '^.+\\.(tsx?|[cm]?js)$': commonjs },
      transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
      // Imports are written as the built files will see them (`./meeting.js`, `@yoriai/domain/meetings`); tests read the source.
      moduleNameMapper: {
        '\\.(css|svg|png)$': '<rootDir>/tools/jest/no-style.cjs',
        ...bundles,
        '^@tabler/icons-react$': '<rootDir>/tools/jest/icons.cjs',
        '^@yoriai/domain/(.*)$': '<rootDir>/libs/domain/src/$1/index.ts',
        '^(\\.{1,2}/.*)\\.js$': '$1',
      },
    },
  ],
};
