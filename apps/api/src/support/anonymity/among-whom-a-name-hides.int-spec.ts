import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { PurgeHourly } from '../../platform/retention/purge-hourly.js';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
} from '../../platform/testing/start-app.js';
import {
  circle,
  listTitles,
  postRequest,
  refusedPost,
  requestInput,
  seeRequest,
} from '../requests/support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const hour = 3600;
const bare = (id: string) => id.slice(4);
const member = (who: TestMember) => publicId('Member', who.memberId);
const post = `mutation ($input: PostSupportRequestInput!) { postSupportRequest(input: $input) { id body } }`;
const reply = `mutation ($id: ID!, $body: String!, $key: String) { replyToSupportRequest(input: { requestId: $id, body: $body, idempotencyKey: $key }) { id } }`;
const note = `mutation ($id: ID!, $to: ID, $body: String!, $key: String) { sendPrivateNote(input: { requestId: $id, toMemberId: $to, body: $body, idempotencyKey: $key }) { id } }`;
const second = `mutation ($id: ID!, $who: ID!, $key: String) { askSecondPerson(input: { requestId: $id, memberId: $who, idempotencyKey: $key }) { id } }`;
const worry = `mutation ($id: ID!, $note: String, $key: String) { tellOfWorry(input: { requestId: $id, note: $note, idempotencyKey: $key }) }`;
const reveal = `mutation ($id: ID!) { revealSupportRequestAuthor(requestId: $id) { id } }`;
const unnamed = { anonymous: true };

/** Every row of the tenant that holds all of these words, by table. */
async function rowsWith(tenantId: string, ...words: string[]): Promise<Record<string, string[]>> {
  const tables = await app.sql<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id'`,
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await app.sql<{ row: string }>(
      `select t::text as row from public."${name}" t where tenant_id = $1 and (select bool_and(position(w in t::text) > 0) from unnest($2::text[]) w)`,
      [tenantId, words],
    );
    if (rows.length > 0) found[name] = rows.map(({ row }) => row);
  }
  return found;
}

describe('the others among whom a name hides', () => {
  const unproven = (who: TestMember) =>
    app.application.database.auth.query(`update auth."user" set email_proven_at = null where id = $1`, [
      who.userId,
    ]);
  const status = (who: TestMember, to: string) =>
    app.sql(`update member set status = $3 where tenant_id = $1 and id = $2`, [
      who.tenantId,
      who.memberId,
      to,
    ]);

  it.each([
    ['has not proven their address', unproven],
    [
      'has no account',
      (who: TestMember) => app.sql(`update member set user_id = null where id = $1`, [who.memberId]),
    ],
    ['is suspended', (who: TestMember) => status(who, 'SUSPENDED')],
    ['is only invited', (who: TestMember) => status(who, 'INVITED')],
  ])('are not those of whom one %s', async (_what, change) => {
    const here = await circle(app, 5);
    await change(here.members[4]!);
    for (const where of [{ groupId: here.groupId }, { groupId: null, audience: 'TENANT' }])
      expect(
        await refusedPost(here.clients[1]!, where.groupId, {
          ...unnamed,
          ...('audience' in where ? { audience: where.audience } : {}),
        }),
      ).toBe('TOO_FEW_FOR_ANONYMITY');
    const [answer] = (await here.clients[1]!.query(post, { input: requestInput(here.groupId, unnamed) }))
      .errors!;
    expect(answer!.extensions.params).toEqual({ others: 3, needed: 4 });
    const seen = await here.clients[1]!.ask<{ node: { hidesAmong: number } }>(
      `query ($id: ID!) { node(id: $id) { ... on Group { hidesAmong } } }`,
      { id: publicId('Group', here.groupId) },
    );
    expect(seen.node.hidesAmong).toBe(3);
    // With a name it goes all the same.
    await postRequest(here.clients[1]!, here.groupId);
  });

  it('are those on leave too, who read what the others read', async () => {
    const here = await circle(app, 5);
    await status(here.members[4]!, 'ON_LEAVE');
    expect(await postRequest(here.clients[1]!, here.groupId, unnamed)).toMatchObject({ anonymous: true });
  });

  it('are counted among chosen people, too', async () => {
    const here = await circle(app, 7);
    const chosen = (change: object) => ({
      ...unnamed,
      audience: 'CHOSEN',
      chosenMemberIds: [2, 3, 4, 5, 6].map((n) => member(here.members[n]!)),
      ...change,
    });
    await postRequest(here.clients[1]!, null, chosen({}));
    await unproven(here.members[6]!);
    expect(await refusedPost(here.clients[1]!, null, chosen({}))).toBe('TOO_FEW_FOR_ANONYMITY');
  });
});

