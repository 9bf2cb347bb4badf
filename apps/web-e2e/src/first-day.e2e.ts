import { join, resolve } from 'node:path';
import { expect, expectAccessible, screens, test } from '../harness/journey.js';
import type { Mail } from '../harness/mailbox.js';

const examples = resolve(import.meta.dirname, '../../../examples');
const facilitator = 'misaki@satosakaten.example';
const member = 'sakura@yamadabakery.example';

const isAnswer = (link: string): boolean => link.includes('/rsvp#');

test.use({ viewport: screens.desktop });

test('a centre registers and imports its roster; the invited meet, and one answers from the mail', async ({
  page,
  mailbox,
  browser,
  baseURL,
}) => {
  const office = 'jimukyoku@sakuragawa-cci.example';
  await page.goto('/register');
  await page.getByLabel('メールアドレス').fill(office);
  await page.getByRole('button', { name: 'コードをメールで受け取る' }).click();
  const { code } = await mailbox.next(office);
  await page.getByLabel('6桁のコード').fill(code ?? 'none');
  await expectAccessible(page);
  await page.getByLabel('団体の名前').fill('桜川商工会議所');
  await page.getByLabel('短い名前').fill('sakuragawa');
  await page.getByLabel('お名前').fill('高橋 真澄');
  await page.getByLabel('パスワード', { exact: false }).first().fill('川べりの桜が咲くころに皆で集まる');
  await page.getByRole('button', { name: '登録', exact: true }).click();
  await expect(page).toHaveURL(/\/t\/sakuragawa$/);

  await page.getByRole('main').getByRole('link', { name: '名簿の取り込み' }).click();
  await page.locator('input[type=file]').setInputFiles(join(examples, 'roster-chamber.csv'));
  await page.getByRole('button', { name: '26人を取り込む' }).click();
  await expect(page.getByText('招待のメール 23通')).toBeVisible();

  const accept = async (email: string) => {
    const phone = await browser.newPage({ viewport: screens.phone, locale: 'ja-JP', baseURL });
    await phone.goto((await mailbox.next(email)).links[0] ?? '/nowhere');
    await expect(phone.getByRole('listitem').filter({ hasText: '朝の会' })).toBeVisible();
    await expectAccessible(phone);
    await phone.getByRole('button', { name: '招待を受ける' }).click();
    await expect(phone).toHaveURL(/\/t\/sakuragawa$/);
    return phone;
  };
  const invited = await accept(member);
  await invited.getByRole('navigation').getByRole('link', { name: 'グループ' }).click();
  await invited.getByRole('link', { name: '朝の会' }).click();
  await invited.getByRole('link', { name: '約束を読む' }).click();
  await invited.getByRole('button', { name: '確かめました。守ります' }).click();
  await expect(invited.getByText('この約束に同意しています。')).toBeVisible();

  const leader = await accept(facilitator);
  await leader.goto('/t/sakuragawa/meetings/new');
  await leader.getByLabel('開き方').selectOption({ label: '会場とオンライン' });
  await leader.getByLabel('場所').fill('商工会議所 2階');
  await leader.getByRole('button', { name: '12回の予定を決定' }).click();
  await expect(leader).toHaveURL(/\/groups\/[^/]+\/meetings$/);

  // When the first meeting is near, other mails come with this one.
  const answerable = (mail: Mail): boolean => mail.links.some(isAnswer);
  const mail = await mailbox.next(member, 0, answerable);
  await invited.goto(mail.links.find(isAnswer) ?? '/nowhere');
  await invited.getByRole('button', { name: '出席', exact: true }).click();
  await expect(invited.getByText('「出席」で承りました。')).toBeVisible();
  await expectAccessible(invited);

  await leader.getByRole('link', { name: '定例会' }).first().click();
  await expect(leader.getByText('出席 1人')).toBeVisible();
  await leader.close();

  await invited.goto(mail.links.find((link) => link.endsWith('/me/notifications')) ?? '/nowhere');
  await expect(invited.getByRole('heading', { name: 'お知らせの設定' })).toBeFocused();
  await invited.close();
});
