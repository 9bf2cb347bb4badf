import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp, type TestClient } from '../platform/testing/start-app.js';
import { codeFor, goodPassword, linkFor, mailsTo, registration } from './people.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const register = `mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) {
  user { id email emailProven hasPassword locale } tenant { slug name timeZone } member { displayName kana role status }
  tenants { slug } viewerCan { manageMembers createGroups } } }`;
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { user { email } tenant { slug } } }`;
const signInWithCode = `mutation ($email: String!, $code: String!) { signInWithCode(email: $email, code: $code) { user { email emailProven hasPassword } tenant { slug } } }`;
const requestCode = `mutation ($email: String!) { requestSignInCode(email: $email) }`;
const viewer = `{ viewer { member { displayName } sessions { id device current } } me { email } }`;
const setPassword = `mutation ($password: String, $code: String) { setPassword(password: $password, code: $code) { hasPassword } }`;
const requestReset = `mutation ($email: String!) { requestPasswordReset(email: $email) }`;
const reset = `mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }`;

/** Every case comes from a place of its own, so that the limits of one network address are not used up by the others. */
const forgetLimits = () => app.sql(`delete from auth.throttle`);
async function registered(
  over: Record<string, unknown> = {},
): Promise<{ client: TestClient; email: string; slug: string }> {
  await forgetLimits();
  const client = app.client();
  const input = registration(over);
  await client.ask(register, { input });
  return { client, email: String(input['email']), slug: String(input['slug']) };
}
/** Somebody with a proven address and a password. */
async function settled(): Promise<{ client: TestClient; email: string; slug: string }> {
  const person = await registered();
  const code = await codeFor(app, person.client, person.email);
  await person.client.ask(signInWithCode, { email: person.email, code });
  await forgetLimits();
  return person;
}

describe('registering an organisation', () => {
  it('makes its first admin and signs them in; the address is to be proven by the code that comes at once', async () => {
    await forgetLimits();
    const client = app.client();
    const input = registration();
    const { registerTenant } = await client.ask<{ registerTenant: Record<string, unknown> }>(register, {
      input,
    });
    expect(registerTenant).toMatchObject({
      user: { email: input['email'], emailProven: false, hasPassword: true, locale: 'JA' },
      tenant: { slug: input['slug'], timeZone: 'Asia/Tokyo' },
      member: { displayName: '髙橋 一郎', kana: 'たかはし いちろう', role: 'ADMIN', status: 'ACTIVE' },
      tenants: [{ slug: input['slug'] }],
      viewerCan: { manageMembers: true, createGroups: true },
    });
    expect(await mailsTo(app, String(input['email']))).toMatchObject([{ notice: 'sign-in-code' }]);
    expect(
      (await client.ask<{ viewer: { member: { displayName: string } } }>(viewer)).viewer.member.displayName,
    ).toBe('髙橋 一郎');
  });

  it.each([
    [{ slug: 'さくら' }, 'BAD_USER_INPUT'],
    [{ tenantName: ' ' }, 'BAD_USER_INPUT'],
    [{ tenantName: 'あ'.repeat(10_000) }, 'BAD_USER_INPUT'],
    [{ timeZone: 'Mars/Base' }, 'BAD_USER_INPUT'],
    [{ displayName: '山田\u0000' }, 'BAD_USER_INPUT'],
    [{ kana: 'yamada' }, 'BAD_USER_INPUT'],
    [{ email: 'a@b' }, 'BAD_USER_INPUT'],
    [{ password: 'short' }, 'PASSWORD_TOO_SHORT'],
    [{ password: 'passwordpassword' }, 'PASSWORD_TOO_COMMON'],
    [{ password: '🌸'.repeat(3_000) }, 'PASSWORD_TOO_LONG'],
  ])('with bad input %# is refused, and nobody is registered', async (over, code) => {
    await forgetLimits();
    const input = registration(over);
    const client = app.client();
    expect(await client.refusal(register, { input })).toBe(code);
    expect(await app.sql(`select from auth."user" where email = $1`, [input['email']])).toEqual([]);
    expect(client.cookies.has('session')).toBe(false);
  });

  it('takes each address in the path once, also when two come at the same moment', async () => {
    await forgetLimits();
    const [one, two] = [registration(), registration()];
    const slug = String(one['slug']);
    const answers = await Promise.all([
      app.client().query(register, { input: one }),
      app.client().query(register, { input: { ...two, slug } }),
    ]);
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok');
    expect(codes.toSorted()).toEqual(['SLUG_TAKEN', 'ok']);
  });

  it('for an address with an account wants that account’s password', async () => {
    const { email } = await registered();
    const input = registration({ email, password: 'kaze no tani no uta wo utau' });
    expect(await app.client().refusal(register, { input })).toBe('SIGN_IN_FAILED');
    const again = registration({ email });
    const client = app.client();
    await client.ask(register, { input: again });
    const { viewer: seen } = await client.ask<{ viewer: { tenants: { slug: string }[] } }>(
      `{ viewer { tenants { slug } } }`,
    );
    expect(seen.tenants).toHaveLength(2);
  });

  it('a closed installation registers nobody', async () => {
    const closed = await startApp({ REGISTRATION: 'closed' });
    try {
      expect(await closed.client().refusal(register, { input: registration() })).toBe('REGISTRATION_CLOSED');
      expect(await closed.client().ask(`{ site { registration openIdConnect demo } }`)).toEqual({
        site: { registration: false, openIdConnect: false, demo: false },
      });
      expect((await closed.client().fetch('/auth/oidc')).status).toBe(404);
    } finally {
      await closed.stop();
    }
  });
});

