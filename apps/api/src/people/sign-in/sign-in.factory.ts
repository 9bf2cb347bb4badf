import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mailFolder } from '../../platform/mail/mail-folder.js';
import { until } from '../../platform/testing/server-process.js';
import type { TestApp, TestClient } from '../../platform/testing/start-app.js';

export interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly notice: string;
}

/** Everything that was mailed to an address, in no order. */
export async function mailsTo(app: TestApp, address: string): Promise<ReadMail[]> {
  await app.sendDirectMails();
  const folder = mailFolder(app.config);
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const mails = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as ReadMail),
  );
  return mails.filter((mail) => mail.to.includes(address));
}

/** Asks for a code in this browser and reads it from the mail. */
export async function codeFor(app: TestApp, client: TestClient, email: string): Promise<string> {
  const before = new Set((await mailsTo(app, email)).map(({ text }) => text));
  await client.ask(`mutation ($email: String!) { requestSignInCode(email: $email) }`, { email });
  let code: string | undefined;
  await until(async () => {
    const fresh = (await mailsTo(app, email)).find(
      ({ text, notice }) => notice === 'sign-in-code' && !before.has(text),
    );
    return (code = fresh && /\b\d{6}\b/.exec(fresh.text)?.[0]) !== undefined;
  });
  return code!;
}

/** The token of the newest link to this page that was mailed to the address. */
export async function linkFor(
  app: TestApp,
  page: 'invite' | 'reset',
  email: string,
  not = '',
): Promise<string> {
  let token: string | undefined;
  await until(async () => {
    await app.drain();
    const tokens = (await mailsTo(app, email)).map(
      ({ text }) => new RegExp(`/${page}#(\\S+)`).exec(text)?.[1],
    );
    return (token = tokens.find((one) => one && one !== not)) !== undefined;
  });
  return token!;
}

export const goodPassword = 'mizu no nagare wa taezu';

/** What a browser sends for registering; each call is another organisation and another person. */
let registered = 0;
export const registration = (over: Record<string, unknown> = {}): Record<string, unknown> => {
  registered += 1;
  return {
    tenantName: `さくら市産業振興センター ${registered}`,
    slug: `sakura-${registered}`,
    displayName: '髙橋 一郎',
    kana: 'ﾀｶﾊｼ ｲﾁﾛｳ',
    email: `ichiro${registered}@example.jp`,
    password: goodPassword,
    ...over,
  };
};

/** Registers an organisation as a browser does: a code to the address first. Answers with what was sent. */
export async function register(
  app: TestApp,
  client: TestClient,
  over: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const input = registration(over);
  const mailCode = await codeFor(app, client, String(input['email']));
  await client.ask(
    `mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) { user { id } } }`,
    { input: { ...input, mailCode } },
  );
  return input;
}

/** Turns the account into one from before registering required a proof of the address. */
export const unprove = (app: TestApp, email: string): Promise<unknown[]> =>
  app.sql(`update auth."user" set email_proven_at = null where email = $1`, [email]);

/** Every case comes from a place of its own, so that the limits of one network address are not used up by the others. */
export const forgetLimits = (app: TestApp): Promise<unknown[]> => app.sql(`delete from auth.throttle`);

/** A person with a proven address, a password, and an organisation of their own. */
export async function settled(
  app: TestApp,
  over: Record<string, unknown> = {},
): Promise<{ client: TestClient; email: string; slug: string }> {
  await forgetLimits(app);
  const client = app.client();
  const input = await register(app, client, over);
  await forgetLimits(app);
  return { client, email: String(input['email']), slug: String(input['slug']) };
}
