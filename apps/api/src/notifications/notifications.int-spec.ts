import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { GroupNotices } from '../groups/group/notices.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { localAt, type GroupId, type MemberId } from '@yoriai/domain/kernel';
import { Dispatcher } from '../platform/queue/dispatcher.js';
import { Postbox } from '../platform/testing/postbox.js';
import { until } from '../platform/testing/server-process.js';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
  type TestTenant,
} from '../platform/testing/start-app.js';
import { Notices } from './notices.js';
import { dropStaleMails } from './drop-stale-mails.js';
import { mailsStore } from './mails.store.js';
import { notify, type Notice } from './notify.js';

let app: TestApp;
let post: Postbox;
let tenant: TestTenant;
let groupId: GroupId;
let [hanako, jiro]: TestMember[] = [];

beforeAll(async () => {
  post = await Postbox.open();
  app = await startApp({ SMTP_URL: post.url, PUBLIC_URL: 'https://yoriai.example' });
});
afterAll(async () => {
  await app?.stop();
  await post?.close();
});

const secretGroup = 'ひみつ水曜会';
const secretName = 'ひみつ 次郎';

beforeEach(async () => {
  await atClock('12:00');
  tenant = await app.tenant();
  hanako = await app.member(tenant, { name: '山田 花子' });
  jiro = await app.member(tenant, { name: secretName, locale: 'en' });
  groupId = await app.group(tenant, [hanako, jiro], secretGroup);
  post.mails.length = 0;
  post.manners.length = 0;
});

/** Moves time forward to the next moment at which clocks in Tokyo show this. */
async function atClock(clock: string): Promise<void> {
  const now = await app.advance(0);
  const minuteOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  const wait = (minuteOf(clock) - minuteOf(localAt(now, 'Asia/Tokyo').slice(11)) + 1440) % 1440;
  await app.advance(wait * 60);
}
const tell = (notice: Partial<Notice> & Pick<Notice, 'to'>) =>
  app.work.asSystem(tenant.id, 'test', (tx) =>
    notify(tx, {
      kind: 'group.joined',
      ids: { groupId, memberId: notice.to[0]! },
      once: 'first',
      ...notice,
    } as Notice),
  );
const mailRows = (memberId: MemberId) =>
  app.sql<{
    state: string;
    attempts: number;
    repeats: number;
    failures: number;
    bounced: boolean;
    last_error: string | null;
    id: string;
  }>(
    'select id, state, attempts, repeats, failures, bounced, last_error from mail_message where member_id = $1 order by id',
    [memberId],
  );
interface Bell {
  notifications: {
    edges: {
      cursor: string;
      node: { id: string; kind: string; title: string; body: string; url: string; readAt: string | null };
    }[];
    pageInfo: { hasNextPage: boolean };
  };
}
const list = async (client: TestClient, args = '') =>
  (
    await client.ask<Bell>(
      `{ notifications${args} { edges { cursor node { id kind title body url readAt } } pageInfo { hasNextPage } } }`,
    )
  ).notifications;
const unread = async (client: TestClient) =>
  (await client.ask<{ viewer: { unreadNotifications: number } }>('{ viewer { unreadNotifications } }')).viewer
    .unreadNotifications;
const change = (client: TestClient, input: object) =>
  client.query<{ updateSettings: Record<string, unknown> }>(
    'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { mailContent quietFrom quietTo muted version } }',
    { input },
  );

