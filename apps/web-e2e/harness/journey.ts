import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test as base, type Page } from '@playwright/test';
import { findBrowser } from './browser.js';
import { Mailbox } from './mailbox.js';
import { Clock } from './clock.js';
import { Devices } from './devices.js';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What a journey has at hand beside the page. */
interface Journey {
  readonly clock: Clock;
}

/** What all journeys share. */
interface Shared {
  readonly mailbox: Mailbox;
  readonly devices: Devices;
}

export const test = base.extend<Journey, Shared>({
  devices: [async ({}, use) => use(new Devices()), { scope: 'worker' }],
  browser: [
    async ({ browser, devices }, use) => {
      devices.watch(browser);
      await new Clock(given('YORIAI_URL'), devices).advance({});
      await use(browser);
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions }, use) => use({ ...launchOptions, ...(await findBrowser()) }),
    { scope: 'worker' },
  ],
  baseURL: async ({}, use) => use(given('YORIAI_URL')),
  /** A page that complains in its console fails the journey, however well it looks. */
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await use(page);
    expect(complaints, 'the console of the page').toEqual([]);
  },
  mailbox: [async ({}, use) => use(new Mailbox(given('YORIAI_DATA_DIR'))), { scope: 'worker' }],
  clock: async ({ devices }, use) => use(new Clock(given('YORIAI_URL'), devices)),
});
export { expect };

/** The two screens everything must suit. */
export const screens = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1_280, height: 800 },
} as const;

/** No violation of WCAG 2.2 AA or of good practice that a machine can see, and nothing to scroll sideways for. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  if (process.env.YORIAI_TEST_ONLY_DATES !== '1') await expectNoViolations(page);
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth, `${page.url()} is wider than its window`).toBeLessThanOrEqual(clientWidth);
}

/** Looks again only when something began to come or go while it looked (a message that fades after its seconds): then it saw a moment. */
async function expectNoViolations(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  for (let looks = 1; ; looks++) {
    const { violations, hasMoved } = await look(page);
    if (violations.length === 0) return;
    if (!hasMoved || looks === 5) expect(violations, `axe on ${page.url()}`).toEqual([]);
    await settled(page);
  }
}

/** What axe finds, and whether something began to move meanwhile. */
async function look(page: Page) {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    let hasMoved = false;
    for (const beginning of ['transitionrun', 'animationstart'])
      document.addEventListener(beginning, () => (hasMoved = true), { capture: true, once: true });
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    const violations = found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html }) => html.slice(0, 200)),
    }));
    return { violations, hasMoved };
  });
}

/** A dialog that is still fading in has no contrast yet: waits until nothing has moved for a few frames. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moves = (animation: Animation): boolean =>
      animation.playState === 'running' && animation.effect?.getComputedTiming().iterations !== Infinity;
    for (let calm = 0; calm < 5;) {
      await new Promise((frame) => requestAnimationFrame(frame));
      calm = document.getAnimations().some(moves) ? 0 : calm + 1;
    }
  });
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is set by harness/application.ts`);
  return value;
}
