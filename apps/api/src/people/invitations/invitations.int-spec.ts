import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
} from '../../platform/testing/start-app.js';
import { codeFor, goodPassword, linkFor, mailsTo } from '../sign-in/sign-in.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const inviting = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { id email displayName role expiresAt sentAt } }`;
const resending = `mutation ($id: ID!) { resendInvitation(invitationId: $id) { id } }`;
const revoking = `mutation ($id: ID!) { revokeInvitation(invitationId: $id) }`;
const preview = `query ($token: String!) { invitation(token: $token) { tenantName invitedBy displayName kana phone email groupNames needsSignIn expired } }`;
const accepting = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  user { email emailProven hasPassword } member { displayName kana phone status role groups { name } } tenant { slug } } }`;
const open = `{ invitations { edges { node { id email } } } }`;
const signingInWithCode = `mutation ($email: String!, $code: String!) { signInWithCode(email: $email, code: $code) { tenant { slug } } }`;

let people = 0;
const newEmail = () => `guest${(people += 1)}@example.jp`;
async function office() {
  await app.sql(`delete from auth.throttle`);
  const tenant = await app.tenant();
  const admin = await app.member(tenant, { role: 'ADMIN', name: '佐藤 事務局', kana: 'さとう じむきょく' });
  return { tenant, admin, desk: await app.as(admin) };
}
type Invited = { inviteMember: { id: string } };
async function invited(
  desk: TestClient,
  input: Record<string, unknown> = {},
): Promise<{ id: string; email: string; token: string }> {
  const email = newEmail();
  const { inviteMember } = await desk.ask<Invited>(inviting, {
    input: { email, displayName: '山田 花子', ...input },
  });
  return { id: inviteMember.id, email, token: await linkFor(app, 'invite', email) };
}

describe('what the office has entered about a person', () => {
  const known = { kana: 'やまだ はなこ', phone: '090-1111-2222' };
  /** Invited, with a telephone number from the roster. */
  async function expected() {
    const { desk } = await office();
    const guest = await invited(desk, { kana: 'ヤマダ ハナコ' });
    await app.sql(
      `update member set phone = $2 where id = (select member_id from invitation where id = $1)`,
      [guest.id.slice(4), known.phone],
    );
    return guest;
  }
  const accept = async (input: Record<string, unknown>): Promise<object> =>
    (await app.client().ask<{ acceptInvitation: { member: object } }>(accepting, { input })).acceptInvitation
      .member;

  it('stands when they accept and say nothing of it, and is gone only where they emptied it', async () => {
    const silent = await expected();
    expect(await app.client().ask(preview, { token: silent.token })).toMatchObject({ invitation: known });
    expect(await accept({ token: silent.token })).toMatchObject(known);
    const emptied = await expected();
    expect(await accept({ token: emptied.token, phone: '' })).toMatchObject({ ...known, phone: null });
  });

  it('is not shown when the address has an account, or the invitation is over', async () => {
    const { token, email } = await expected();
    const nothing = { invitation: { kana: null, phone: null } };
    await app.advance(15 * 24 * 3600);
    expect(await app.client().ask(preview, { token })).toMatchObject(nothing);
    const owner = await expected();
    await app.sql(
      `insert into auth."user" (id, email, created_at) values (gen_random_uuid(), $1, app.now())`,
      [owner.email],
    );
    expect(await app.client().ask(preview, { token: owner.token })).toMatchObject(nothing);
    expect(email).not.toBe(owner.email);
  });
});

describe('an invitation', () => {
  it('goes by mail and not by the API, shows what it is, and is taken up once', async () => {
    const { tenant, admin, desk } = await office();
    const group = await app.group(tenant, [admin], '朝の会');
    const { email, token } = await invited(desk, {
      kana: 'ヤマダ ハナコ',
      groupId: publicId('Group', group),
    });
    expect(await mailsTo(app, email)).toMatchObject([{ notice: 'invitation' }]);
    const guest = app.client();
    expect(await guest.ask(preview, { token })).toEqual({
      invitation: {
        tenantName: `団体 ${tenant.slug}`,
        invitedBy: '佐藤 事務局',
        displayName: '山田 花子',
        kana: 'やまだ はなこ',
        phone: null,
        email,
        groupNames: ['朝の会'],
        needsSignIn: false,
        expired: false,
      },
    });
    const { acceptInvitation } = await guest.ask<{ acceptInvitation: object }>(accepting, {
      input: { token, phone: '０９０１２３４５６７８', password: goodPassword },
    });
    expect(acceptInvitation).toMatchObject({
      user: { email, emailProven: true, hasPassword: true },
      member: {
        displayName: '山田 花子',
        kana: 'やまだ はなこ',
        phone: '090-1234-5678',
        status: 'ACTIVE',
        role: 'MEMBER',
        groups: [{ name: '朝の会' }],
      },
      tenant: { slug: tenant.slug },
    });
    expect(await app.client().refusal(accepting, { input: { token } })).toBe('INVITATION_USED');
    expect(await guest.ask(preview, { token })).toMatchObject({ invitation: { expired: true } });
    expect(await desk.ask(open)).toEqual({ invitations: { edges: [] } });
  });

  it('redeemed a hundred times at once lets one person in', async () => {
    const { tenant, desk } = await office();
    const { token, email } = await invited(desk);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => app.client().query(accepting, { input: { token } })),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const codes = new Set(
      answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? []),
    );
    expect(
      [...codes].every((code) =>
        ['INVITATION_USED', 'INVITATION_NEEDS_SIGN_IN', 'RATE_LIMITED'].includes(code),
      ),
    ).toBe(true);
    const sessions = await app.sql(
      `select from auth.session s join auth."user" u on u.id = s.user_id where u.email = $1`,
      [email],
    );
    expect(sessions).toHaveLength(1);
    const members = await app.sql(`select from member where tenant_id = $1 and status = 'ACTIVE'`, [
      tenant.id,
    ]);
    expect(members).toHaveLength(2);
  });

  it('for an address with an account wants that account’s own sign-in, and sets no password', async () => {
    const { desk } = await office();
    const { email, token } = await invited(desk);
    await app.client().ask(accepting, { input: { token } });
    const elsewhere = await office();
    await elsewhere.desk.ask(inviting, { input: { email, displayName: '山田 花子' } });
    const second = await linkFor(app, 'invite', email, token);
    expect(await app.client().ask(preview, { token: second })).toMatchObject({
      invitation: { needsSignIn: true },
    });
    expect(await app.client().refusal(accepting, { input: { token: second, password: goodPassword } })).toBe(
      'INVITATION_NEEDS_SIGN_IN',
    );
    expect(await elsewhere.desk.refusal(accepting, { input: { token: second } })).toBe(
      'INVITATION_FOR_SOMEONE_ELSE',
    );
    const owner = app.client();
    await owner.ask(signingInWithCode, { email, code: await codeFor(app, owner, email) });
    const { acceptInvitation } = await owner.ask<{ acceptInvitation: object }>(accepting, {
      input: { token: second, password: goodPassword },
    });
    expect(acceptInvitation).toMatchObject({
      user: { hasPassword: false },
      tenant: { slug: elsewhere.tenant.slug },
    });
  });

  it('lasts fourteen days; sent again it lasts fourteen more, and the first link is dead', async () => {
    const { desk } = await office();
    const { id, email, token } = await invited(desk);
    await app.advance(14 * 86_400);
    expect(await app.client().refusal(accepting, { input: { token } })).toBe('INVITATION_EXPIRED');
    await desk.ask(resending, { id });
    const second = await linkFor(app, 'invite', email, token);
    expect(await app.client().refusal(accepting, { input: { token } })).toBe('LINK_INVALID');
    await app.client().ask(accepting, { input: { token: second } });
    expect(await desk.refusal(resending, { id })).toBe('INVITATION_USED');
    expect(await desk.refusal(revoking, { id })).toBe('INVITATION_USED');
  });

  it('taken back opens nothing', async () => {
    const { desk } = await office();
    const { id, token } = await invited(desk);
    await desk.ask(revoking, { id });
    expect(await app.client().refusal(accepting, { input: { token } })).toBe('LINK_INVALID');
    expect(await app.client().ask(preview, { token })).toEqual({ invitation: null });
    expect(await desk.ask(open)).toEqual({ invitations: { edges: [] } });
  });

  it('to the same address twice is one place and two mails; the same key once more is neither', async () => {
    const { desk } = await office();
    const email = newEmail();
    const input = { email, displayName: '山田 花子', idempotencyKey: 'k' };
    const first = await desk.ask<Invited>(inviting, { input });
    expect(await desk.ask<Invited>(inviting, { input })).toEqual(first);
    const link = await linkFor(app, 'invite', email);
    const again = await desk.ask<Invited>(inviting, { input: { email, displayName: '山田 はなこ' } });
    expect(again.inviteMember).toMatchObject({ id: first.inviteMember.id, displayName: '山田 はなこ' });
    await linkFor(app, 'invite', email, link);
    expect(await mailsTo(app, email)).toHaveLength(2);
  });

  it('is mailed once, however often its event is read', async () => {
    const { desk } = await office();
    const { email, token } = await invited(desk);
    await app.sql(`update delivery set state = 'DUE' where reader = 'people.send-invitation'`);
    await app.drain();
    expect(await mailsTo(app, email)).toHaveLength(1);
    await app.client().ask(accepting, { input: { token } });
  });

  it('does not go to who is here already', async () => {
    const { desk, tenant } = await office();
    const member = await app.member(tenant);
    expect(await desk.refusal(inviting, { input: { email: member.email, displayName: 'x' } })).toBe(
      'ALREADY_MEMBER',
    );
  });

  it.each([
    ['no address', { email: 'hanako' }, 'BAD_USER_INPUT'],
    ['a NUL in the name', { displayName: '山田\u0000' }, 'BAD_USER_INPUT'],
    ['10,000 characters', { displayName: 'あ'.repeat(10_000) }, 'BAD_USER_INPUT'],
    ['kanji as furigana', { kana: '山田' }, 'BAD_USER_INPUT'],
    [
      'a group that is not there',
      { groupId: publicId('Group', '01938f4e-0000-7000-8000-000000000001') },
      'NOT_FOUND',
    ],
    ['a forged id', { groupId: 'grp_1' }, 'NOT_FOUND'],
  ])('with %s is refused, and no member is added', async (_what, over, code) => {
    const { desk, tenant } = await office();
    expect(
      await desk.refusal(inviting, { input: { email: newEmail(), displayName: '山田 花子', ...over } }),
    ).toBe(code);
    expect(await app.sql(`select from member where tenant_id = $1`, [tenant.id])).toHaveLength(1);
  });

  it('with a bad password or name is not taken up, and can be tried again', async () => {
    const { desk } = await office();
    const { token, email } = await invited(desk);
    for (const [input, code] of [
      [{ password: 'short' }, 'PASSWORD_TOO_SHORT'],
      [{ displayName: 'あ'.repeat(81) }, 'BAD_USER_INPUT'],
      [{ phone: '12' }, 'BAD_USER_INPUT'],
    ] as const)
      expect(await app.client().refusal(accepting, { input: { token, ...input } })).toBe(code);
    expect(await app.sql(`select from auth."user" where email = $1`, [email])).toEqual([]);
    await app.client().ask(accepting, { input: { token, displayName: '🌸 花子' } });
  });

  it('is the office’s business, and of its own organisation only', async () => {
    const { tenant, desk } = await office();
    const { id } = await invited(desk);
    const member = await app.as(await app.member(tenant));
    const elsewhere = (await office()).desk;
    for (const [document, variables] of [
      [inviting, { input: { email: newEmail(), displayName: 'x' } }],
      [open, {}],
      [resending, { id }],
      [revoking, { id }],
    ] as const) {
      expect(await member.refusal(document, variables)).toBe('FORBIDDEN');
      expect(await app.client().refusal(document, variables)).toBe('UNAUTHENTICATED');
    }
    expect(await elsewhere.refusal(resending, { id })).toBe('NOT_FOUND');
    expect(await elsewhere.refusal(revoking, { id })).toBe('NOT_FOUND');
    expect(await elsewhere.ask(open)).toEqual({ invitations: { edges: [] } });
    for (const client of [member, elsewhere])
      expect(await client.ask(`query ($id: ID!) { node(id: $id) { id } }`, { id })).toEqual({ node: null });
  });
});

describe('the directory', () => {
  const list = `query ($search: String, $status: [MemberStatus!], $first: Int, $after: String) {
    members(search: $search, status: $status, first: $first, after: $after) { edges { node { id displayName kana phone status } } pageInfo { hasNextPage endCursor } } }`;
  type Listed = {
    members: {
      edges: { node: { id: string; displayName: string; phone: string | null; status: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
  const update = `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { displayName role status phone version } }`;
  const profile = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { displayName kana phone businessName prefecture strengths version } }`;
  const names = ({ members }: Listed) => members.edges.map(({ node }) => node.displayName);
  const idOf = ({ memberId }: TestMember) => publicId('Member', memberId);

  it('stands in the order of a phone book, page by page', async () => {
    const { desk } = await office();
    for (const [displayName, kana] of [
      ['渡辺', 'ワタナベ'],
      ['加藤', 'かとう'],
      ['太田', 'おおた'],
      ['賀東', 'がとう'],
      ['王', null],
      ['小田', 'おだ'],
    ] as const)
      await desk.ask(inviting, { input: { email: newEmail(), displayName, kana } });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed = await desk.ask<Listed>(list, { first: 2, after, status: ['INVITED'] });
      seen.push(...names(page));
      after = page.members.pageInfo.hasNextPage ? page.members.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(['太田', '小田', '加藤', '賀東', '渡辺', '王']);
    expect(await desk.refusal(list, { after: 'x' })).toBe('BAD_USER_INPUT');
    expect(await desk.refusal(list, { first: 101 })).toBe('BAD_USER_INPUT');
  });

  it('tells addresses to the office, and to each their own', async () => {
    const { tenant, desk } = await office();
    const invited = newEmail();
    await desk.ask(inviting, { input: { email: invited, displayName: '髙橋 一郎' } });
    const member = await app.member(tenant);
    const addresses = async (client: TestClient) => {
      const { members } = await client.ask<{ members: { edges: { node: { email: string | null } }[] } }>(
        '{ members(first: 100) { edges { node { email } } } }',
      );
      return members.edges.map(({ node }) => node.email).filter((email) => email !== null);
    };
    expect(await addresses(desk)).toEqual(expect.arrayContaining([invited, member.email]));
    expect(await addresses(await app.as(member))).toEqual([member.email]);
  });

  it('is searched by name or furigana, however either is written', async () => {
    const { tenant, desk } = await office();
    for (const [displayName, kana] of [
      ['髙橋 一郎', 'タカハシ イチロウ'],
      ['山﨑 努', 'やまざき つとむ'],
    ] as const)
      await desk.ask(inviting, { input: { email: newEmail(), displayName, kana } });
    for (const [search, found] of [
      ['髙橋', ['髙橋 一郎']],
      ['高橋一郎', ['髙橋 一郎']],
      ['ﾀｶﾊｼ', ['髙橋 一郎']],
      ['たかはしいち', ['髙橋 一郎']],
      ['崎', ['山﨑 努']],
      ['ざき', ['山﨑 努']],
      ['一郎 髙橋', ['髙橋 一郎']],
      ['崎　つとむ', ['山﨑 努']],
      ['努山', []],
      ['髙橋 努', []],
      ['橋努', []],
      ['%', []],
      ['🌸', []],
      ['', ['佐藤 事務局', '髙橋 一郎', '山﨑 努']],
    ] as const)
      expect([search, names(await desk.ask<Listed>(list, { search }))]).toEqual([search, found]);
    expect(await desk.refusal(list, { search: 'あ'.repeat(10_000) })).toBe('BAD_USER_INPUT');
    const peer = await app.as(await app.member(tenant));
    expect(names(await peer.ask<Listed>(list, { search: '髙橋' }))).toEqual([]);
    expect(names(await (await office()).desk.ask<Listed>(list, { search: '髙橋' }))).toEqual([]);
  });

  it('shows a phone number to its owner and the office', async () => {
    const { tenant, desk } = await office();
    const [hanako, peer] = [
      await app.member(tenant, { name: '山田 花子' }),
      await app.member(tenant, { name: '鈴木 一' }),
    ];
    const mine = await app.as(hanako);
    expect(
      await mine.ask(profile, {
        input: { phone: '09012345678', kana: 'ﾔﾏﾀﾞ', prefecture: '東京', strengths: '簿記 🌸' },
      }),
    ).toMatchObject({
      updateProfile: {
        phone: '090-1234-5678',
        kana: 'やまだ',
        prefecture: '東京都',
        strengths: '簿記 🌸',
        version: 2,
      },
    });
    const node = `query ($id: ID!) { node(id: $id) { ... on Member { displayName phone } } }`;
    const seenBy = async (client: TestClient) =>
      (await client.ask<{ node: { phone: string | null } }>(node, { id: idOf(hanako) })).node;
    expect((await seenBy(desk)).phone).toBe('090-1234-5678');
    expect((await seenBy(mine)).phone).toBe('090-1234-5678');
    expect((await seenBy(await app.as(peer))).phone).toBeNull();
    expect(await seenBy((await office()).desk)).toBeNull();
  });

  it('keeps what another person wrote first', async () => {
    const { tenant } = await office();
    const mine = await app.as(await app.member(tenant));
    await mine.ask(profile, { input: { businessName: 'カフェ', expectedVersion: 1 } });
    expect(await mine.refusal(profile, { input: { businessName: '喫茶', expectedVersion: 1 } })).toBe(
      'CONFLICT',
    );
    for (const input of [
      { displayName: '' },
      { strengths: 'あ'.repeat(10_000) },
      { industry: 'a\u0000b' },
      { prefecture: '江戸' },
      { phone: '1' },
    ])
      expect(await mine.refusal(profile, { input })).toBe('BAD_USER_INPUT');
    expect(await mine.ask(`{ viewer { member { businessName version } } }`)).toEqual({
      viewer: { member: { businessName: 'カフェ', version: 2 } },
    });
  });

  it('is kept by the office: suspending a person shuts every door at once', async () => {
    const { tenant, desk } = await office();
    const hanako = await app.member(tenant);
    const mine = await app.as(hanako);
    const input = { memberId: idOf(hanako), status: 'SUSPENDED' };
    expect(await mine.refusal(update, { input })).toBe('FORBIDDEN');
    expect(await (await office()).desk.refusal(update, { input })).toBe('NOT_FOUND');
    expect(await desk.refusal(update, { input: { ...input, memberId: 'mem_1' } })).toBe('NOT_FOUND');
    expect(await desk.ask(update, { input })).toMatchObject({ updateMember: { status: 'SUSPENDED' } });
    expect(await mine.ask(`{ me { email } viewer { user { id } } }`)).toEqual({
      me: { email: hanako.email },
      viewer: null,
    });
    expect(
      await app.sql(`select from audience_reader where tenant_id = $1 and member_id = $2`, [
        tenant.id,
        hanako.memberId,
      ]),
    ).toEqual([]);
    expect(await desk.refusal(update, { input: { ...input, status: 'INVITED' } })).toBe('BAD_STATUS_CHANGE');
    await desk.ask(update, { input: { ...input, status: 'ACTIVE' } });
    expect(
      await app.sql(`select from audience_reader where tenant_id = $1 and member_id = $2`, [
        tenant.id,
        hanako.memberId,
      ]),
    ).toHaveLength(1);
  });

  it('what an organisation changes about a person holds there at once, and ends nothing in another one', async () => {
    const [here, elsewhere] = [await office(), await office()];
    const hanako = await app.member(here.tenant);
    const second = await app.member(elsewhere.tenant, { role: 'ADMIN' });
    await app.sql(`update member set user_id = $2 where id = $1`, [second.memberId, hanako.userId]);
    const mine = await app.as(hanako);
    const theirs = app.client(second.slug);
    for (const [name, value] of mine.cookies) theirs.cookies.set(name, value);
    const role = `{ viewer { tenant { slug } member { role } } }`;
    const seen = { viewer: { tenant: { slug: second.slug }, member: { role: 'ADMIN' } } };
    const changes: [Record<string, string>, object][] = [
      [{ role: 'ADMIN' }, { viewer: { tenant: { slug: hanako.slug }, member: { role: 'ADMIN' } } }],
      [{ role: 'MEMBER' }, { viewer: { tenant: { slug: hanako.slug }, member: { role: 'MEMBER' } } }],
      [{ status: 'SUSPENDED' }, { viewer: null }],
      [{ status: 'ALUMNI' }, { viewer: null }],
    ];
    for (const [change, shown] of changes) {
      await here.desk.ask(update, { input: { memberId: idOf(hanako), ...change } });
      expect(await mine.ask(role)).toEqual(shown);
      expect(await theirs.ask(role)).toEqual(seen);
    }
    await elsewhere.desk.ask(update, { input: { memberId: idOf(second), role: 'MEMBER' } });
    expect(await theirs.refusal(open)).toBe('FORBIDDEN');
  });

  it('never loses its last admin, also when two send each other away at once', async () => {
    const { tenant, admin, desk } = await office();
    expect(await desk.refusal(update, { input: { memberId: idOf(admin), role: 'MEMBER' } })).toBe(
      'LAST_ADMIN',
    );
    expect(await desk.refusal(update, { input: { memberId: idOf(admin), status: 'ALUMNI' } })).toBe(
      'LAST_ADMIN',
    );
    const second = await app.member(tenant, { role: 'ADMIN' });
    const other = await app.as(second);
    const answers = await Promise.all([
      desk.query(update, { input: { memberId: idOf(second), role: 'MEMBER' } }),
      other.query(update, { input: { memberId: idOf(admin), role: 'MEMBER' } }),
    ]);
    expect(answers.filter(({ errors }) => !errors).length).toBeLessThan(2);
    expect(
      await app.sql(`select from member where tenant_id = $1 and role = 'ADMIN'`, [tenant.id]),
    ).toHaveLength(1);
  });
});
