import type { Browser, Page } from '@playwright/test';
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
  await expect(page.getByText(/7人が読みます/)).toBeVisible();
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

  await expectThanks(peer, 'おかげで土曜を乗り切れました。', '鈴木 美咲 さんより');
  await peer.close();
});

test('a member asks for information at a desk, and says what came of it', async ({
  page,
  mailbox,
  browser,
  baseURL,
}) => {
  await page.setViewportSize(screens.desktop);
  await signIn(page, mailbox, demo.peers[0]);
  const request = await ask(page, {
    body: '予約の無断キャンセルが続いています。前金をいただいている方、お客様への伝え方を教えてください。',
    wanted: '経験を知りたい',
    type: 'INFORMATIONAL',
  });
  await expectAccessible(page);

  const peer = await visitor(browser, baseURL);
  await signIn(peer, mailbox, demo.peers[1]);
  await peer.goto(request);
  await reply(peer, 'うちは予約の確認メールに一文を添えました。苦情は一度もありません。', '情報・経験');

  await end(page, {
    helper: '伊藤 由美',
    thanks: '同じ文面を使わせてもらいました。',
    outcome: '無断キャンセルがなくなりました。',
  });
  await expect(page.getByText('無断キャンセルがなくなりました。')).toBeVisible();
  await expectThanks(peer, '同じ文面を使わせてもらいました。', '髙橋 直樹 さんより');
  await peer.close();
});

test('an honest judgement is asked for, given, and told how well it fitted', async ({
  page,
  mailbox,
  browser,
  baseURL,
}) => {
  await signIn(page, mailbox, demo.peers[1]);
  const request = await ask(page, {
    body: '新しい看板の案が二つあります。率直に、どちらがうちらしいと思いますか。',
    wanted: '意見がほしい',
    type: 'APPRAISAL',
  });

  const peer = await visitor(browser, baseURL);
  await signIn(peer, mailbox, demo.peers[2]);
  await peer.goto(request);
  await reply(peer, '一つ目です。二つ目は少しかしこまって見えました。', '率直な意見');
  await expectAccessible(peer);

  await end(page, { helper: '中村 玲子', thanks: 'はっきり言ってくれて助かりました。', match: '4' });
  await expect(page.getByText('解決', { exact: true })).toBeVisible();
  await peer.reload();
  // How well it fitted is between the asker and the figures.
  await expect(peer.getByText('合っていましたか')).toHaveCount(0);
  await expectThanks(peer, 'はっきり言ってくれて助かりました。', '伊藤 由美 さんより');
  await peer.close();
});

test('a member is heard without a name, from the first word to the thanks', async ({
  page,
  mailbox,
  browser,
  baseURL,
}) => {
  await signIn(page, mailbox, demo.member);
  await page.goto('/t/aoba/support/new');
  await page
    .getByLabel('いまこまっていること')
    .fill('店をたたむことを考え始めました。まだ家族にも話せていません。ただ聞いてほしいです。');
  await page.getByLabel('聞いてほしい', { exact: true }).check();
  await expect(page.getByLabel('種類')).toHaveValue('EMOTIONAL');
  await page.getByLabel('名前を出さずに相談する').check();
  await expect(page.getByText('8人の中での匿名です。内容や書き方から分かることがあります')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '相談を出す' }).click();
  await expect(page.getByText('匿名の会員')).toBeVisible();
  const request = page.url();

  const peer = await visitor(browser, baseURL);
  await signIn(peer, mailbox, demo.facilitator);
  await peer.goto(request);
  await expect(peer.getByText('匿名の会員')).toBeVisible();
  await reply(peer, '話してくれてありがとう。いつでも聞きます。', '共感・励まし');

  await expect(page.getByText('話してくれてありがとう。いつでも聞きます。')).toBeVisible();
  await page.getByLabel('返事を書く').fill('少し楽になりました。');
  await page.getByRole('button', { name: '返事を送る' }).click();
  await expect(peer.getByText('少し楽になりました。')).toBeVisible();
  await expect(peer.getByText('鈴木 美咲')).toHaveCount(0);
  await expectAccessible(peer);

  await end(page, { helper: '山田 花子', thanks: '一人ではないと思えました。' });
  await peer.reload();
  await expect(peer.getByText('解決', { exact: true })).toBeVisible();
  await expect(peer.getByText('鈴木 美咲')).toHaveCount(0);
  await expectThanks(peer, '一人ではないと思えました。', '匿名の方より');
  await peer.close();
});

const visitor = (browser: Browser, baseURL: string | undefined): Promise<Page> =>
  browser.newPage({ viewport: screens.phone, locale: 'ja-JP', ...(baseURL && { baseURL }) });

/** Posts to the group; answers with the request's address. */
async function ask(page: Page, what: { body: string; wanted: string; type: string }): Promise<string> {
  await page.goto('/t/aoba/support/new');
  await page.getByLabel('いまこまっていること').fill(what.body);
  await page.getByLabel(what.wanted, { exact: true }).check();
  await page.getByLabel('種類').selectOption(what.type);
  await page.getByRole('button', { name: '相談を出す' }).click();
  await expect(page).toHaveURL(/\/support\/srq_/);
  return page.url();
}

async function reply(peer: Page, body: string, gives: string): Promise<void> {
  await peer.getByLabel('返事を書く').fill(body);
  await peer.getByLabel('どんな返事ですか').selectOption({ label: gives });
  await peer.getByRole('button', { name: '返事を送る' }).click();
  await expect(peer.getByRole('article').getByText(body)).toBeVisible();
}

/** ありがとうを送って終える */
async function end(
  page: Page,
  { helper, thanks, outcome, match }: { helper: string; thanks: string; outcome?: string; match?: string },
): Promise<void> {
  await page.getByRole('button', { name: 'ありがとうを送って終える' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(helper, { exact: true }).check();
  await dialog.getByLabel(`${helper} さんへのお礼`).fill(thanks);
  if (match) await dialog.getByRole('radio', { name: match, exact: true }).check();
  if (outcome) await dialog.getByLabel('どうなりましたか').fill(outcome);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'お礼を送って終える' }).click();
  await expect(dialog).toHaveCount(0);
}

/** On the helper's own page, from whom it came. */
async function expectThanks(peer: Page, words: string, from: string): Promise<void> {
  await peer.goto('/t/aoba/me/thanks');
  const card = peer.getByRole('article').filter({ hasText: words });
  await expect(card).toContainText(from);
  await expectAccessible(peer);
}