describe('an anonymous request beyond its group', () => {
  it.each(['TENANT', 'CHOSEN'])(
    'to %s, names no group in any list, notice, event or trail',
    async (audience) => {
      const here = await circle(app, 7);
      const outside = await app.members(here.tenant, [{ name: '隣 1' }, { name: '隣 2' }]);
      const readers = audience === 'CHOSEN' ? [...here.members.slice(2), ...outside].map(member) : null;
      const change = { audience, title: '広い相談', ...(readers ? { chosenMemberIds: readers } : {}) };
      const request = await postRequest(here.clients[1]!, here.groupId, { ...change, ...unnamed });
      const named = await postRequest(here.clients[1]!, here.groupId, { ...change, title: '名のある相談' });
      await app.drain();
      await app.advance(80 * hour);
      await app.drain();
      const clients = [...here.clients, ...(await Promise.all(outside.map((who) => app.as(who))))];
      for (const client of clients.slice(1)) {
        expect((await seeRequest(client, request.id))!.group).toBeNull();
        const all = await client.ask<object>(
          `{ supportRequests(first: 50) { edges { node { title group { id name } } } } similarRequests(text: "広い相談") { title group { id } }
           notifications(first: 50) { edges { node { title body url } } } }`,
        );
        const wide = JSON.stringify(all).match(/"title":"広い相談","group":(null|\{)/g);
        expect(wide?.length).toBeGreaterThan(0);
        expect(wide!.every((one) => one.endsWith('null'))).toBe(true);
      }
      for (const client of here.clients)
        expect(await listTitles(client, { groupId: publicId('Group', here.groupId) })).not.toContain(
          '広い相談',
        );
      expect(
        JSON.stringify(
          await here.clients[0]!.ask<object>(
            `query ($g: ID!) { facilitatorOverview(groupId: $g) { unanswered { edges { node { title } } } } }`,
            { g: publicId('Group', here.groupId) },
          ),
        ),
      ).not.toContain('広い相談');
      expect(await rowsWith(here.tenant.id, bare(request.id), here.groupId)).toEqual({});
      // One with a name keeps it.
      expect((await seeRequest(here.clients[1]!, named.id))!.group).not.toBeNull();
      const there = await circle(app, 2);
      expect(await seeRequest(there.clients[0]!, request.id)).toBeNull();
    },
  );
});

describe('the key of an act without a name', () => {
  it('stands beside its author alone: sent twice it is done once, with other words it is refused', async () => {
    const here = await circle(app, 6);
    const [facilitator, asker, other] = here.clients as [TestClient, TestClient, TestClient];
    const input = (change: object) => ({
      ...requestInput(here.groupId, { ...unnamed, ...change }),
      idempotencyKey: 'k',
    });
    const twice = async (
      act: (body: string) => Promise<unknown>,
      refuse: (body: string) => Promise<string>,
    ) => {
      const first = await act('一つめ');
      expect(await act('一つめ')).toEqual(first);
      expect(await refuse('二つめ')).toBe('IDEMPOTENCY_CONFLICT');
      return first;
    };
    const posted = (await twice(
      (body) => asker.ask(post, { input: input({ body }) }),
      (body) => asker.refusal(post, { input: input({ body }) }),
    )) as { postSupportRequest: { id: string } };
    const { id } = posted.postSupportRequest;
    // Neither does it stand for the same words under a name.
    expect(await asker.refusal(post, { input: input({ body: '一つめ', anonymous: false }) })).toBe(
      'IDEMPOTENCY_CONFLICT',
    );
    // Another member's key is another one.
    await other.ask(post, { input: input({ body: '別の人' }) });
    await twice(
      (body) => asker.ask(reply, { id, body, key: 'r' }),
      (body) => asker.refusal(reply, { id, body, key: 'r' }),
    );
    await other.ask(note, { id, body: '手紙', key: 'n' });
    const to = member(here.members[2]!);
    await twice(
      (body) => asker.ask(note, { id, to, body, key: 'n' }),
      (body) => asker.refusal(note, { id, to, body, key: 'n' }),
    );
    await app.drain();
    await app.advance(80 * hour);
    await app.drain();
    const silent = await postRequest(asker, here.groupId, { ...unnamed, idempotencyKey: 's' });
    await app.drain();
    await app.advance(80 * hour);
    await app.drain();
    const whom = (n: number) => ({ id: silent.id, who: member(here.members[n]!), key: 'w' });
    await asker.ask(second, whom(3));
    await asker.ask(second, whom(3));
    expect(await asker.refusal(second, whom(4))).toBe('IDEMPOTENCY_CONFLICT');

    const mine = here.members[1]!.memberId;
    expect(
      await app.sql(`select op from idempotent_answer where tenant_id = $1 and member_id = $2`, [
        here.tenant.id,
        mine,
      ]),
    ).toEqual([]);
    // What leads from the member to the request: who asked, and for a time what they were told.
    for (const request of [id, silent.id])
      expect(
        Object.keys(await rowsWith(here.tenant.id, mine, bare(request)))
          .filter((table) => table !== 'support_nudge')
          .sort(),
      ).toEqual(['anonymous_author', 'mail_message', 'notification']);
    expect(await facilitator.refusal(reveal, { id })).toBe('FORBIDDEN');
  });

  it('goes on standing for what was sent when the name is given', async () => {
    const here = await circle(app, 5);
    const asker = here.clients[1]!;
    const { id } = await postRequest(asker, here.groupId, { ...unnamed, idempotencyKey: 'k' });
    const first = await asker.ask(reply, { id, body: '一つめ', key: 'r' });
    await asker.ask(reveal, { id });
    expect(await asker.ask(reply, { id, body: '一つめ', key: 'r' })).toEqual(first);
    expect(await asker.refusal(reply, { id, body: '二つめ', key: 'r' })).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('and of a worry, whose teller is kept nowhere, leads to no member', async () => {
    const here = await circle(app, 5);
    const { id } = await postRequest(here.clients[1]!, here.groupId, unnamed);
    const teller = here.clients[3]!;
    for (let n = 0; n < 2; n += 1) await teller.ask(worry, { id, note: '心配です', key: 'k' });
    expect(await teller.refusal(worry, { id, note: 'とても心配です', key: 'k' })).toBe(
      'IDEMPOTENCY_CONFLICT',
    );
    await here.clients[4]!.ask(worry, { id, note: '私も', key: 'k' });
    expect(
      await app.sql(`select note from support_worry where tenant_id = $1 order by id`, [here.tenant.id]),
    ).toEqual([{ note: '心配です' }, { note: '私も' }]);
    expect(await app.sql(`select op from idempotent_answer where tenant_id = $1`, [here.tenant.id])).toEqual(
      [],
    );
    const there = await circle(app, 1);
    expect(await there.clients[0]!.refusal(worry, { id, note: '心配です', key: 'k' })).toBe('NOT_FOUND');
  });
});

describe('what is past its time', () => {
  it('goes, a little at a time: keys after a day, notices and mails after ninety', async () => {
    const here = await circle(app, 6);
    const forget = app.application.app.get(PurgeHourly);
    const counts = async () => {
      const [row] = await app.sql<Record<string, number>>(
        `select (select count(*)::int from idempotent_answer where tenant_id = $1) as keys,
           (select count(*)::int from anonymous_author where tenant_id = $1) as authors,
           (select coalesce(sum(jsonb_array_length(answers)), 0)::int from anonymous_author where tenant_id = $1) as unnamed,
           (select count(*)::int from blind_answer where tenant_id = $1) as blind,
           (select count(*)::int from notification where tenant_id = $1) > 0 as bell,
           (select count(*)::int from mail_message where tenant_id = $1) > 0 as mails`,
        [here.tenant.id],
      );
      return row!;
    };
    const { id } = await postRequest(here.clients[1]!, here.groupId, { ...unnamed, idempotencyKey: 'k' });
    await here.clients[2]!.ask(reply, { id, body: '聞いています', key: 'k' });
    await here.clients[3]!.ask(worry, { id, note: '心配です', key: 'k' });
    await app.sql(
      `insert into idempotent_answer (tenant_id, member_id, op, key, fingerprint, answer, created_at)
       select $1, $2, 'old', 'k' || n, '', '{}', app.now() from generate_series(1, 1200) n`,
      [here.tenant.id, here.members[2]!.memberId],
    );
    await app.drain();
    await app.advance(23 * hour);
    await app.drain();
    await forget.once();
    expect(await counts()).toEqual({ keys: 1201, authors: 1, unnamed: 1, blind: 1, bell: true, mails: true });
    await app.advance(hour + 60);
    await here.clients[1]!.ask(reply, { id, body: '補足です', key: 'new' });
    await forget.once();
    expect(await counts()).toEqual({ keys: 0, authors: 1, unnamed: 1, blind: 0, bell: true, mails: true });
    await app.drain();
    await app.advance(91 * 24 * hour);
    await app.drain();
    await app.advance(91 * 24 * hour);
    await forget.once();
    expect(await counts()).toEqual({ keys: 0, authors: 1, unnamed: 0, blind: 0, bell: false, mails: false });
    // Who asked stays theirs.
    expect((await seeRequest(await app.as(here.members[1]!), id))!.mine).toBe(true);
    expect(await forget.once()).toBe(0);
  });
});
