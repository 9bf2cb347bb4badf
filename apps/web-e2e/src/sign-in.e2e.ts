import { expect, expectAccessible, screens, test } from '../harness/journey.js';
import { demo, signIn } from '../harness/sign-in.js';

test.use({ viewport: screens.phone });

test('a member comes in with a code from the mail, and the way to help stays one tap away', async ({
  page,
  mailbox,
}) => {
  await signIn(page, mailbox, demo.member);
  await expect(page.getByRole('link', { name: '緊急・つらいとき' }).first()).toBeVisible();
  await expectAccessible(page);
});

test('a member who keeps a password comes in with it', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'パスワードでサインイン' }).click();
  await page.getByLabel('メールアドレス').fill(demo.facilitator);
  await page.getByLabel('パスワード', { exact: false }).first().fill(demo.password);
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await expect(page).toHaveURL(/\/t\/aoba\/?$/);
});

test('time can be moved, and what falls due is done', async ({ clock }) => {
  const before = await clock.advance({});
  const after = await clock.advance({ hours: 1 });
  expect(after.getTime() - before.getTime()).toBeGreaterThanOrEqual(3_600_000);
});
