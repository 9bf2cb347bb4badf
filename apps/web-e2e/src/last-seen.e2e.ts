import { expect, screens, test } from '../harness/journey.js';
import { Line } from '../harness/line.js';
import { demo, signIn } from '../harness/sign-in.js';

test('without a line a member sees what was there last, and the help lines', async ({
  browser,
  baseURL,
  mailbox,
}) => {
  const line = new Line();
  const context = await browser.newContext({
    ...(await line.settings()),
    baseURL: baseURL!,
    viewport: screens.phone,
    locale: 'ja-JP',
  });
  const page = await context.newPage();
  await signIn(page, mailbox, demo.member);
  const next = page.locator('main a[href*="/meetings/mtg_"]').first();
  const title = await next.innerText();
  await next.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const meeting = page.url();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) asked.push(request.postDataJSON().operationName);
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  // What is asked before the application is there is not asked again by it.
  expect(asked.filter((one) => one === 'Shell' || one === 'MeetingPage')).toEqual(['Shell', 'MeetingPage']);

  await line.cut(context);
  await page.goto('/');
  await expect(page.getByText(/に見たときの内容です/)).toBeVisible();
  await expect(next).toBeVisible();
  await expect(page.getByRole('link', { name: '緊急・つらいとき' })).toBeVisible();
  await page.goto(meeting);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.goto(`${meeting}/minutes`);
  await expect(page.getByRole('heading', { name: 'このページはまだ読み込まれていません' })).toBeVisible();
  await page.goto('/help-lines');
  await expect(page.locator('a[href="tel:119"]')).toBeVisible();

  await line.mend(context);
  await page.goto('/');
  await expect(page.getByText(/に見たときの内容です/)).toBeHidden();
  await context.close();
  await line.end();
});
