import { expect, expectAccessible, screens, test } from '../harness/journey.js';
import { demo, signIn } from '../harness/sign-in.js';

test.use({ viewport: screens.phone });

test('a facilitator plans a year from words and moves one date, and a member answers', async ({
  page,
  mailbox,
  browser,
  baseURL,
}) => {
  await signIn(page, mailbox, demo.facilitator);
  await page.getByRole('navigation').getByRole('link', { name: '予定' }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: '会の予定を立てる' }).click();
  await page.getByLabel('会の名前').fill('朝の読書会');
  await page.getByLabel('第何').selectOption({ label: '最終' });
  await page.getByLabel('曜日', { exact: true }).selectOption({ label: '金曜日' });
  await page.getByLabel('場所').fill('港の図書室');
  await expect(page.getByRole('region', { name: 'できる日程' }).getByRole('listitem')).toHaveCount(12);
  await page
    .getByRole('button', { name: /この日は休む/ })
    .last()
    .click();
  await expectAccessible(page);
  await page.getByRole('button', { name: '11回の予定を決定' }).click();

  await expect(page).toHaveURL(/\/groups\/[^/]+\/meetings$/);
  await page.getByRole('link', { name: '朝の読書会' }).first().click();
  await page.getByRole('button', { name: '日時の変更' }).click();
  await page.getByLabel('始まりの時刻').fill('20:30');
  await expect(page.getByText(/変更後: .* 20:30/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '日時を変更' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(/20:30〜22:30/)).toBeVisible();
  await expectAccessible(page);

  const member = await browser.newPage({ viewport: screens.phone, locale: 'ja-JP', baseURL });
  await signIn(member, mailbox, demo.member);
  await member.goto(page.url());
  await member.getByRole('button', { name: '出席', exact: true }).click();
  await member.getByRole('button', { name: '遅れて参加' }).click();
  await expect(member.getByText('「出席・遅れて参加」で返事をしました。')).toBeVisible();
  await expect(member.getByText('出席 1人')).toBeVisible();
  await expectAccessible(member);
  await member.close();

  await page.getByRole('button', { name: '中止', exact: true }).click();
  await page.getByLabel('理由').fill('会場の都合です');
  await page.getByRole('dialog').getByRole('button', { name: '会を中止' }).click();
  await expect(page.getByText('理由: 会場の都合です')).toBeVisible();
});