describe('telling a member', () => {
  it('reaches each person once, on screen and by mail, however often and however many at a time the job runs', async () => {
    await Promise.all(Array.from({ length: 20 }, () => tell({ to: [hanako!.memberId, jiro!.memberId] })));
    await Promise.all([app.drain(), app.drain(), app.drain()]);
    await tell({ to: [jiro!.memberId, hanako!.memberId] });
    await app.drain();
    for (const member of [hanako!, jiro!]) {
      expect(post.to(member.email)).toHaveLength(1);
      expect((await list(await app.as(member))).edges).toHaveLength(1);
      expect(await mailRows(member.memberId)).toMatchObject([{ state: 'SENT', attempts: 1, repeats: 0 }]);
    }
  });

  it('skips the member who acted, and members who have left, are suspended or have died', async () => {
    const gone = await Promise.all(
      ['ALUMNI', 'SUSPENDED', 'DECEASED', 'ON_LEAVE'].map(async (status) => {
        const member = await app.member(tenant);
        await app.sql('update member set status = $2 where id = $1', [member.memberId, status]);
        return member;
      }),
    );
    await tell({ to: [...gone, hanako!, jiro!].map((member) => member.memberId), about: hanako!.memberId });
    await app.drain();
    expect(await app.sql('select member_id from notification where tenant_id = $1', [tenant.id])).toEqual([
      { member_id: jiro!.memberId },
    ]);
    for (const member of [hanako!, ...gone]) expect(post.to(member.email)).toEqual([]);
    expect(post.to(jiro!.email)).toHaveLength(1);
  });

  it('is for jobs, never for the act itself', async () => {
    await expect(
      app.work.inTenant(hanako!, (tx) =>
        notify(tx, {
          kind: 'group.joined',
          to: [jiro!.memberId],
          ids: { groupId, memberId: jiro!.memberId },
          once: 'x',
        }),
      ),
    ).rejects.toThrow('jobs');
  });

  it('refuses members of another tenant', async () => {
    const stranger = await app.member(await app.tenant());
    await tell({ to: [stranger.memberId] });
    await app.drain();
    expect(await app.sql('select 1 from notification where member_id = $1', [stranger.memberId])).toEqual([]);
    expect(post.to(stranger.email)).toEqual([]);
  });

  it('does not start with a kind that nothing describes, nor with one that two describe', () => {
    const scanner = new MetadataScanner();
    const providers = app.application.app.get(DiscoveryService, { strict: false }).getProviders();
    const startsWith = (found: typeof providers) => () =>
      new Notices({ getProviders: () => found } as never, scanner).onModuleInit();
    const groupNotices = providers.filter(({ instance }) => instance instanceof GroupNotices);
    expect(startsWith(providers)).not.toThrow();
    expect(startsWith(providers.filter((one) => !groupNotices.includes(one)))).toThrow('group.joined');
    expect(startsWith([...providers, ...groupNotices])).toThrow('Two methods speak for group.joined');
  });
});

