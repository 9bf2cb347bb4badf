import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import {
  codeFor,
  forgetLimits,
  goodPassword,
  linkFor,
  mailsTo,
  register as registerBy,
  settled,
  unprove,
} from './sign-in.factory.js';

let app: TestApp;
beforeAll(async () => {
  // Behind one proxy, so that requests can come from many places.
  app = await startApp({ TRUSTED_PROXIES: '1' });
});
afterAll(() => app?.stop());

const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { user { email } tenant { slug } } }`;
const signInWithCode = `mutation ($email: String!, $code: String!) { signInWithCode(email: $email, code: $code) { user { email emailProven hasPassword } tenant { slug } } }`;
const requestCode = `mutation ($email: String!) { requestSignInCode(email: $email) }`;
const viewer = `{ viewer { member { displayName } sessions { id device current } } me { email } }`;
const setPassword = `mutation ($password: String, $code: String) { setPassword(password: $password, code: $code) { hasPassword } }`;
const requestReset = `mutation ($email: String!) { requestPasswordReset(email: $email) }`;
const reset = `mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }`;

/** The same, for an account with an unproven address. */
async function unproven(): Promise<{ client: TestClient; email: string; slug: string }> {
  const person = await settled(app);
  await unprove(app, person.email);
  return person;
}

/** One whose password is compared at a fraction of the cost: what is counted are the tries. */
async function guessed(): Promise<{ client: TestClient; email: string }> {
  const person = await settled(app);
  const cheap = await hash(goodPassword, { memoryCost: 64, timeCost: 1, parallelism: 1 });
  await app.sql(`update auth."user" set password_hash = $1 where email = $2`, [cheap, person.email]);
  return person;
}

/** What a browser at this network address gets to hear: the code of the refusal, or `ok`. */
async function sent(
  client: TestClient,
  address: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<string> {
  const answer = await client.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code ?? 'ok';
}
const wrongPassword = 'umi no mukou no tomodachi';
/** Ten wrong passwords from one place, which is all that a place has in a quarter of an hour. */
const guessTenTimes = async (email: string, address: string): Promise<void> => {
  for (let i = 0; i < 10; i++)
    await sent(app.client(), address, signIn, { input: { email, password: wrongPassword } });
};

describe('a password', () => {
  it('signs in; a wrong one and an unknown address get the same answer', async () => {
    const { email, slug } = await settled(app);
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
    const { email } = await settled(app);
    const tries = [1, 2, 3].map(
      (i) => `a${i}: signIn(input: { email: "${email}", password: "${goodPassword}" }) { user { id } }`,
    );
    expect(await app.client().refusal(`mutation { ${tries.join(' ')} }`)).toBe('RATE_LIMITED');
  });

  it('after ten failures waits for a quarter of an hour, for this account only', async () => {
    const { email } = await guessed();
    const other = await guessed();
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

  it('of a hundred and sixty-five guesses at once ten are looked at', async () => {
    const { email } = await settled(app);
    const answers = await Promise.all(
      Array.from({ length: 165 }, (_, i) =>
        app.client().refusal(signIn, { input: { email, password: `wrong wrong wrong ${i}` } }),
      ),
    );
    expect(answers.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(10);
    expect(answers.filter((code) => code === 'RATE_LIMITED')).toHaveLength(155);
  });

  it('that is right costs nothing, however often', async () => {
    const { email } = await guessed();
    for (let i = 0; i < 12; i++) await app.client().ask(signIn, { input: { email, password: goodPassword } });
  });

  it('is counted for the network that tries: a stranger’s guesses do not shut out the owner elsewhere', async () => {
    const { email } = await guessed();
    await guessTenTimes(email, '203.0.113.7');
    const input = { email, password: goodPassword };
    expect(await sent(app.client(), '203.0.113.7', signIn, { input })).toBe('RATE_LIMITED');
    expect(await sent(app.client(), '198.51.100.4', signIn, { input })).toBe('ok');
  });

  it('from the same /64 of IPv6 is tried by one person, from the next one by another', async () => {
    const { email } = await guessed();
    const input = { email, password: wrongPassword };
    const codes: string[] = [];
    for (let i = 0; i < 11; i++)
      codes.push(await sent(app.client(), `2001:db8:1:2:${i}::${i}`, signIn, { input }));
    expect(codes).toEqual([...Array<string>(10).fill('SIGN_IN_FAILED'), 'RATE_LIMITED']);
    expect(await sent(app.client(), '2001:db8:1:3::1', signIn, { input })).toBe('SIGN_IN_FAILED');
  });

  it('is guessed a hundred times a day by all strangers together; the owner’s browser comes in all the same', async () => {
    const { client, email } = await guessed();
    const input = { email, password: goodPassword };
    for (let i = 0; i < 10; i++) await guessTenTimes(email, `203.0.113.${i}`);
    await client.ask(`mutation { signOut }`);
    expect(await sent(app.client(), '198.51.100.4', signIn, { input })).toBe('RATE_LIMITED');
    await app.advance(15 * 60);
    expect(await sent(app.client(), '198.51.100.4', signIn, { input })).toBe('RATE_LIMITED');
    expect(await sent(client, '203.0.113.1', signIn, { input })).toBe('ok');
    expect(await sent(app.client(), '198.51.100.4', requestCode, { email })).toBe('ok');
    await app.advance(86_400);
    expect(await sent(app.client(), '198.51.100.4', signIn, { input })).toBe('ok');
  }, 60_000);

  it('is guessed ten times from a browser that has been in, too', async () => {
    const { client, email } = await guessed();
    const input = { email, password: wrongPassword };
    const codes: string[] = [];
    for (let i = 0; i < 11; i++) codes.push(await client.refusal(signIn, { input }));
    expect(codes).toEqual([...Array<string>(10).fill('SIGN_IN_FAILED'), 'RATE_LIMITED']);
  });

  it('asks a clock that was set back for nothing: a wait that has not begun is over', async () => {
    const { email } = await guessed();
    await app.advance(3 * 86_400);
    await guessTenTimes(email, '203.0.113.7');
    await app.advance(-3 * 86_400);
    const input = { email, password: goodPassword };
    expect(await sent(app.client(), '203.0.113.7', signIn, { input })).toBe('ok');
  });

  it('does not open another organisation', async () => {
    const [a, b] = [await settled(app), await settled(app)];
    const client = app.client();
    expect(
      await client.refusal(signIn, { input: { email: a.email, password: goodPassword, tenantSlug: b.slug } }),
    ).toBe('NOT_FOUND');
    expect(client.cookies.has('session')).toBe(false);
  });

  it('is changed within ten minutes of signing in, later with a code; other devices are signed out', async () => {
    const { client, email } = await settled(app);
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
    const { client } = await settled(app);
    expect(await client.refusal(setPassword, { password })).toMatch(/^PASSWORD_TOO_/);
  });
});

describe('a code from the mail', () => {
  it('signs in once, in the browser that asked for it', async () => {
    const { email, slug } = await settled(app);
    const client = app.client();
    const code = await codeFor(app, client, email);
    expect(await app.client().refusal(signInWithCode, { email, code })).toBe('CODE_INVALID');
    expect(await client.ask(signInWithCode, { email, code })).toMatchObject({
      signInWithCode: { tenant: { slug } },
    });
    expect(await client.refusal(signInWithCode, { email, code })).toBe('CODE_INVALID');
  });

  it('of ten at once lets one in', async () => {
    const { email } = await settled(app);
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
    const { email } = await settled(app);
    const client = app.client();
    const code = await codeFor(app, client, email);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i++)
      expect(await client.refusal(signInWithCode, { email, code: wrong })).toBe('CODE_INVALID');
    expect(await client.refusal(signInWithCode, { email, code })).toBe('CODE_INVALID');
  });

  it('works for ten minutes', async () => {
    const { email } = await settled(app);
    const client = app.client();
    const code = await codeFor(app, client, email);
    await app.advance(10 * 60);
    expect(await client.refusal(signInWithCode, { email, code })).toBe('CODE_INVALID');
  });

  it('is written to a new person in the language on their screen', async () => {
    await forgetLimits(app);
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

  it('is sent five times an hour to one address for one requester, known or not', async () => {
    const { email } = await settled(app);
    for (const address of [email, 'somebody.else@example.jp']) {
      await forgetLimits(app);
      const client = app.client();
      for (let i = 0; i < 5; i++)
        expect(await client.ask(requestCode, { email: address })).toEqual({ requestSignInCode: true });
      expect(await client.refusal(requestCode, { email: address })).toBe('RATE_LIMITED');
    }
    await app.advance(3600);
    await app.client().ask(requestCode, { email });
  });

  it.each([
    ['code', requestCode],
    ['link for a new password', requestReset],
  ])(
    'that strangers ask for all day (%s) stays within thirty mails, and the owner’s browser still gets one',
    async (_what, asking) => {
      const { client, email } = await settled(app);
      for (let i = 0; i < 30; i++)
        expect(await sent(app.client(), `203.0.113.${i}`, asking, { email })).toBe('ok');
      expect(await sent(app.client(), '198.51.100.4', asking, { email })).toBe('RATE_LIMITED');
      expect(await sent(client, '198.51.100.4', asking, { email })).toBe('ok');
      await app.advance(86_400);
      expect(await sent(app.client(), '198.51.100.4', asking, { email })).toBe('ok');
    },
    60_000,
  );

  it.each([
    ['nowhere', ''],
    ['a name', 'not an address'],
    ['a NUL', 'a@example.jp\u0000'],
    ['10,000 characters', `${'a'.repeat(10_000)}@example.jp`],
  ])('does not go to %s', async (_what, email) => {
    await forgetLimits(app);
    expect(await app.client().refusal(requestCode, { email })).toBe('BAD_USER_INPUT');
  });

  it('proves an address; what another person had set up before under it is gone', async () => {
    const intruder = await unproven();
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
    const { client, email } = await unproven();
    const code = await codeFor(app, client, email);
    expect(await client.ask(signInWithCode, { email, code })).toMatchObject({
      signInWithCode: { user: { emailProven: true, hasPassword: true } },
    });
    await app.client().ask(signIn, { input: { email, password: goodPassword } });
  });

  it('of an address without an account opens nothing', async () => {
    await forgetLimits(app);
    const client = app.client();
    const code = await codeFor(app, client, 'new.face@example.jp');
    expect(await client.refusal(signInWithCode, { email: 'new.face@example.jp', code })).toBe(
      'NO_MEMBERSHIP',
    );
    expect(client.cookies.has('session')).toBe(false);
  });
});

describe('a browser that has been in', () => {
  const stillKnown = async (client: TestClient, email: string): Promise<boolean> => {
    await forgetLimits(app);
    await guessTenTimes(email, '203.0.113.1');
    const input = { email, password: goodPassword };
    const code = await sent(client, '203.0.113.1', signIn, { input });
    expect(['ok', 'RATE_LIMITED']).toContain(code);
    return code === 'ok';
  };

  it('keeps a token that no script reads, a new one at every sign-in; what stands in the database does not open it', async () => {
    const { client, email } = await settled(app);
    const before = client.cookies.get('known-browser');
    const answer = await client.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: signIn, variables: { input: { email, password: goodPassword } } }),
    });
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('known-browser='));
    expect(cookie).toMatch(/^known-browser=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(client.cookies.get('known-browser')).not.toBe(before);
    const kept = JSON.stringify(await app.sql(`select * from auth.known_browser`));
    expect(kept).not.toContain(client.cookies.get('known-browser'));
  });

  it('is known for its own accounts only, and for each of them', async () => {
    const [mine, theirs] = [await settled(app), await settled(app)];
    expect(await stillKnown(theirs.client, mine.email)).toBe(false);
    await forgetLimits(app);
    await theirs.client.ask(signIn, { input: { email: mine.email, password: goodPassword } });
    expect(await stillKnown(theirs.client, mine.email)).toBe(true);
    expect(await stillKnown(theirs.client, theirs.email)).toBe(true);
  }, 60_000);

  it('is forgotten with its session ended from elsewhere, by signing out everywhere, and by a new password', async () => {
    const [revoked, everywhere, renewed] = [await settled(app), await settled(app), await settled(app)];
    const other = app.client();
    await other.ask(signIn, { input: { email: revoked.email, password: goodPassword } });
    const { viewer: seen } = await other.ask<{
      viewer: { sessions: { id: string; current: boolean }[] };
    }>(viewer);
    const id = seen.sessions.find(({ current }) => !current)!.id;
    await other.ask(`mutation ($id: ID!) { revokeSession(sessionId: $id) }`, { id });
    expect(await stillKnown(revoked.client, revoked.email)).toBe(false);
    expect(await stillKnown(other, revoked.email)).toBe(true);
    await everywhere.client.ask(`mutation { signOutEverywhere }`);
    expect(await stillKnown(everywhere.client, everywhere.email)).toBe(false);
    await app.advance(86_400);
    await app.client().ask(requestReset, { email: renewed.email });
    const token = await linkFor(app, 'reset', renewed.email);
    await app.client().ask(reset, { token, password: goodPassword });
    expect(await stillKnown(renewed.client, renewed.email)).toBe(false);
  }, 60_000);

  it('is not asked after four hundred days', async () => {
    const { client, email } = await settled(app);
    await app.advance(401 * 86_400);
    expect(await stillKnown(client, email)).toBe(false);
  }, 60_000);
});

describe('a forgotten password', () => {
  it('is replaced by a mailed link that works once; every device is signed out', async () => {
    const { client, email } = await settled(app);
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

  it('gets the same answer for an unknown address, and no mail', async () => {
    await forgetLimits(app);
    expect(await app.client().ask(requestReset, { email: 'nobody@example.jp' })).toEqual({
      requestPasswordReset: true,
    });
    expect(await mailsTo(app, 'nobody@example.jp')).toEqual([]);
  });

  it('is not replaced after an hour, nor by an older link, nor by a made-up one', async () => {
    const { email } = await settled(app);
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
    const { client } = await settled(app);
    await app.advance(60 * 86_400);
    await client.ask(viewer);
    await app.advance(60 * 86_400);
    expect((await client.ask<{ me: unknown }>(viewer)).me).not.toBeNull();
    await app.advance(91 * 86_400);
    expect((await client.ask<{ me: unknown }>(viewer)).me).toBeNull();
  });

  it('are listed, ended one by one by their owner only, or all at once', async () => {
    const { client, email } = await settled(app);
    const stranger = await settled(app);
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
    const [mine, foreign] = [await settled(app), await settled(app)];
    const second = await registerBy(app, mine.client, { email: mine.email });
    const switching = `mutation ($slug: String!) { switchTenant(slug: $slug) { tenant { slug } } }`;
    for (const slug of [mine.slug, String(second['slug'])])
      expect(await mine.client.ask(switching, { slug })).toEqual({ switchTenant: { tenant: { slug } } });
    expect(await mine.client.refusal(switching, { slug: foreign.slug })).toBe('NOT_FOUND');
    const lost = app.client(foreign.slug);
    for (const [name, value] of mine.client.cookies) lost.cookies.set(name, value);
    expect(await lost.ask(`{ viewer { user { id } } }`)).toEqual({ viewer: null });
  });

  it('begin where a person was last, whatever organisations are called', async () => {
    const mine = await settled(app, { tenantName: 'わ 団体' });
    for (const tenantName of ['あ 団体', 'A club'])
      await registerBy(app, app.client(), { email: mine.email, tenantName });
    const [, , newest] = await app.sql<{ slug: string }>(
      `select t.slug from auth.member_index i join auth.tenant t on t.id = i.tenant_id join auth."user" u on u.id = i.user_id
       where u.email = $1 order by i.member_id`,
      [mine.email],
    );
    const landing = async (): Promise<string> => {
      await forgetLimits(app);
      const byPassword = await app.client().ask<{ signIn: { tenant: { slug: string } } }>(signIn, {
        input: { email: mine.email, password: goodPassword },
      });
      const client = app.client();
      const code = await codeFor(app, client, mine.email);
      const byCode = await client.ask<{ signInWithCode: { tenant: { slug: string } } }>(signInWithCode, {
        email: mine.email,
        code,
      });
      expect(byCode.signInWithCode).toMatchObject({ tenant: byPassword.signIn.tenant });
      return byPassword.signIn.tenant.slug;
    };
    expect(await landing()).toBe(newest!.slug);
    await mine.client.ask(`mutation ($slug: String!) { switchTenant(slug: $slug) { tenant { slug } } }`, {
      slug: mine.slug,
    });
    expect(await landing()).toBe(mine.slug);
    // Shut out of where they were last, they land where they have been for longest.
    await app.sql(
      `update member set status = 'SUSPENDED' where tenant_id = (select id from auth.tenant where slug = $1)`,
      [newest!.slug],
    );
    await app.sql(
      `update auth."user" set last_tenant_id = (select id from auth.tenant where slug = $1) where email = $2`,
      [newest!.slug, mine.email],
    );
    expect(await landing()).toBe(mine.slug);
  }, 60_000);

  it('keep the language and the size of the letters', async () => {
    const { client } = await settled(app);
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
