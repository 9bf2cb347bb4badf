/**
 * `npm run dev` from a clean copy, as a newcomer has it: packages, build, demo; then a file of the api and a file of the web are saved while
 * a browser looks, and the seconds are printed until each is on screen.
 *
 *   npm run proof:dev                  PROOF_LINKED=1 uses the packages that are installed here
 */
import '../typescript.mjs';
import { chromium } from '@playwright/test';
import { scratchDir } from '../day/scratch-dir.cjs';
import { copyTree, linkPackages, removeTree } from '../dev/copy-tree.mjs';
import { DevProcess } from '../dev/dev-process.mjs';

const { findBrowser } = await import('../../apps/web-e2e/harness/browser.ts');
const { demo } = await import('../../apps/web-e2e/harness/sign-in.ts');

const longest = { timeout: 600_000 };
const seconds = async (what, run) => {
  const began = performance.now();
  await run();
  console.log(`${what}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
};

const copy = copyTree();
if (process.env.PROOF_LINKED === '1') linkPackages(copy);
const dataDir = scratchDir('dev');
const dev = await DevProcess.begin(copy, { DATA_DIR: dataDir }, ['npm', 'run', 'dev']);
const browser = await chromium.launch(await findBrowser());
try {
  await seconds('open, from nothing', () => dev.opens());
  const page = await browser.newPage({ locale: 'ja-JP' });
  await seconds('first page', async () => {
    await page.goto(`${dev.url}/sign-in`);
    await page.getByLabel('メールアドレス').waitFor(longest);
  });
  await page.evaluate(
    async ([email, password]) => {
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
      await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { input: { email, password } } }),
      });
    },
    [demo.member, demo.password],
  );
  await page.goto(`${dev.url}/t/aoba`);
  await page.getByText('寄り合い').first().waitFor(longest);

  for (let round = 1; round <= 5; round++) {
    await seconds(`web file ${round}, from save to screen`, async () => {
      const undo = dev.edit('wordmark.tsx', "{t('productName')}", `{t('productName')} 版${round}`);
      await page.getByText(`寄り合い 版${round}`).first().waitFor(longest);
      undo();
    });
    await seconds(`api file ${round}, from save to screen`, async () => {
      const undo = dev.edit(
        'tenant.type.ts',
        'slug, name, timeZone, locale });',
        `slug, name: name + '第${round}', timeZone, locale });`,
      );
      await page.getByText(`第${round}`).first().waitFor(longest);
      undo();
    });
    await page
      .getByText(`第${round}`)
      .first()
      .waitFor({ state: 'hidden', ...longest });
  }
} finally {
  await browser.close();
  await dev.end();
  removeTree(copy, dataDir);
}