describe('a password', () => {
  it('signs in; a wrong one and an unknown address are told apart by nobody', async () => {
    const { email, slug } = await settled();
    const client = app.client();
    expect(
      await client.ask(signIn, { input: { email: email.toUpperCase(), password: goodPassword } }),
    ).toMatchObject({ signIn: { tenant: { slug } } });
    const wrong = await app
      .client()
      .query(signIn, { input: { email, password: 'umi no mukou no tomodachi' } });
    const unknown = await app
      .client()
      .query(signIn, { input: { email: 'nobody@example.jp', password: 'umi no mukou no tomodachi' } });
    expect(wrong.errors).toEqual(unknown.errors);
    expect(wrong.errors?.[0]?.extensions).toEqual({ code: 'SIGN_IN_FAILED' });
  });

  it('cannot be tried thirty times in one document', async () => {
    const { email } = await settled();
    const tries = [1, 2, 3].map(
      (i) => `a${i}: signIn(input: { email: "${email}", password: "${goodPassword}" }) { user { id } }`,
    );
    expect(await app.client().refusal(`mutation { ${tries.join(' ')} }`)).toBe('RATE_LIMITED');
  });

  it('after ten failures waits for a quarter of an hour, for this account only', async () => {
    const { email } = await settled();
    const other = await settled();
    const client = app.client();
    for (let i = 0; i < 10; i++)
      expect(await client.refusal(signIn, { input: { email, password: `wrong wrong wrong ${i}` } })).toBe(
        'SIGN_IN_FAILED',
      );
    const { errors } = await client.query(signIn, { input: { email, password: goodPassword } });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'RATE_LIMITED',
      params: { retryAfterSeconds: expect.any(Number) },
    });
    await client.ask(signIn, { input: { email: other.email, password: goodPassword } });
    await app.advance(15 * 60);
    await client.ask(signIn, { input: { email, password: goodPassword } });
  });

  it('does not open another organisation', async () => {
    const [a, b] = [await settled(), await settled()];
    const client = app.client();
    expect(
      await client.refusal(signIn, { input: { email: a.email, password: goodPassword, tenantSlug: b.slug } }),
    ).toBe('NOT_FOUND');
    expect(client.cookies.has('session')).toBe(false);
  });

  it('is changed within ten minutes of signing in, later with a code; other devices are signed out', async () => {
    const { client, email } = await settled();
    const phone = app.client();
    await phone.ask(signIn, { input: { email, password: goodPassword } });
    await client.ask(setPassword, { password: 'yama no ue no hitotsu no hoshi' });
    expect((await phone.ask<{ me: null }>(`{ me { email } }`)).me).toBeNull();
    await app.advance(11 * 60);
    expect(await client.refusal(setPassword, { password: null })).toBe('FRESH_CODE_NEEDED');
    const code = await codeFor(app, client, email);
    expect(await client.ask(setPassword, { password: null, code })).toEqual({
      setPassword: { hasPassword: false },
    });
    expect(
      await app.client().refusal(signIn, { input: { email, password: 'yama no ue no hitotsu no hoshi' } }),
    ).toBe('SIGN_IN_FAILED');
  });

  it.each(['short', 'aaaaaaaaaaaaaaaa'])('is not set to %j', async (password) => {
    const { client } = await settled();
    expect(await client.refusal(setPassword, { password })).toMatch(/^PASSWORD_TOO_/);
  });
});