describe('the mail', () => {
  it('says nothing of who and what, in the words and in the headers', async () => {
    await tell({
      kind: 'group.member-joined',
      to: [hanako!.memberId],
      ids: { groupId, memberId: jiro!.memberId },
    });
    await app.drain();
    const [mail] = post.to(hanako!.email);
    expect(mail!.subject).toBe('【寄り合い】お知らせが1件あります');
    const everything = JSON.stringify(mail) + Buffer.from(mail!.raw).toString();
    for (const secret of [secretGroup, 'ひみつ', '次郎', '花子', '仲間', groupId, '/groups/'])
      expect(everything).not.toContain(secret);
    expect(mail!.text).toContain(`https://yoriai.example/t/${tenant.slug}/notifications`);
    expect(mail!.html).toContain(`https://yoriai.example/t/${tenant.slug}/notifications`);
    expect(mail!.headers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
        expect.objectContaining({ key: 'x-yoriai-notice', value: 'group.member-joined' }),
        expect.objectContaining({
          key: 'list-unsubscribe',
          value: `<https://yoriai.example/t/${tenant.slug}/me/notifications>`,
        }),
        expect.objectContaining({ key: 'content-language', value: 'ja' }),
      ]),
    );
    expect(mail!.messageId).toMatch(/^<[0-9a-f-]{36}@yoriai\.example>$/);
  });

  it('says it all, in the reader’s language, to those who switched that on', async () => {
    for (const member of [hanako!, jiro!]) await change(await app.as(member), { mailContent: true });
    await tell({ to: [hanako!.memberId, jiro!.memberId] });
    await app.drain();
    expect(post.to(hanako!.email)[0]!.subject).toBe(`【寄り合い】「${secretGroup}」に加わりました`);
    expect(post.to(hanako!.email)[0]!.text).toContain('山田 花子 様');
    expect(post.to(hanako!.email)[0]!.html).toContain(`/groups/grp_${groupId}`);
    expect(post.to(jiro!.email)[0]!.subject).toBe(`[Yoriai] You have joined ${secretGroup}`);
    expect(post.to(jiro!.email)[0]!.text).toContain('Dear ひみつ 次郎,');
  });

  it.each([
    ['INFORMATIONAL', false, true],
    ['INFORMATIONAL', true, true],
    ['EMOTIONAL', false, false],
  ])('of a request that is %s (unnamed: %s) may say what it is: %s', async (type, anonymous, said) => {
    const others = await app.members(tenant, [{}, {}, {}, {}]);
    for (const other of others) await app.join(groupId, other);
    await change(await app.as(jiro!), { mailContent: true });
    await (
      await app.as(hanako!)
    ).ask('mutation ($input: PostSupportRequestInput!) { postSupportRequest(input: $input) { id } }', {
      input: {
        groupId: `grp_${groupId}`,
        type,
        wanted: 'LISTEN',
        title: 'ひみつの題名',
        body: 'ひみつの本文',
        anonymous,
      },
    });
    await app.drain();
    const [mail] = post.to(jiro!.email);
    expect(mail!.subject).toBe(
      said
        ? `[Yoriai] ${anonymous ? 'Someone' : '山田 花子'} is asking for support`
        : '[Yoriai] You have a notice',
    );
    const words = `${mail!.subject}${mail!.text}${mail!.html}`;
    expect(words.includes('ひみつの題名')).toBe(said);
    expect(words).not.toContain('ひみつの本文');
    expect(words.includes('花子')).toBe(said && !anonymous);
    expect((await list(await app.as(jiro!))).edges[0]!.node.body).toContain('ひみつの題名');
  });

  it('shows names as they are and never as markup', async () => {
    await app.sql(`update "group" set name = $2 where id = $1`, [
      groupId,
      '<img src=x onerror=alert(1)> & "会"😀',
    ]);
    await change(await app.as(hanako!), { mailContent: true });
    await tell({ to: [hanako!.memberId] });
    await app.drain();
    expect(post.to(hanako!.email)[0]!.html).toContain(
      '&lt;img src=x onerror=alert(1)&gt; &amp; &quot;会&quot;😀',
    );
    expect(post.to(hanako!.email)[0]!.html).not.toContain('<img');
  });

  it('waits for the morning; the row on screen does not', async () => {
    await atClock('23:30');
    await tell({ to: [hanako!.memberId] });
    await app.drain();
    expect((await list(await app.as(hanako!))).edges).toHaveLength(1);
    expect(post.to(hanako!.email)).toEqual([]);
    await atClock('07:58');
    await app.drain();
    expect(post.to(hanako!.email)).toEqual([]);
    await atClock('08:01');
    await app.drain();
    expect(post.to(hanako!.email)).toHaveLength(1);
  });

  it('does not wait for those who want no quiet hours', async () => {
    await change(await app.as(hanako!), { quietFrom: null, quietTo: null });
    await atClock('23:30');
    await tell({ to: [hanako!.memberId] });
    await app.drain();
    expect(post.to(hanako!.email)).toHaveLength(1);
  });

  it('that waited for the morning is not sent when its notice was read at night', async () => {
    await atClock('23:30');
    await tell({ to: [hanako!.memberId] });
    await (await app.as(hanako!)).ask('mutation { markAllNotificationsRead }');
    await atClock('08:01');
    await app.drain();
    expect(post.to(hanako!.email)).toEqual([]);
    expect(await mailRows(hanako!.memberId)).toMatchObject([
      { state: 'DROPPED', last_error: 'ALREADY_READ' },
    ]);
  });

  it('of a muted kind is not sent; the row on screen appears', async () => {
    await change(await app.as(hanako!), { muted: ['group.member-joined'] });
    await tell({
      kind: 'group.member-joined',
      to: [hanako!.memberId],
      ids: { groupId, memberId: jiro!.memberId },
    });
    await app.drain();
    expect(post.to(hanako!.email)).toEqual([]);
    expect((await list(await app.as(hanako!))).edges[0]!.node.title).toBe(
      `${secretName} さんが仲間に加わりました`,
    );
  });

  it('that could not go out for two days is not sent any more: it stands on screen', async () => {
    await tell({ to: [hanako!.memberId] });
    await app.advance(2 * 86_400 + 1);
    await app.drain();
    expect(post.to(hanako!.email)).toEqual([]);
    expect(await mailRows(hanako!.memberId)).toMatchObject([{ state: 'DROPPED', last_error: 'TOO_LATE' }]);
    expect((await list(await app.as(hanako!))).edges).toHaveLength(1);
  });

  it('and one that is found so takes along all others that are too old, in one go', async () => {
    for (let n = 0; n < 20; n++) await tell({ to: [hanako!.memberId], once: `n${n}` });
    await app.advance(2 * 86_400 + 1);
    await tell({ to: [jiro!.memberId] });
    const [mail] = await app.sql<{ id: string }>(
      `select id from timer where name = 'notifications.mail' and state = 'DUE' and tenant_id = $1 order by id limit 1`,
      [tenant.id],
    );
    await app.application.app.get(Dispatcher).run({ table: 'timer', tenantId: tenant.id, id: mail!.id });
    expect(await mailRows(hanako!.memberId)).toEqual(
      Array.from({ length: 20 }, () => expect.objectContaining({ state: 'DROPPED', last_error: 'TOO_LATE' })),
    );
    expect(
      await app.sql(
        `select state from timer where name = 'notifications.mail' and state = 'DUE' and tenant_id = $1`,
        [tenant.id],
      ),
    ).toHaveLength(1);
    await app.drain();
    expect([post.to(hanako!.email), post.to(jiro!.email)]).toMatchObject([[], [{}]]);
  });

  it('that is too old is dropped with all others, and its timer too', async () => {
    await tell({ to: [hanako!.memberId] });
    await app.advance(2 * 86_400 + 1);
    await tell({ to: [jiro!.memberId] });
    const waking = () =>
      app.sql(
        `select key from timer where name = 'notifications.mail' and state = 'DUE' and tenant_id = $1`,
        [tenant.id],
      );
    expect(await waking()).toHaveLength(2);
    await app.work.asSystem(tenant.id, 'test', dropStaleMails);
    expect(await mailRows(hanako!.memberId)).toMatchObject([{ state: 'DROPPED', last_error: 'TOO_LATE' }]);
    expect(await waking()).toHaveLength(1);
    await app.drain();
    expect([post.to(hanako!.email), post.to(jiro!.email)]).toMatchObject([[], [{}]]);
  });

  it('goes to no unproven address', async () => {
    await app.sql('update auth."user" set email_proven_at = null where id = $1', [hanako!.userId]);
    await tell({ to: [hanako!.memberId] });
    await app.drain();
    expect(post.to(hanako!.email)).toEqual([]);
    expect(await mailRows(hanako!.memberId)).toMatchObject([{ state: 'DROPPED', last_error: 'NO_ADDRESS' }]);
  });
});

