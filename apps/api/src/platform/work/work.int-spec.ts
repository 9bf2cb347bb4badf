import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { daysOn } from '../../../../../tools/day/test-day.cjs';
import { startApp, type TestApp, type TestClient } from '../testing/start-app.js';
import type { TenantTx } from './tenant-tx.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

/** An evening two months from now. */
const soon = `${daysOn(60)}T19:00`;

const openTransactions = (): Promise<unknown[]> =>
  app.sql(
    `select query from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
  );

describe('a transaction that has ended', () => {
  it('takes nothing more: what is still running beside the failure cannot slip into another person’s', async () => {
    const who = await app.member(await app.tenant());
    let late: Promise<unknown> | null = null;
    const failing = app.work.inTenant(who, async (tx) => {
      const slow = tx.sql('test.slow', 'select pg_sleep(0.05)');
      late = slow.then(() => tx.sql('test.late', `update member set display_name = 'x'`));
      late.catch(() => undefined);
      throw new Error('one of two things done side by side failed');
    });
    await expect(failing).rejects.toThrow('side by side');
    await expect(late).rejects.toThrow('has ended');
    let kept: TenantTx | null = null;
    await app.work.inTenant(who, async (tx) => void (kept = tx));
    await expect(kept!.sql('test.one', 'select 1')).rejects.toThrow('has ended');
    await expect(kept!.update('member', { role: 'MEMBER' }, { kana: 'x' })).rejects.toThrow('has ended');
    expect(await openTransactions()).toEqual([]);
  });

  it('is ended whatever became of the answer', async () => {
    const tenant = await app.tenant();
    const who = await app.member(tenant);
    await app.group(tenant, [who]);
    const client = await app.as(who);
    const id = publicId('Member', who.memberId);
    // A list that must not be null fails while its siblings are still being read; repeatedly, compiled and not.
    const broken = `query ($id: ID!, $first: Int) { meetings(first: $first) { totalCount } groups { edges { node { memberships { member { groups { nextMeeting { id } } } } } } }
      node(id: $id) { ... on Member { groups { nextMeeting { id } } } } members { edges { node { groups { memberships { member { id } } } } } } }`;
    await Promise.all(Array.from({ length: 40 }, () => client.query(broken, { id, first: 0 })));
    expect(await openTransactions()).toEqual([]);
    expect(
      (await client.ask<{ members: { edges: unknown[] } }>(`{ members { edges { cursor } } }`)).members.edges,
    ).toHaveLength(1);
  });
});

describe('a transaction that failed', () => {
  it('gives its reason to every later statement', async () => {
    const who = await app.member(await app.tenant());
    const codes: unknown[] = [];
    await app.work
      .inTenant(who, async (tx) => {
        for (const text of [`select 'banana'::timestamptz`, 'select 1', 'select 2'])
          await tx.sql(`test.${text}`, text).catch((error: { code: string }) => codes.push(error.code));
      })
      .catch((error: Error) => codes.push(error.message));
    expect(codes).toEqual(['22007', '22007', '22007', 'The transaction could not be committed']);
  });
});

describe('an act that is sent again', () => {
  let admin: TestClient;
  let leader: TestClient;
  let group: string;
  let request: string;
  beforeAll(async () => {
    const tenant = await app.tenant();
    const [office, facilitator] = [await app.member(tenant, { role: 'ADMIN' }), await app.member(tenant)];
    const peer = await app.member(tenant);
    group = publicId('Group', await app.group(tenant, [facilitator, peer]));
    [admin, leader] = [await app.as(office), await app.as(facilitator)];
    request = (
      await (
        await app.as(peer)
      ).ask<{ postSupportRequest: { id: string } }>(
        `mutation ($g: ID) { postSupportRequest(input: { groupId: $g, type: EMOTIONAL, wanted: LISTEN, title: "話", body: "聞いて" }) { id } }`,
        { g: group },
      )
    ).postSupportRequest.id;
  });

  it.each([
    [
      'createProgramme',
      'programme',
      (): [TestClient, string] => [
        admin,
        `createProgramme(input: { idempotencyKey: "k", name: "期", startsOn: "2026-04-01", endsOn: "2027-03-31" })`,
      ],
    ],
    [
      'createGroup',
      '"group"',
      (): [TestClient, string] => [
        admin,
        `createGroup(input: { idempotencyKey: "k", name: "新しい会", purpose: "話す" })`,
      ],
    ],
    [
      'inviteMember',
      'invitation',
      (): [TestClient, string] => [
        admin,
        `inviteMember(input: { idempotencyKey: "k", email: "arai@example.jp", displayName: "新井 薫" })`,
      ],
    ],
    [
      'createJoinLink',
      'join_link',
      (): [TestClient, string] => [
        leader,
        `createJoinLink(input: { idempotencyKey: "k", groupId: "${group}" })`,
      ],
    ],
    [
      'postSupportRequest',
      'support_request',
      (): [TestClient, string] => [
        leader,
        `postSupportRequest(input: { idempotencyKey: "k", groupId: "${group}", type: APPRAISAL, wanted: ADVICE, title: "値上げ", body: "どう伝えますか" })`,
      ],
    ],
    [
      'replyToSupportRequest',
      'support_reply',
      (): [TestClient, string] => [
        leader,
        `replyToSupportRequest(input: { idempotencyKey: "k", requestId: "${request}", body: "うちでは" })`,
      ],
    ],
    [
      'offerSupport',
      'support_offer',
      (): [TestClient, string] => [
        leader,
        `offerSupport(input: { idempotencyKey: "k", requestId: "${request}", message: "手伝えます" })`,
      ],
    ],
    [
      'scheduleMeetings',
      'meeting_series',
      (): [TestClient, string] => [
        leader,
        `scheduleMeetings(input: { idempotencyKey: "k", groupId: "${group}", title: "例会", startsAtLocal: "${soon}", timeZone: "Asia/Tokyo", durationMinutes: 60, format: ONLINE })`,
      ],
    ],
  ])('twenty times at once makes one thing and gives one answer: %s', async (name, table, act) => {
    const [client, text] = act();
    const count = async () => (await app.sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;
    const before = await count();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        client.ask<Record<string, { id: string }>>(`mutation { ${text} { id } }`),
      ),
    );
    expect(new Set(answers.map((answer) => answer[name]!.id)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('by another person, or as another act, is another act', async () => {
    const text = (name: string) =>
      `mutation { createProgramme(input: { idempotencyKey: "shared", name: "${name}", startsOn: "2026-04-01", endsOn: "2027-03-31" }) { id } }`;
    const again = await app.as(await app.member(await app.tenant(), { role: 'ADMIN' }));
    const [one, two] = [
      await admin.ask<{ createProgramme: { id: string } }>(text('一')),
      await again.ask<{ createProgramme: { id: string } }>(text('二')),
    ];
    expect(one.createProgramme.id).not.toBe(two.createProgramme.id);
  });

  it('a day later is a new act', async () => {
    const text = `mutation { createProgramme(input: { idempotencyKey: "daily", name: "期", startsOn: "2026-04-01", endsOn: "2027-03-31" }) { id } }`;
    const first = JSON.stringify(await admin.ask(text));
    expect(JSON.stringify(await admin.ask(text))).toBe(first);
    await app.advance(24 * 3600 + 1);
    expect(JSON.stringify(await admin.ask(text))).not.toBe(first);
  });
});
