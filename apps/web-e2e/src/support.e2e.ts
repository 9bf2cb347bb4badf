import { expect, expectAccessible, screens, test } from '../harness/journey.js';
import { demo, signIn } from '../harness/sign-in.js';

test.use({ viewport: screens.phone });

test('a member asks for support, a peer answers, and thanks end it', async ({
  page,
  mailbox,
  browser,
  baseURL,
}) => {
  const title = '仕込みの人手が足りません';
  await signIn(page, mailbox, demo.member);
  await page.getByRole('navigation').getByRole('link', { name: '支え合い' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '支え合い' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: '相談する' }).click();
  await page.getByLabel('いまこまっていること').fill(`${title}。土曜の朝だけ手伝ってもらえませんか。`);
  await page.getByLabel('手を貸してほしい').check();
  await expect(page.getByLabel('種類')).toHaveValue('INSTRUMENTAL');
  await expect(page.getByText(/6人が読みます/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '相談を出す' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const request = page.url();

  const peer = await browser.newPage({ viewport: screens.phone, locale: 'ja-JP', baseURL });
  await signIn(peer, mailbox, demo.facilitator);
  await peer.goto(request);
  await peer.getByLabel('返事を書く').fill('うちの甥が土曜なら動けます。');
  await peer.getByRole('button', { name: '返事を送る' }).click();
  await expect(peer.getByRole('article').getByText('うちの甥が土曜なら動けます。')).toBeVisible();
  await peer.getByRole('button', { name: '手助けを申し出る' }).click();
  await peer.getByLabel('できること').fill('土曜の6時から9時まで手伝います。');
  await peer.getByRole('button', { name: '申し出る', exact: true }).click();
  await expect(peer.getByText('返事待ち')).toBeVisible();

  await expect(page.getByText('うちの甥が土曜なら動けます。')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'お願いする' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'お願いする' }).click();
  await expect(page.getByText('お願い済み')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'ありがとうを送って終える' }).click();
  await page.getByLabel('山田 花子', { exact: true }).check();
  await page.getByLabel('山田 花子 さんへのお礼').fill('おかげで土曜を乗り切れました。');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'お礼を送って終える' }).click();
  await expect(page.getByText('解決', { exact: true })).toBeVisible();

  await peer.reload();
  await expect(peer.getByText('おかげで土曜を乗り切れました。')).toBeVisible();
  await peer.close();
});

test('a name that is not given is shown to nobody in the group', async ({
  page,
  mailbox,
  browser,
  baseURL,
}) => {
  const body = '店をたたむことを考え始めました。まだ家族にも話せていません。';
  await signIn(page, mailbox, demo.member);
  await page.goto('/t/aoba/support/new');
  await page.getByLabel('いまこまっていること').fill(body);
  await page.getByLabel('名前を出さずに相談する').check();
  await expect(page.getByText('7人の中での匿名です。内容や書き方から分かることがあります')).toBeVisible();
  await page.getByRole('button', { name: '相談を出す' }).click();
  await expect(page.getByText('匿名の会員')).toBeVisible();

  const peer = await browser.newPage({ viewport: screens.phone, locale: 'ja-JP', baseURL });
  await signIn(peer, mailbox, demo.facilitator);
  await peer.goto(page.url());
  await expect(peer.getByText('匿名の会員')).toBeVisible();
  await expect(peer.getByText('鈴木 美咲')).toHaveCount(0);
  await expectAccessible(peer);
  await peer.close();
});