describe('a mail server with moods', () => {
  it('that says “later” is asked again, a few seconds later', async () => {
    post.manners.push({ code: 451 });
    await tell({ to: [hanako!.memberId] });
    await app.drain();
    expect(await mailRows(hanako!.memberId)).toMatchObject([
      { state: 'QUEUED', failures: 1, bounced: false },
    ]);
    await app.advance(6);
    await app.drain();
    expect(post.to(hanako!.email)).toHaveLength(1);
    expect(await mailRows(hanako!.memberId)).toMatchObject([
      { state: 'SENT', attempts: 2, repeats: 0, failures: 1 },
    ]);
  });

  it('that refuses six times is left alone', async () => {
    post.manners.push(...Array.from({ length: 6 }, () => ({ code: 451 })));
    await tell({ to: [hanako!.memberId] });
    for (let tries = 0; tries < 8; tries++) {
      await app.drain();
      await app.advance(5 * 3600);
    }
    expect(post.to(hanako!.email)).toEqual([]);
    expect(await mailRows(hanako!.memberId)).toMatchObject([
      { state: 'FAILED', failures: 6, bounced: false },
    ]);
  });

  it('that does not know the address is a bounce: counted, not repeated', async () => {
    post.manners.push({ code: 550 });
    await tell({ to: [hanako!.memberId] });
    await app.drain();
    await app.advance(24 * 3600);
    await app.drain();
    expect(post.to(hanako!.email)).toEqual([]);
    expect(await mailRows(hanako!.memberId)).toMatchObject([{ state: 'FAILED', attempts: 1, bounced: true }]);
  });

  it('that does not know the address twice in a row: the office is asked to phone, once until a mail arrives again', async () => {
    const [office, deputy] = [
      await app.member(tenant, { role: 'ADMIN' }),
      await app.member(tenant, { role: 'ADMIN' }),
    ];
    const elsewhere = await app.member(await app.tenant(), { role: 'ADMIN' });
    await app.sql(`update member set phone = '03-1234-5678' where id = $1`, [hanako!.memberId]);
    const comeBack = async (...onces: string[]) => {
      post.manners.push(...onces.map(() => ({ code: 550 })));
      for (const once of onces) await tell({ to: [hanako!.memberId], once });
      await app.drain();
    };
    const asked = async (member: TestMember) =>
      (await list(await app.as(member))).edges.filter(({ node }) => node.kind === 'member.unreachable');
    await comeBack('first');
    expect(await asked(office)).toEqual([]);
    await comeBack('second');
    await comeBack('third', 'fourth');
    for (const member of [office, deputy])
      expect(await asked(member)).toMatchObject([
        {
          node: {
            title: '山田 花子 さんにメールが届いていません',
            body: expect.stringContaining('電話:03-1234-5678'),
            url: expect.stringContaining('/members/mem_'),
          },
        },
      ]);
    for (const member of [hanako!, jiro!, elsewhere]) expect(await asked(member)).toEqual([]);
    expect(post.to(office.email)).toEqual([]);
    // A mail arrives, and later the address is gone again: both at the same moment are two.
    await tell({ to: [hanako!.memberId], once: 'arrives' });
    await app.drain();
    await app.advance(1);
    await comeBack('fifth');
    expect(await asked(office)).toHaveLength(1);
    await comeBack('sixth');
    expect(await asked(office)).toHaveLength(2);
    await app.sql(`update member set role = 'MEMBER' where id = $1`, [deputy.memberId]);
    expect(await asked(deputy)).toEqual([]);
  });

  it('that hangs up without a word may get the mail twice: the same message, and counted', async () => {
    post.manners.push('hang up');
    await tell({ to: [hanako!.memberId] });
    await app.drain();
    await app.advance(6);
    await app.drain();
    const mails = post.to(hanako!.email);
    expect(mails).toHaveLength(2);
    expect(mails[0]!.messageId).toBe(mails[1]!.messageId);
    expect(await mailRows(hanako!.memberId)).toMatchObject([{ state: 'SENT', attempts: 2, repeats: 1 }]);
  });

  it('gets the mail from another worker when its sender died in the middle, and that is counted', async () => {
    await tell({ to: [hanako!.memberId] });
    const [mail] = await mailRows(hanako!.memberId);
    await app.work.asSystem(tenant.id, 'test', (tx) => mailsStore.takeUp(tx, mail!.id));
    await app.drain();
    expect(post.to(hanako!.email)).toHaveLength(1);
    expect(await mailRows(hanako!.memberId)).toMatchObject([{ state: 'SENT', attempts: 2, repeats: 1 }]);
  });
});

