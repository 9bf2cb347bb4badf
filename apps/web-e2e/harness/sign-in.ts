import { expect, type Page } from '@playwright/test';
import type { Mail, Mailbox } from './mailbox.js';

/** People of the demo that journeys may be. */
export const demo = {
  admin: 'm1001@aoba.example.jp',
  facilitator: 'm2001@aoba.example.jp',
  member: 'm2003@aoba.example.jp',
  /** 髙橋 直樹, 伊藤 由美 and 中村 玲子, of the same group. */
  peers: ['m2004@aoba.example.jp', 'm2005@aoba.example.jp', 'm2007@aoba.example.jp'],
  password: 'yoriai-no-hiroba',
} as const;

/** The way most people come in: a code from the mail. Ends on their tenant's first screen. */
export async function signIn(page: Page, mailbox: Mailbox, email: string): Promise<void> {
  // Notices may come between.
  const isCode = (mail: Mail): boolean => mail.code !== null;
  const already = (await mailbox.to(email)).filter(isCode).length;
  await page.goto('/sign-in');
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByRole('button', { name: 'コードをメールで受け取る' }).click();
  const { code } = await mailbox.next(email, already, isCode);
  await page.getByLabel('6桁のコード').fill(code ?? 'none');
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await expect(page).toHaveURL(/\/t\/[^/]+\/?$/);
}
