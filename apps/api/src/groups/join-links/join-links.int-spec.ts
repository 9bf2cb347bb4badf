import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultClauses } from '@yoriai/domain/groups';
import { days } from '@yoriai/domain/kernel';
import { MailCodes } from '../../people/sign-in/mail-codes.js';
import { browserCookie } from '../../people/sign-in/mail-codes.js';
import { startApp, type Answer, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { look, village, type Village } from '../group/groups.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

interface Link {
  readonly id: string;
  readonly code: string;
  readonly url: string;
  readonly expiresAt: string;
  readonly uses: number;
}
const make = `mutation ($input: CreateJoinLinkInput!) { createJoinLink(input: $input) { id code url expiresAt uses revokedAt } }`;
const preview = `query ($code: String!) { joinLink(code: $code) { tenantName groupName purpose memberCount full invitedBy charter } }`;
const join = `mutation ($input: JoinByCodeInput!) { joinByCode(input: $input) { groups { id } } }`;

async function open(place: Village, input: Record<string, unknown> = {}): Promise<Link> {
  const leader = await app.as(place.leader);
  return (await leader.ask<{ createJoinLink: Link }>(make, { input: { groupId: place.group, ...input } }))
    .createJoinLink;
}
let people = 0;
/** A new person in a fresh browser, who has the six digits from their mail. */
async function newcomer(email = `newcomer-${(people += 1)}@example.jp`) {
  const client = app.client();
  const codes = app.application.app.get(MailCodes, { strict: false });
  const browser = codes.newBrowser();
  client.cookies.set(browserCookie, browser);
  const { code: mailCode } = await codes.create(email, browser);
  return {
    client,
    input: {
      email,
      mailCode,
      displayName: '新井 青',
      kana: 'あらい あお',
      businessName: '新井商店',
      industry: '小売',
    },
  };
}
async function come(
  code: string,
  email?: string,
): Promise<Answer<{ joinByCode: { groups: { id: string }[] } }> & { client: TestClient }> {
  const { client, input } = await newcomer(email);
  return {
    ...(await client.query<{ joinByCode: { groups: { id: string }[] } }>(join, {
      input: { ...input, code },
    })),
    client,
  };
}
const codeOf = (answer: Answer<unknown>): string => answer.errors?.[0]?.extensions.code ?? 'no error';
/** Trying codes is soon throttled; each story begins afresh. */
const forgive = () => app.sql(`delete from auth.throttle`);

describe('a place that was kept for a guest with a code', () => {
  it('takes what they write about themselves, and keeps what they leave blank', async () => {
    const place = await village(app);
    const { code } = await open(place);
    const email = 'kept@example.jp';
    const office = await app.as(place.admin);
    await office.ask(
      `mutation ($e: String!) { inviteMember(input: { email: $e, displayName: "新井 蒼", kana: "あらい あおい" }) { id } }`,
      { e: email },
    );
    const { client, input } = await newcomer(email);
    await client.ask(join, { input: { ...input, code, kana: '', businessName: '新井商店' } });
    expect(await client.ask('{ viewer { member { displayName kana businessName } } }')).toEqual({
      viewer: { member: { displayName: '新井 青', kana: 'あらい あおい', businessName: '新井商店' } },
    });
  });
});

describe('a join link', () => {
  it('has a code to type, an address for the QR code, and thirty days', async () => {
    await forgive();
    const place = await village(app);
    const link = await open(place);
    expect(link.code).toMatch(/^[23456789CDFHJKMNPQRTVWXY]{8}$/);
    expect(link.url).toMatch(new RegExp(`/join/${link.code}$`));
    expect(link.uses).toBe(0);
    const leader = await app.as(place.leader);
    expect((await look(leader, place.group))?.joinLinks).toMatchObject([
      { code: link.code, revokedAt: null },
    ]);
    expect((await look(await app.as(place.peer), place.group))?.joinLinks).toEqual([]);
    for (const days of [0, 366])
      expect(await leader.refusal(make, { input: { groupId: place.group, days } })).toBe('BAD_USER_INPUT');
  });

  it('tells its holder who invites and what is promised, before they say who they are', async () => {
    await forgive();
    const place = await village(app, { capacity: 3 });
    const { code } = await open(place);
    for (const typed of [code, ` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()} `])
      expect(await app.client().ask(preview, { code: typed })).toEqual({
        joinLink: {
          tenantName: `団体 ${place.tenant.slug}`,
          groupName: '水曜の会',
          purpose: '毎月会って話す',
          memberCount: 2,
          full: false,
          invitedBy: '佐藤 進',
          charter: defaultClauses.ja,
        },
      });
    for (const wrong of ['22222222', 'なにか', '', '🍵', 'x'.repeat(10_000)])
      expect(await app.client().ask(preview, { code: wrong })).toEqual({ joinLink: null });
  });

  it('lets a new person in: account, member, seat, signature and session in one step', async () => {
    await forgive();
    const place = await village(app);
    const { code } = await open(place);
    const { client, data } = await come(code);
    expect(data?.joinByCode.groups).toEqual([{ id: place.group }]);
    const seen = await look(client, place.group);
    expect(seen?.memberships.at(-1)).toMatchObject({
      member: { displayName: '新井 青' },
      role: 'MEMBER',
      charterSigned: true,
    });
    expect(seen?.charter.signedByViewer).toBe(true);
    expect((await look(await app.as(place.leader), place.group))?.joinLinks).toMatchObject([{ uses: 1 }]);
    await app.drain();
    expect(await client.ask(`{ notifications { edges { node { kind } } } }`)).toEqual({
      notifications: { edges: [{ node: { kind: 'group.joined' } }] },
    });
  });

  it('only signs in a member who is in already, and brings a member of the organisation in as they are', async () => {
    await forgive();
    const place = await village(app);
    const { code } = await open(place);
    expect(codeOf(await come(code, place.peer.email))).toBe('no error');
    expect(codeOf(await come(code, place.stranger.email))).toBe('no error');
    const seen = await look(await app.as(place.leader), place.group);
    expect(seen?.memberships.map(({ member }) => member.displayName)).toEqual([
      '佐藤 進',
      '鈴木 花',
      '田中 次郎',
    ]);
    expect(seen?.joinLinks).toMatchObject([{ uses: 1 }]);
  });

  it('lets no one in without the code from the mail', async () => {
    await forgive();
    const place = await village(app);
    const { code } = await open(place);
    const { client, input } = await newcomer();
    const wrong = input.mailCode === '123456' ? '654321' : '123456';
    expect(await client.refusal(join, { input: { ...input, code, mailCode: wrong } })).toBe('CODE_INVALID');
    const thief = app.client();
    expect(await thief.refusal(join, { input: { ...input, code } })).toBe('CODE_INVALID');
    expect(await client.refusal(join, { input: { ...input, code, displayName: '名'.repeat(10_000) } })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await client.ask(`{ viewer { groups { id } } }`)).toEqual({ viewer: null });
    expect((await look(await app.as(place.leader), place.group))?.memberships).toHaveLength(2);
  });

  it('proposes the newcomer to a group in which people talk', async () => {
    await forgive();
    const place = await village(app, { talking: true });
    const { code } = await open(place);
    const { data, client } = await come(code, 'proposed@example.jp');
    expect(data?.joinByCode.groups).toEqual([]);
    expect(await look(client, place.group)).toBeNull();
    expect(codeOf(await come(code, 'proposed@example.jp'))).toBe('no error');
    expect((await look(await app.as(place.peer), place.group))?.proposals).toMatchObject([
      { member: { displayName: '新井 青' }, proposedBy: { displayName: '佐藤 進' } },
    ]);
  });

  it('never seats the ninth, even when twenty come at once', async () => {
    await forgive();
    const place = await village(app);
    const { code } = await open(place);
    const newcomers = await Promise.all(Array.from({ length: 20 }, () => newcomer()));
    const answers = await Promise.all(
      newcomers.map(({ client, input }) => client.query(join, { input: { ...input, code } })),
    );
    expect(answers.map(codeOf).sort()).toEqual([
      ...Array(14).fill('GROUP_FULL'),
      ...Array(6).fill('no error'),
    ]);
    expect((await look(await app.as(place.leader), place.group))?.memberships).toHaveLength(8);
    expect(await app.client().ask(preview, { code })).toMatchObject({
      joinLink: { full: true, memberCount: 8 },
    });
    const [row] = await app.sql<{ n: number }>(
      `select count(*)::int n from member where tenant_id = $1 and display_name = '新井 青'`,
      [place.tenant.id],
    );
    expect(row).toEqual({ n: 6 });
  });

  it('is over when it has expired or was taken back, and says so', async () => {
    await forgive();
    const place = await village(app);
    const [short, taken] = [await open(place, { days: 1 }), await open(place)];
    const leader = await app.as(place.leader);
    const revoke = `mutation ($id: ID!) { revokeJoinLink(joinLinkId: $id) { revokedAt } }`;
    expect(await (await app.as(place.peer)).refusal(revoke, { id: taken.id })).toBe('FORBIDDEN');
    expect(await (await app.as(place.stranger)).refusal(revoke, { id: taken.id })).toBe('NOT_FOUND');
    for (let i = 0; i < 2; i += 1)
      expect(await leader.ask(revoke, { id: taken.id })).toMatchObject({
        revokeJoinLink: { revokedAt: expect.any(String) },
      });
    expect(await app.client().refusal(preview, { code: taken.code })).toBe('JOIN_LINK_OVER');
    expect(codeOf(await come(taken.code))).toBe('JOIN_LINK_OVER');
    expect(codeOf(await come(short.code))).toBe('no error');
    await app.advance(days(1) / 1_000);
    expect(codeOf(await come(short.code))).toBe('JOIN_LINK_OVER');
    expect(codeOf(await come('22222222'))).toBe('NOT_FOUND');
  });

  it('does not let the office, or its author, walk in', async () => {
    await forgive();
    const place = await village(app);
    const { code } = await open(place);
    expect(codeOf(await come(code, place.admin.email))).toBe('FORBIDDEN');
    const office = await app.as(place.admin);
    const { createJoinLink } = await office.ask<{ createJoinLink: Link }>(make, {
      input: { groupId: place.group },
    });
    expect(codeOf(await come(createJoinLink.code, place.admin.email))).toBe('FORBIDDEN');
    expect((await look(office, place.group))?.memberships).toHaveLength(2);
  });

  it('cannot be guessed: after twenty wrong codes one has to wait', async () => {
    await forgive();
    const place = await village(app);
    const { code } = await open(place);
    const client = app.client();
    const wrong = Array.from({ length: 20 }, (_, n) => `2222${String(2222 + n).replace(/[01]/g, '3')}`);
    for (const guess of wrong) expect(await client.ask(preview, { code: guess })).toEqual({ joinLink: null });
    expect(await client.refusal(preview, { code })).toBe('RATE_LIMITED');
    await app.advance(16 * 60);
    expect(await client.ask(preview, { code })).toMatchObject({ joinLink: { groupName: '水曜の会' } });
  });
});