describe('a code from the mail', () => {
  it('signs in once, in the browser that asked for it', async () => {
    const { email, slug } = await settled();
    const client = app.client();
    const code = await codeFor(app, client, email);
    expect(await app.client().refusal(signInWithCode, { email, code })).toBe('CODE_INVALID');
    expect(await client.ask(signInWithCode, { email, code })).toMatchObject({
      signInWithCode: { tenant: { slug } },
    });
    expect(await client.refusal(signInWithCode, { email, code })).toBe('CODE_INVALID');
  });

  it('of ten at once lets one in', async () => {
    const { email } = await settled();
    const client = app.client();
    const code = await codeFor(app, client, email);
    const twins = Array.from({ length: 5 }, () => {
      const twin = app.client();
      for (const [name, value] of client.cookies) twin.cookies.set(name, value);
      return twin.query(signInWithCode, { email, code });
    });
    expect((await Promise.all(twins)).filter(({ errors }) => !errors)).toHaveLength(1);
  });

  it('can be mistyped five times', async () => {
    const { email } = await settled();
    const client = app.client();
    const code = await codeFor(app, client, email);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i++)
      expect(await client.refusal(signInWithCode, { email, code: wrong })).toBe('CODE_INVALID');
    expect(await client.refusal(signInWithCode, { email, code })).toBe('CODE_INVALID');
  });

  it('works for ten minutes', async () => {
    const { email } = await settled();
    const client = app.client();
    const code = await codeFor(app, client, email);
    await app.advance(10 * 60);
    expect(await client.refusal(signInWithCode, { email, code })).toBe('CODE_INVALID');
  });

  it('is written to somebody new in the language on their screen', async () => {
    await forgetLimits();
    for (const [language, subject] of [
      ['en', /code/i],
      ['ja', /確認コード/],
      ['*', /確認コード/],
    ] as const) {
      const email = `new.${language === '*' ? 'any' : language}@example.jp`;
      await app.client().fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language },
        body: JSON.stringify({ query: requestCode, variables: { email } }),
      });
      expect((await mailsTo(app, email))[0]?.subject).toMatch(subject);
    }
  });

  it('is sent five times an hour to one address, known or not', async () => {
    const { email } = await settled();
    for (const address of [email, 'somebody.else@example.jp']) {
      await forgetLimits();
      const client = app.client();
      for (let i = 0; i < 5; i++)
        expect(await client.ask(requestCode, { email: address })).toEqual({ requestSignInCode: true });
      expect(await client.refusal(requestCode, { email: address })).toBe('RATE_LIMITED');
    }
    await app.advance(3600);
    await app.client().ask(requestCode, { email });
  });

  it.each([
    ['nowhere', ''],
    ['a name', 'not an address'],
    ['a NUL', 'a@example.jp\u0000'],
    ['10,000 characters', `${'a'.repeat(10_000)}@example.jp`],
  ])('does not go to %s', async (_what, email) => {
    await forgetLimits();
    expect(await app.client().refusal(requestCode, { email })).toBe('BAD_USER_INPUT');
  });

  it('proves an address; what somebody else had set up before under it is gone', async () => {
    const intruder = await registered();
    const owner = app.client();
    const code = await codeFor(app, owner, intruder.email);
    expect(await owner.ask(signInWithCode, { email: intruder.email, code })).toMatchObject({
      signInWithCode: { user: { emailProven: true, hasPassword: false } },
    });
    expect((await intruder.client.ask<{ me: null }>(`{ me { email } }`)).me).toBeNull();
    expect(
      await app.client().refusal(signIn, { input: { email: intruder.email, password: goodPassword } }),
    ).toBe('SIGN_IN_FAILED');
  });

  it('typed where the address was registered keeps the password that was chosen there', async () => {
    const { client, email } = await registered();
    const code = await codeFor(app, client, email);
    expect(await client.ask(signInWithCode, { email, code })).toMatchObject({
      signInWithCode: { user: { emailProven: true, hasPassword: true } },
    });
    await app.client().ask(signIn, { input: { email, password: goodPassword } });
  });

  it('of an address without an account opens nothing', async () => {
    await forgetLimits();
    const client = app.client();
    const code = await codeFor(app, client, 'new.face@example.jp');
    expect(await client.refusal(signInWithCode, { email: 'new.face@example.jp', code })).toBe(
      'NO_MEMBERSHIP',
    );
    expect(client.cookies.has('session')).toBe(false);
  });
});