describe('the bell', () => {
  it('reads in full, in the reader’s language, and leads to the thing', async () => {
    await tell({ to: [hanako!.memberId, jiro!.memberId] });
    expect((await list(await app.as(hanako!))).edges[0]!.node).toMatchObject({
      title: `「${secretGroup}」に加わりました`,
      url: `/t/${tenant.slug}/groups/grp_${groupId}`,
      readAt: null,
    });
    expect((await list(await app.as(jiro!))).edges[0]!.node.title).toBe(`You have joined ${secretGroup}`);
  });

  it('counts what is unread, until it is read', async () => {
    const client = await app.as(hanako!);
    for (const once of ['a', 'b', 'c']) await tell({ to: [hanako!.memberId], once });
    expect(await unread(client)).toBe(3);
    const [newest] = (await list(client)).edges;
    const read = 'mutation ($ids: [ID!]!) { markNotificationsRead(ids: $ids) }';
    expect(await client.ask(read, { ids: [newest!.node.id, newest!.node.id] })).toEqual({
      markNotificationsRead: 1,
    });
    expect(await client.ask(read, { ids: [newest!.node.id] })).toEqual({ markNotificationsRead: 0 });
    expect(await unread(client)).toBe(2);
    expect((await list(client, '(unreadOnly: true)')).edges).toHaveLength(2);
    expect(await client.ask('mutation { markAllNotificationsRead }')).toEqual({
      markAllNotificationsRead: 2,
    });
    expect(await unread(client)).toBe(0);
  });

  it('turns its pages without losing or doubling any', async () => {
    const client = await app.as(hanako!);
    for (let i = 0; i < 7; i++) await tell({ to: [hanako!.memberId], once: `n${i}` });
    const seen: string[] = [];
    for (let after = ''; ;) {
      const part = await list(client, `(first: 3${after})`);
      seen.push(...part.edges.map((edge) => edge.node.id));
      if (!part.pageInfo.hasNextPage) break;
      after = `, after: "${part.edges.at(-1)!.cursor}"`;
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  const cursor = (...keys: string[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');
  const someId = '01938f4e-0000-7000-8000-000000000001';
  it.each([
    ['an empty page', '(first: 0)'],
    ['a page of 101', '(first: 101)'],
    ['a cursor of nonsense', '(after: "nonsense")'],
    ['a cursor at banana o’clock', `(after: "${cursor('banana', someId)}")`],
    ['a cursor on the 99th of Undecember', `(after: "${cursor('2026-99-99T00:00:00.000Z', someId)}")`],
  ])('refuses %s kindly', async (_what, args) =>
    expect(await (await app.as(hanako!)).refusal(`{ notifications${args} { edges { cursor } } }`)).toBe(
      'BAD_USER_INPUT',
    ),
  );

  it('forgets what a member may see no longer: in the list, in the count, and in a mail that still waits', async () => {
    await atClock('23:30');
    await tell({ to: [jiro!.memberId] });
    const client = await app.as(jiro!);
    expect(await unread(client)).toBe(1);
    await app.sql('delete from group_membership where member_id = $1', [jiro!.memberId]);
    expect((await list(client)).edges).toEqual([]);
    expect(await unread(client)).toBe(0);
    await atClock('08:01');
    await app.drain();
    expect(post.to(jiro!.email)).toEqual([]);
    expect(await mailRows(jiro!.memberId)).toMatchObject([{ state: 'DROPPED', last_error: 'NOT_VISIBLE' }]);
  });

  it('belongs to one person: for any other member, and in any other tenant, it does not exist', async () => {
    await tell({ to: [hanako!.memberId] });
    const { id } = (await list(await app.as(hanako!))).edges[0]!.node;
    const elsewhere = await app.tenant();
    const others = [
      jiro!,
      await app.member(tenant, { role: 'ADMIN' }),
      await app.member(elsewhere, { role: 'ADMIN' }),
    ];
    for (const other of others) {
      const client = await app.as(other);
      expect(await client.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
      expect(
        await client.refusal('mutation ($ids: [ID!]!) { markNotificationsRead(ids: $ids) }', { ids: [id] }),
      ).toBe('NOT_FOUND');
      expect((await list(client)).edges).toEqual([]);
    }
    expect(await (await app.as(hanako!)).ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({
      node: { id },
    });
    for (const forged of [
      'ntf_x',
      'mtg_01938f4e-0000-7000-8000-000000000001',
      '',
      '\u0000',
      'あ'.repeat(10_000),
    ])
      expect(['NOT_FOUND', 'BAD_USER_INPUT']).toContain(
        await (
          await app.as(hanako!)
        ).refusal('mutation ($ids: [ID!]!) { markNotificationsRead(ids: $ids) }', { ids: [forged] }),
      );
    expect(await app.client(tenant.slug).refusal('{ notifications { edges { cursor } } }')).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('appears at once on an open screen, for its own reader only', async () => {
    const [mine, theirs] = [await listen(hanako!), await listen(jiro!)];
    await tell({ to: [hanako!.memberId] });
    await app.drain();
    await until(() => mine.heard.length > 0);
    expect(mine.heard).toMatchObject([
      { data: { notificationArrived: { title: `「${secretGroup}」に加わりました` } } },
    ]);
    await tell({ to: [jiro!.memberId], once: 'second' });
    await app.drain();
    await until(() => theirs.heard.length > 0);
    expect(theirs.heard).toMatchObject([
      { data: { notificationArrived: { title: `You have joined ${secretGroup}` } } },
    ]);
    await Promise.all([mine.close(), theirs.close()]);
  });
});

/** An open screen of this member. */
async function listen(member: TestMember) {
  const line = (await app.as(member)).line();
  return app.listens(() => line.listen('subscription { notificationArrived { id title } }'));
}

describe('settings', () => {
  it('begin bare and quiet, and change one by one', async () => {
    const client = await app.as(hanako!);
    expect(
      await client.ask('{ viewer { settings { mailContent quietFrom quietTo muted version } } }'),
    ).toEqual({
      viewer: {
        settings: { mailContent: false, quietFrom: '21:00', quietTo: '08:00', muted: [], version: 1 },
      },
    });
    expect((await change(client, { mailContent: true, expectedVersion: 1 })).data?.updateSettings).toEqual({
      mailContent: true,
      quietFrom: '21:00',
      quietTo: '08:00',
      muted: [],
      version: 2,
    });
    expect((await change(client, { quietFrom: '22:00' })).data?.updateSettings).toMatchObject({
      mailContent: true,
      quietFrom: '22:00',
      version: 3,
    });
    expect((await change(client, { quietFrom: null, quietTo: null })).data?.updateSettings).toMatchObject({
      quietFrom: null,
      quietTo: null,
    });
    expect((await change(await app.as(jiro!), {})).data?.updateSettings).toMatchObject({
      mailContent: false,
      quietFrom: '21:00',
    });
  });

  it.each([
    ['a change of an older copy', { mailContent: true, expectedVersion: 9 }, 'CONFLICT'],
    ['24:00', { quietFrom: '24:00' }, 'BAD_USER_INPUT'],
    ['10,000 characters for a time', { quietFrom: 'あ'.repeat(10_000) }, 'BAD_USER_INPUT'],
    ['a NUL in a time', { quietTo: '08:00\u0000' }, 'BAD_USER_INPUT'],
    ['a night without end', { quietTo: null }, 'BAD_USER_INPUT'],
    ['to be silent about cancellations', { muted: ['meeting.cancelled'] }, 'BAD_USER_INPUT'],
    ['a kind that there is not', { muted: ['🔕'] }, 'BAD_USER_INPUT'],
  ])('refuse %s and stay as they are', async (_what, input, code) => {
    const client = await app.as(hanako!);
    expect((await change(client, input)).errors?.[0]?.extensions.code).toBe(code);
    expect(await client.ask('{ viewer { settings { version } } }')).toEqual({
      viewer: { settings: { version: 1 } },
    });
  });

  it('saved twice at once are saved once', async () => {
    const client = await app.as(hanako!);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        change(client, { quietFrom: `2${i % 4}:0${i}`, quietTo: '08:00', expectedVersion: 1 }),
      ),
    );
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
    expect(
      answers.flatMap((answer) => answer.errors ?? []).every((error) => error.extensions.code === 'CONFLICT'),
    ).toBe(true);
  });
});
