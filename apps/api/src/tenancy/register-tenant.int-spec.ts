import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  codeFor,
  forgetLimits,
  goodPassword,
  mailsTo,
  register as registerBy,
  registration,
  settled,
} from '../people/sign-in/sign-in.factory.js';
import { startApp, type TestApp } from '../platform/testing/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app?.stop());

const register = `mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) {
  user { id email emailProven hasPassword locale } tenant { slug name timeZone } member { displayName kana role status }
  tenants { slug } viewerCan { manageMembers createGroups } } }`;
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { user { email } tenant { slug } } }`;
const requestCode = `mutation ($email: String!) { requestSignInCode(email: $email) }`;
const viewer = `{ viewer { member { displayName } } }`;

describe('registering an organisation', () => {
  it('takes the code from the mail, makes the first admin and signs them in', async () => {
    await forgetLimits(app);
    const client = app.client();
    const input = registration();
    const mailCode = await codeFor(app, client, String(input['email']));
    const { registerTenant } = await client.ask<{ registerTenant: Record<string, unknown> }>(register, {
      input: { ...input, mailCode },
    });
    expect(registerTenant).toMatchObject({
      user: { email: input['email'], emailProven: true, hasPassword: true, locale: 'JA' },
      tenant: { slug: input['slug'], timeZone: 'Asia/Tokyo' },
      member: { displayName: '髙橋 一郎', kana: 'たかはし いちろう', role: 'ADMIN', status: 'ACTIVE' },
      tenants: [{ slug: input['slug'] }],
      viewerCan: { manageMembers: true, createGroups: true },
    });
    expect(
      (await client.ask<{ viewer: { member: { displayName: string } } }>(viewer)).viewer.member.displayName,
    ).toBe('髙橋 一郎');
    await app.client().ask(signIn, { input: { email: input['email'], password: goodPassword } });
  });

  it('is possible without a password', async () => {
    const { email } = await settled(app, { password: null });
    expect(await app.client().refusal(signIn, { input: { email, password: goodPassword } })).toBe(
      'SIGN_IN_FAILED',
    );
  });

  it.each([
    [{ slug: 'さくら' }, 'BAD_USER_INPUT'],
    [{ tenantName: ' ' }, 'BAD_USER_INPUT'],
    [{ tenantName: 'あ'.repeat(10_000) }, 'BAD_USER_INPUT'],
    [{ timeZone: 'Mars/Base' }, 'BAD_USER_INPUT'],
    [{ displayName: '山田\u0000' }, 'BAD_USER_INPUT'],
    [{ kana: 'yamada' }, 'BAD_USER_INPUT'],
    [{ email: 'a@b' }, 'BAD_USER_INPUT'],
    [{ mailCode: 'abc' }, 'BAD_USER_INPUT'],
    [{ password: 'short' }, 'PASSWORD_TOO_SHORT'],
    [{ password: 'passwordpassword' }, 'PASSWORD_TOO_COMMON'],
    [{ password: '🌸'.repeat(3_000) }, 'PASSWORD_TOO_LONG'],
  ])(
    'with bad input %# is refused, no tenant is registered, and the code is still good',
    async (over, code) => {
      await forgetLimits(app);
      const input = registration();
      const client = app.client();
      const mailCode = await codeFor(app, client, String(input['email']));
      const good = { ...input, mailCode };
      expect(await client.refusal(register, { input: { ...good, ...over } })).toBe(code);
      expect(await app.sql(`select from auth."user" where email = $1`, [input['email']])).toEqual([]);
      expect(client.cookies.has('session')).toBe(false);
      await client.ask(register, { input: good });
    },
  );

  it('takes each address in the path once, also when two come at the same moment', async () => {
    await forgetLimits(app);
    const slug = String(registration()['slug']);
    const answers = await Promise.all(
      [1, 2].map(async () => {
        const [client, input] = [app.client(), registration({ slug })];
        const mailCode = await codeFor(app, client, String(input['email']));
        return client.query(register, { input: { ...input, mailCode } });
      }),
    );
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok');
    expect(codes.toSorted()).toEqual(['SLUG_TAKEN', 'ok']);
  });

  it('cannot make a stranger a member, with or without an account', async () => {
    const owner = await settled(app);
    for (const email of [owner.email, 'no.account.yet@example.jp']) {
      const stranger = app.client();
      await stranger.ask(requestCode, { email });
      const input = registration({ email, tenantName: 'あ' });
      expect(await stranger.refusal(register, { input: { ...input, mailCode: '123456' } })).toBe(
        'CODE_INVALID',
      );
      expect(stranger.cookies.has('session')).toBe(false);
      expect(await app.sql(`select from auth.tenant where slug = $1`, [input['slug']])).toEqual([]);
    }
    expect(await app.sql(`select from auth."user" where email = 'no.account.yet@example.jp'`)).toEqual([]);
    const { viewer: seen } = await owner.client.ask<{ viewer: { tenants: { slug: string }[] } }>(
      `{ viewer { tenants { slug } } }`,
    );
    expect(seen.tenants).toEqual([{ slug: owner.slug }]);
  });

  it('says of no address whether it has an account: the same answers, the same mail, the same counts', async () => {
    const owner = await settled(app);
    const answersTo = async (email: string) => {
      await forgetLimits(app);
      const before = (await mailsTo(app, email)).length;
      const stranger = app.client();
      const answers = [await stranger.query(requestCode, { email })];
      const input = registration({ email, password: 'kaze no tani no uta wo utau' });
      for (const over of [{ mailCode: '12345' }, { mailCode: '123456' }, { slug: owner.slug }])
        answers.push(await stranger.query(register, { input: { mailCode: '123456', ...input, ...over } }));
      const mails = (await mailsTo(app, email)).slice(before).map(({ notice }) => notice);
      const counts = await app.sql(`select bucket, taken from auth.throttle order by bucket`);
      return JSON.stringify({ answers, mails: mails.length, counts }).replaceAll(email, 'the-address');
    };
    expect(await answersTo(owner.email)).toBe(await answersTo('nobody.at.all@example.jp'));
  });

  it('a second organisation leaves the password of the account as it is', async () => {
    const { email, client } = await settled(app);
    await registerBy(app, app.client(), { email, password: 'kaze no tani no uta wo utau' });
    await app.client().ask(signIn, { input: { email, password: goodPassword } });
    const { viewer: seen } = await client.ask<{ viewer: { tenants: { slug: string }[] } }>(
      `{ viewer { tenants { slug } } }`,
    );
    expect(seen.tenants).toHaveLength(2);
  });

  it('a closed installation refuses to register', async () => {
    const closed = await startApp({ REGISTRATION: 'closed' });
    try {
      const input = { ...registration(), mailCode: '123456' };
      expect(await closed.client().refusal(register, { input })).toBe('REGISTRATION_CLOSED');
      expect(await closed.client().ask(`{ site { registration openIdConnect demo } }`)).toEqual({
        site: { registration: false, openIdConnect: false, demo: false },
      });
      expect((await closed.client().fetch('/auth/oidc')).status).toBe(404);
    } finally {
      await closed.stop();
    }
  });
});