describe('a forgotten password', () => {
  it('is replaced by a mailed link that works once; every device is signed out', async () => {
    const { client, email } = await settled();
    expect(await app.client().ask(requestReset, { email })).toEqual({ requestPasswordReset: true });
    const token = await linkFor(app, 'reset', email);
    expect(await app.client().refusal(reset, { token, password: 'short' })).toBe('PASSWORD_TOO_SHORT');
    const password = 'asa no koohii wa sanbai made';
    const twice = await Promise.all([1, 2, 3].map(() => app.client().query(reset, { token, password })));
    expect(twice.filter(({ errors }) => !errors)).toHaveLength(1);
    expect((await client.ask<{ me: null }>(`{ me { email } }`)).me).toBeNull();
    expect(await app.client().refusal(signIn, { input: { email, password: goodPassword } })).toBe(
      'SIGN_IN_FAILED',
    );
    await app.client().ask(signIn, { input: { email, password } });
  });

  it('gets the same answer for an address that nobody has, and no mail', async () => {
    await forgetLimits();
    expect(await app.client().ask(requestReset, { email: 'nobody@example.jp' })).toEqual({
      requestPasswordReset: true,
    });
    expect(await mailsTo(app, 'nobody@example.jp')).toEqual([]);
  });

  it('is not replaced after an hour, nor by an older link, nor by a made-up one', async () => {
    const { email } = await settled();
    await app.client().ask(requestReset, { email });
    const first = await linkFor(app, 'reset', email);
    await app.client().ask(requestReset, { email });
    const second = await linkFor(app, 'reset', email, first);
    const password = 'asa no koohii wa sanbai made';
    expect(await app.client().refusal(reset, { token: first, password })).toBe('LINK_INVALID');
    expect(await app.client().refusal(reset, { token: 'x\u0000', password })).toMatch(
      /BAD_USER_INPUT|LINK_INVALID/,
    );
    await app.advance(3600);
    expect(await app.client().refusal(reset, { token: second, password })).toBe('LINK_INVALID');
  });
});

describe('sessions', () => {
  it('last ninety days from the last visit', async () => {
    const { client } = await settled();
    await app.advance(60 * 86_400);
    await client.ask(viewer);
    await app.advance(60 * 86_400);
    expect((await client.ask<{ me: unknown }>(viewer)).me).not.toBeNull();
    await app.advance(91 * 86_400);
    expect((await client.ask<{ me: unknown }>(viewer)).me).toBeNull();
  });

  it('are listed, ended one by one by their owner only, or all at once', async () => {
    const { client, email } = await settled();
    const stranger = await settled();
    const phone = app.client();
    await phone.ask(signIn, { input: { email, password: goodPassword } });
    type Shown = { viewer: { sessions: { id: string; current: boolean }[] } };
    const { sessions } = (await client.ask<Shown>(viewer)).viewer;
    expect(sessions.map(({ current }) => current).toSorted()).toEqual([false, true]);
    const revoke = `mutation ($id: ID!) { revokeSession(sessionId: $id) }`;
    const id = sessions.find(({ current }) => !current)!.id;
    expect(await stranger.client.refusal(revoke, { id })).toBe('NOT_FOUND');
    expect(await stranger.client.refusal(revoke, { id: 'ses_x' })).toBe('NOT_FOUND');
    expect(
      (await stranger.client.ask<{ node: null }>(`query ($id: ID!) { node(id: $id) { id } }`, { id })).node,
    ).toBeNull();
    await client.ask(revoke, { id });
    expect((await phone.ask<{ me: null }>(`{ me { email } }`)).me).toBeNull();
    await client.ask(`mutation { signOutEverywhere }`);
    expect((await client.ask<{ me: null }>(`{ me { email } }`)).me).toBeNull();
    expect(await app.client().refusal(`mutation { signOutEverywhere }`)).toBe('UNAUTHENTICATED');
  });

  it('move between one’s own organisations only', async () => {
    const [mine, foreign] = [await settled(), await settled()];
    const second = registration({ email: mine.email });
    await mine.client.ask(register, { input: second });
    const switching = `mutation ($slug: String!) { switchTenant(slug: $slug) { tenant { slug } } }`;
    for (const slug of [mine.slug, String(second['slug'])])
      expect(await mine.client.ask(switching, { slug })).toEqual({ switchTenant: { tenant: { slug } } });
    expect(await mine.client.refusal(switching, { slug: foreign.slug })).toBe('NOT_FOUND');
    const lost = app.client(foreign.slug);
    for (const [name, value] of mine.client.cookies) lost.cookies.set(name, value);
    expect(await lost.ask(`{ viewer { user { id } } }`)).toEqual({ viewer: null });
  });

  it('keep the language and the size of the letters', async () => {
    const { client } = await settled();
    const update = `mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { id locale textSize } }`;
    expect(await client.ask(update, { input: { locale: 'EN', textSize: 'LARGEST' } })).toMatchObject({
      updateAccount: { locale: 'EN', textSize: 'LARGEST' },
    });
    expect(await client.ask(update, { input: {} })).toMatchObject({
      updateAccount: { locale: 'EN', textSize: 'LARGEST' },
    });
    expect(await client.refusal(update, { input: { textSize: 'HUGE' } })).toBe('BAD_USER_INPUT');
    expect(await app.client().refusal(update, { input: {} })).toBe('UNAUTHENTICATED');
  });
});
