import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, screens, test } from '../harness/journey.js';
import type { Clock } from '../harness/clock.js';
import type { Mailbox } from '../harness/mailbox.js';
import { demo, signIn } from '../harness/sign-in.js';

test.use({ viewport: screens.desktop });
test.setTimeout(600_000);

const notes = [
  ['m2002@aoba.example.jp', '新しい仕入れ先が見つかりました。', screens.desktop],
  ['m2003@aoba.example.jp', '人手が足りず、休みが取れていません。', screens.phone],
  ['m2004@aoba.example.jp', '値上げのお知らせを出しました。', screens.desktop],
] as const;

interface Afternoon {
  readonly date: string;
  readonly which: string;
  readonly weekday: string;
  readonly at: Date;
  /** The same afternoon a month later: 第2水曜日 after 第2水曜日. */
  readonly monthLater: Date;
}

/** Everything else that the group has planned is in the evening, so none of it comes between this meeting and the promises made at it. */
const hour = '14:00';

const nthOf = (day: Date): number => Math.ceil(day.getUTCDate() / 7);
const plusDays = (day: Date, days: number): Date => new Date(day.getTime() + days * 24 * 3_600_000);

/** An afternoon in Japan ten days from now, on a weekday that the form can say in words. */
async function afternoonSoon(clock: Clock): Promise<Afternoon> {
  const japan = new Date((await clock.advance({})).getTime() + 9 * 3_600_000);
  let day = plusDays(japan, 10);
  while (nthOf(day) > 4) day = plusDays(day, 1);
  const four = plusDays(day, 28);
  const later =
    nthOf(four) === nthOf(day) && four.getUTCMonth() !== day.getUTCMonth() ? four : plusDays(day, 35);
  const date = day.toISOString().slice(0, 10);
  return {
    date,
    which: `第${nthOf(day)}`,
    weekday: `${'日月火水木金土'[day.getUTCDay()]}曜日`,
    at: new Date(`${date}T${hour}+09:00`),
    monthLater: new Date(`${later.toISOString().slice(0, 10)}T${hour}+09:00`),
  };
}

/** Moves time on to so many hours before a moment. */
async function goTo(clock: Clock, moment: Date, hoursBefore = 0): Promise<void> {
  const now = await clock.advance({});
  await clock.advance({
    minutes: Math.ceil((moment.getTime() - now.getTime()) / 60_000) - hoursBefore * 60,
  });
}

async function memberWrites(
  [email, note, viewport]: (typeof notes)[number],
  path: string,
  { browser, mailbox, baseURL }: { browser: Browser; mailbox: Mailbox; baseURL: string | undefined },
): Promise<Page> {
  const page = await browser.newPage({ viewport, locale: 'ja-JP', baseURL });
  await signIn(page, mailbox, email);
  await page.goto(path);
  await page.getByRole('button', { name: '出席', exact: true }).click();
  await expect(page.getByText(/「出席」で返事をしました。/)).toBeVisible();
  await page.getByLabel('近況', { exact: true }).fill(note);
  await page.getByRole('button', { name: '近況メモを出す' }).click();
  await expect(page.getByRole('article', { name: '自分の近況メモ' })).toBeVisible();
  return page;
}

test('a month: planned, prepared from desk and phone, run, closed, and there again in the next one', async ({
  page,
  mailbox,
  browser,
  baseURL,
  clock,
}) => {
  const afternoon = await afternoonSoon(clock);
  const title = `秋の定例会 ${afternoon.date}`;
  await signIn(page, mailbox, demo.facilitator);
  await page.getByRole('navigation').getByRole('link', { name: '予定' }).click();
  await page.getByRole('link', { name: '会の予定を立てる' }).click();
  await page.getByLabel('会の名前').fill(title);
  await page.getByLabel('第何').selectOption({ label: afternoon.which });
  await page.getByLabel('曜日', { exact: true }).selectOption({ label: afternoon.weekday });
  await page.getByLabel(/はじめる日/).fill(afternoon.date);
  await page.getByLabel('始まりの時刻').fill(hour);
  await page.getByLabel('場所').fill('商工会館');
  await page.getByRole('button', { name: '12回の予定を決定' }).click();
  await expect(page).toHaveURL(/\/groups\/[^/]+\/meetings$/);
  const dates = page.getByRole('link', { name: title });
  const [first, second] = [await dates.nth(0).getAttribute('href'), await dates.nth(1).getAttribute('href')];

  // Three write before they come; what one of them says on the phone is there for the others.
  const around = { browser, mailbox, baseURL };
  const desk = await memberWrites(notes[0], first!, around);
  const phone = await memberWrites(notes[1], first!, around);
  const third = await memberWrites(notes[2], first!, around);
  await expect(third.getByText(notes[1][1])).toBeVisible();
  await expectAccessible(phone);
  await third.close();

  // The afternoon itself.
  await goTo(clock, afternoon.at);
  await page.goto(`${first!}/run`);
  await page.getByRole('button', { name: '会を始める' }).click();
  await expect(page.getByRole('button', { name: '一時停止' })).toBeVisible();
  await expect(phone.getByText('いま開催中です').first()).toBeVisible();
  await expectAccessible(page);
  const here = /いまは「(.+)」です。/;
  const before = await phone.getByText(here).first().textContent();
  await clock.advance({ minutes: 5 });
  await page.getByRole('button', { name: /^次へ/ }).click();
  await expect(phone.getByText(here).first()).not.toHaveText(before ?? '');
  await phone.getByRole('button', { name: '来ました' }).click();
  await expect(phone.getByText('「来ました」を受け付けました。')).toBeVisible();

  const todo = `納品書の書き方を一つにする(${afternoon.date})`;
  await page.getByRole('textbox', { name: /次までにやること/ }).fill(todo);
  await page.getByRole('button', { name: '次までにやることを追加' }).click();
  await expect(page.getByText(todo)).toBeVisible();
  await page.getByRole('textbox', { name: /決まったこと/ }).fill('次回は工場を見学する');
  await page.getByRole('button', { name: '決まったことを追加' }).click();
  await expect(page.getByText('次回は工場を見学する')).toBeVisible();

  await clock.advance({ hours: 2 });
  await page.goto(first!);
  await page.getByRole('button', { name: '会を終える' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '会を終える' }).click();
  await expect(page.getByText('終了', { exact: true }).first()).toBeVisible();
  await expect(desk.getByText('終了', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);

  // The morning of next month's meeting: its page begins with what was promised.
  await goTo(clock, afternoon.monthLater, 4);
  await desk.goto(second!);
  const lookBack = desk.getByRole('region', { name: /前回からのふりかえり/ });
  await expect(lookBack.getByText(todo)).toBeVisible();
  await expectAccessible(desk);
  await desk.close();
  await phone.close();
});
