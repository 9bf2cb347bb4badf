import { defineConfig } from '@playwright/test';

/** What hangs on no day may rest: on most days of `proof:dates` it does. */
const onlyDates = process.env.YORIAI_TEST_ONLY_DATES === '1';

/** One application, one clock: the journeys go one after the other. Browser, addresses and mail come from harness/. */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  globalSetup: './harness/application.ts',
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: process.env.CI === 'true',
  reporter: 'list',
  use: {
    actionTimeout: 60_000,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    screenshot: 'only-on-failure',
    serviceWorkers: onlyDates ? 'block' : 'allow',
    ...(onlyDates ? { contextOptions: { reducedMotion: 'reduce' } } : {}),
    // Recording every step costs a third of a journey; `--trace on` does it where one wants to look.
    trace: 'off',
  },
});
