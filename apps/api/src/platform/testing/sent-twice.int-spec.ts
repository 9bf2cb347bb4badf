import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isInputObjectType,
  isLeafType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type IntrospectionQuery,
} from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { SchemaWalk } from './schema-walk.js';
import { startApp, type TestApp, type TestClient, type TestMember, type TestTenant } from './start-app.js';

let app: TestApp;
let walk: SchemaWalk;
let tenant: TestTenant;
let [facilitator, member, office, other]: TestMember[] = [];
let leader: TestClient;
let friend: TestClient;
let admin: TestClient;
let group: string;
let day: string;
const idOf = (who: TestMember): string => publicId('Member', who.memberId);

/** An edit, the version it was made on, and another wish for the same version. */
interface Edit {
  readonly by: TestClient;
  readonly wish: Readonly<Record<string, unknown>>;
  readonly seen: number;
  readonly other: Readonly<Record<string, unknown>>;
  /** The answer to the other edit: CONFLICT, or that it is over. */
  readonly otherHears?: string;
}

const made = async (client: TestClient, mutation: string, input: object): Promise<string> => {
  const type = (walk.schema.getMutationType()!.getFields()[mutation]!.args[0]!.type as object).toString();
  const data = await client.ask<Record<string, { id: string }>>(
    `mutation ($input: ${type}) { ${mutation}(input: $input) { id } }`,
    { input },
  );
  return data[mutation]!.id;
};
const versionOf = async (table: string, id: string): Promise<number> =>
  (await app.sql<{ version: number }>(`select version from "${table}" where id = $1`, [id.slice(4)]))[0]!
    .version;

/** Meetings of a new series; a single one unless there is a rule. */
async function meetings(rule: string | null = null): Promise<string[]> {
  const input = {
    groupId: group,
    title: '月次レビュー',
    rule,
    startsAtLocal: `${day}T19:00`,
    timeZone: 'Asia/Tokyo',
    durationMinutes: 90,
    format: 'HYBRID',
    place: '会館',
    url: 'https://example.jp/kai',
  };
  const data = await leader.ask<{ scheduleMeetings: { meetings: { edges: { node: { id: string } }[] } } }>(
    `mutation ($input: ScheduleMeetingsInput!) { scheduleMeetings(input: $input) { meetings { edges { node { id } } } } }`,
    { input },
  );
  return data.scheduleMeetings.meetings.edges.map(({ node }) => node.id);
}
const begun = async (): Promise<string> => {
  const [meetingId] = await meetings();
  await leader.ask(`mutation ($id: ID!) { startMeeting(meetingId: $id) { id } }`, { id: meetingId });
  return meetingId!;
};
const commitment = async (): Promise<string> =>
  made(friend, 'makeCommitment', { meetingId: (await meetings())[0], statement: '帳簿をつける' });
const request = (): Promise<string> =>
  made(friend, 'postSupportRequest', {
    groupId: group,
    type: 'EMOTIONAL',
    wanted: 'LISTEN',
    title: '話',
    body: '聞いて',
  });
const poll = (): Promise<string> =>
  made(leader, 'openDatePoll', {
    groupId: group,
    title: '次の会',
    options: [{ date: day, time: '19:00' }, { date: day }],
  });

const edits: Readonly<Record<string, () => Promise<Edit>>> = {
  amendCharter: async () => ({
    by: leader,
    wish: { groupId: group, clauses: ['時間を守る'] },
    seen: 1,
    other: { clauses: ['時間を守らない'] },
  }),
  changeHelpAvailability: async () => ({
    by: friend,
    wish: { willing: true },
    seen: 1,
    other: { willing: false },
  }),
  answerClosingRound: async () => {
    const meetingId = await begun();
    await made(leader, 'closeMeeting', { meetingId });
    const safety = { spoke: 4, safe: 5, heard: 3 };
    const wish = { meetingId, plus: 'よく聞けた', goal: '値上げ', goalWanted: 'APPRAISAL', safety };
    return { by: friend, wish, seen: 0, other: { plus: '別のこと' } };
  },
  editAgenda: async () => {
    const [meetingId] = await meetings();
    const steps = [
      { name: 'はじめに', minutes: 10, allowed: ['FACTS'] },
      { name: '話す', minutes: 30 },
    ];
    return { by: leader, wish: { meetingId, steps }, seen: 1, other: { steps: steps.slice(1) } };
  },
  editAgendaTemplate: async () => {
    const steps = [{ name: 'はじめに', minutes: 10, perPerson: true }];
    const templateId = await made(leader, 'createAgendaTemplate', { groupId: group, name: '型', steps });
    return { by: leader, wish: { templateId, name: '新しい型', steps }, seen: 1, other: { name: '別の型' } };
  },
  editCommitment: async () => ({
    by: friend,
    wish: { commitmentId: await commitment(), statement: '在庫を数える' },
    seen: 1,
    other: { statement: '値札をつける' },
  }),
  editDatePoll: async () => ({
    by: leader,
    wish: {
      pollId: await poll(),
      title: '忘年会',
      note: '和室',
      options: [{ date: day }, { date: day, time: '20:00' }],
    },
    seen: 1,
    other: { title: '新年会' },
  }),
  editGoodNews: async () => ({
    by: friend,
    wish: {
      goodNewsId: await made(friend, 'postGoodNews', { groupId: group, body: '売れた' }),
      body: '完売した',
    },
    seen: 1,
    other: { body: '少し売れた' },
  }),
  editMeeting: async () => ({
    by: leader,
    wish: { meetingId: (await meetings())[0], place: '公民館', url: null },
    seen: 1,
    other: { place: '喫茶店' },
  }),
  editSeries: async () => {
    const [meetingId] = await meetings('FREQ=WEEKLY;COUNT=4');
    const wish = {
      meetingId,
      title: '朝の会',
      rule: 'FREQ=WEEKLY;COUNT=3',
      startsAtLocal: `${day}T08:00`,
      durationMinutes: 60,
      format: 'ONLINE',
      url: 'https://example.jp/asa',
    };
    return { by: leader, wish, seen: 1, other: { title: '夜の会', startsAtLocal: `${day}T20:00` } };
  },
  'editSeries, its name alone': async () => {
    const [meetingId] = await meetings('FREQ=WEEKLY;COUNT=4');
    const wish = {
      meetingId,
      title: '呼び名だけ',
      rule: 'FREQ=WEEKLY;COUNT=4',
      startsAtLocal: `${day}T19:00`,
      durationMinutes: 90,
      format: 'HYBRID',
      place: '会館',
      url: 'https://example.jp/kai',
    };
    return { by: leader, wish, seen: 1, other: { title: '別の呼び名' } };
  },
  editSupportRequest: async () => ({
    by: friend,
    wish: { requestId: await request(), title: '話です' },
    seen: 1,
    other: { title: '別の話' },
  }),
  'editSupportRequest, without a name': async () => {
    const about = { type: 'EMOTIONAL', wanted: 'LISTEN', title: '話', body: '聞いて', anonymous: true };
    const requestId = await made(friend, 'postSupportRequest', { groupId: group, ...about });
    return { by: friend, wish: { requestId, body: '聞いてください' }, seen: 1, other: { body: '別の話' } };
  },
  editTopic: async () => ({
    by: friend,
    wish: {
      topicId: await made(friend, 'proposeTopic', { meetingId: (await meetings())[0], title: '値上げ' }),
      title: '値下げ',
      detail: '来月から',
      minutes: 30,
      priority: 'A',
    },
    seen: 1,
    other: { title: '据え置き' },
  }),
  planAfterParty: async () => ({
    by: leader,
    wish: { meetingId: (await meetings())[0], details: '居酒屋', feeYen: 4000 },
    seen: 0,
    other: { feeYen: 5000 },
  }),
  putFlagAside: async () => {
    const id = uuidv7();
    await app.sql(
      `insert into give_and_take_flag (tenant_id, id, group_id, member_id, audience_id, state, created_at, changed_at)
       select $1, $2, $3, $4, a.id, 'OPEN', app.now(), app.now() from audience a
       join audience_member x on x.tenant_id = a.tenant_id and x.audience_id = a.id and x.member_id = $5
       where a.tenant_id = $1 and a.kind = 'FACILITATORS' limit 1`,
      [tenant.id, id, group.slice(4), member!.memberId, facilitator!.memberId],
    );
    // There is nothing else to wish for.
    const wish = { flagId: publicId('GiveAndTakeFlag', id) };
    return { by: leader, wish, seen: 1, other: {}, otherHears: 'no error' };
  },
  rescheduleMeeting: async () => ({
    by: leader,
    wish: { meetingId: (await meetings())[0], startsAtLocal: `${day}T18:00`, durationMinutes: 60 },
    seen: 1,
    other: { startsAtLocal: `${day}T17:00` },
  }),
  'rescheduleMeeting, with all that follow': async () => ({
    by: leader,
    wish: {
      meetingId: (await meetings('FREQ=WEEKLY;COUNT=4'))[1],
      startsAtLocal: weekLater(`${day}T18:00`),
      andFollowing: true,
    },
    seen: 1,
    other: { startsAtLocal: weekLater(`${day}T17:00`) },
  }),
  resolveSupportRequest: async () => {
    const requestId = await request();
    await made(leader, 'replyToSupportRequest', { requestId, body: '聞きます' });
    const helpers = [{ memberId: idOf(facilitator!), thanks: 'ありがとう', match: 5 }];
    const wish = { requestId, outcome: '決めました', helpers };
    return {
      by: friend,
      wish,
      seen: 1,
      other: { outcome: '決めかねています' },
      otherHears: 'REQUEST_CLOSED',
    };
  },
  runMeeting: async () => ({
    by: leader,
    wish: { meetingId: await begun(), act: 'NEXT' },
    seen: 1,
    other: { act: 'PAUSE' },
  }),
  setGroupRole: async () => ({
    by: leader,
    wish: { groupId: group, memberId: idOf(other!), role: 'FACILITATOR', deputy: true },
    seen: 1,
    other: { deputy: false },
    otherHears: 'ALREADY_PROPOSED',
  }),
  settleCommitment: async () => ({
    by: friend,
    wish: { commitmentId: await commitment(), status: 'DROPPED', reason: '忙しくて' },
    seen: 1,
    other: { status: 'KEPT' },
  }),
  'settleCommitment, carried to the next meeting': async () => ({
    by: friend,
    wish: { commitmentId: await commitment(), status: 'CARRIED' },
    seen: 1,
    other: { status: 'KEPT' },
  }),
  'settleCommitment, taken back': async () => {
    const commitmentId = await commitment();
    await made(friend, 'settleCommitment', { commitmentId, status: 'KEPT' });
    return { by: friend, wish: { commitmentId, status: 'OPEN' }, seen: 2, other: { status: 'KEPT' } };
  },
  settleDatePoll: async () => {
    const pollId = await poll();
    const { node } = await leader.ask<{ node: { options: { id: string }[] } }>(
      `query ($id: ID!) { node(id: $id) { ... on DatePoll { options { id } } } }`,
      { id: pollId },
    );
    const wish = {
      pollId,
      optionId: node.options[0]!.id,
      time: '19:00',
      durationMinutes: 60,
      format: 'IN_PERSON',
      place: '会館',
    };
    return { by: leader, wish, seen: 1, other: { durationMinutes: 90 } };
  },
  submitCheckIn: async () => ({
    by: friend,
    wish: {
      meetingId: (await meetings())[0],
      note: '今月は',
      mood: 4,
      figures: { salesYen: 100, ownHours: 3.5 },
    },
    seen: 0,
    other: { note: '来月は' },
  }),
  updateGroup: async () => ({
    by: leader,
    wish: { groupId: group, name: '木曜会', goals: ['売上', '仲間'] },
    seen: await versionOf('group', group),
    other: { name: '金曜会' },
  }),
  updateMember: async () => ({
    by: admin,
    wish: { memberId: idOf(member!), phone: '03-1234-5678', kana: 'やまだ はなこ' },
    seen: await versionOf('member', idOf(member!)),
    other: { phone: '03-9999-9999' },
  }),
  updateProfile: async () => ({
    by: friend,
    wish: { businessName: '山田商店', strengths: '帳簿' },
    seen: await versionOf('member', idOf(member!)),
    other: { businessName: '山田本店' },
  }),
  updateSettings: async () => ({
    by: friend,
    wish: { mailContent: true, quietFrom: '22:00', quietTo: '07:00' },
    seen: 1,
    other: { mailContent: false },
  }),
  writeStrengths: async () => {
    await admin.query(`mutation ($g: ID!) { updateGroup(input: { groupId: $g, status: ACTIVE }) { id } }`, {
      g: group,
    });
    const { openStrengths } = await leader.ask<{ openStrengths: { id: string } }>(
      `mutation ($g: ID!) { openStrengths(groupId: $g) { id } }`,
      { g: group },
    );
    const line = (text: string) => [{ memberId: idOf(facilitator!), text, expectedVersion: 0 }];
    return {
      by: friend,
      wish: { roundId: openStrengths.id, lines: line('聞き上手') },
      seen: 0,
      other: { lines: line('話し上手') },
    };
  },
  cancelMeeting: async () => ({
    by: leader,
    wish: { meetingId: (await meetings())[0], reason: '台風' },
    seen: 1,
    other: { reason: '雪' },
  }),
  'cancelMeeting, with all that follow': async () => ({
    by: leader,
    wish: { meetingId: (await meetings('FREQ=WEEKLY;COUNT=4'))[1], reason: '休会', andFollowing: true },
    seen: 1,
    other: { reason: '雪' },
  }),
};
const weekLater = (local: string): string =>
  `${new Date(Date.parse(`${local.slice(0, 10)}T00:00Z`) + 7 * 24 * 3600_000).toISOString().slice(0, 10)}${local.slice(10)}`;

beforeAll(async () => {
  app = await startApp();
  walk = new SchemaWalk(
    buildClientSchema(await app.client().ask<IntrospectionQuery>(getIntrospectionQuery())),
  );
  tenant = await app.tenant();
  [facilitator, member, office] = [
    await app.member(tenant, { name: '佐藤 進' }),
    await app.member(tenant, { name: '山田 花子' }),
    await app.member(tenant, { role: 'ADMIN', name: '事務局' }),
  ];
  other = await app.member(tenant);
  const others = [other, await app.member(tenant), await app.member(tenant)];
  [leader, friend, admin] = [await app.as(facilitator), await app.as(member), await app.as(office)];
  group = await made(admin, 'createGroup', { name: '水曜会', purpose: '話す' });
  for (const [i, who] of [facilitator, member, ...others].entries())
    await made(admin, 'addGroupMember', {
      groupId: group,
      memberId: idOf(who),
      role: i === 0 ? 'FACILITATOR' : 'MEMBER',
    });
  day = new Date((await app.advance(0)).getTime() + 40 * 24 * 3600_000).toISOString().slice(0, 10);
});
afterAll(() => app?.stop());

/** Where an act says which version it has seen. */
const guarded = (): GraphQLField<unknown, unknown>[] => {
  const has = (args: readonly (GraphQLArgument | GraphQLInputField)[]): boolean =>
    args.some(({ name, type }) => {
      const named = getNamedType(type);
      return (
        name === 'expectedVersion' || (isInputObjectType(named) && has(Object.values(named.getFields())))
      );
    });
  return walk.rootFields('Mutation').filter(({ args }) => has(args));
};

/** All rows, as one text: events, deliveries, timers, every version. */
async function everything(): Promise<string> {
  const tables = await app.sql<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
  );
  const each = tables.map(
    ({ name }) => `select '${name} ' || t::text as row from public."${name}" t where tenant_id = $1`,
  );
  const rows = await app.sql<{ row: string }>(`${each.join(' union all ')} order by 1`, [tenant.id]);
  return rows.map(({ row }) => row).join('\n');
}

describe('an edit whose answer was lost', () => {
  it('is known to this spec, whichever act it is', () => {
    const known = new Set(Object.keys(edits).map((name) => name.split(',')[0]));
    expect(
      guarded()
        .map(({ name }) => name)
        .filter((name) => !known.has(name)),
    ).toEqual([]);
    expect(guarded().length).toBeGreaterThanOrEqual(27);
  });

  it.each(Object.keys(edits))(
    'is done when it is sent again, and nothing happens twice: %s',
    async (title) => {
      const field = walk.schema.getMutationType()!.getFields()[title.split(',')[0]!]!;
      const { by, wish, seen, other: another, otherHears } = await edits[title]!();
      // Limits of how many acts one makes in an hour are not what this is about.
      await app.sql(`delete from auth.throttle`);
      const isFlat = field.args.every(({ name }) => name !== 'input');
      const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
      const send = (change: object): ReturnType<TestClient['query']> => {
        const all = { ...wish, ...change, ...('lines' in wish ? {} : { expectedVersion: seen }) };
        const args = field.args.filter(({ name }) => !isFlat || name in all);
        return by.query(
          `mutation (${args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')}) {
           ${field.name}(${args.map(({ name }) => `${name}: $${name}`).join(', ')}) ${selection} }`,
          isFlat ? all : { input: all },
        );
      };
      const before = await everything();
      const first = await send({});
      expect(first.errors ?? []).toEqual([]);
      const once = await everything();
      expect(once).not.toBe(before);
      const second = await send({});
      expect(second.errors ?? []).toEqual([]);
      expect(second.data).toEqual(first.data);
      expect(await everything()).toBe(once);
      // Another wish on the same old copy is still another person's change.
      const { errors } = await send(another);
      expect(errors?.[0]?.extensions.code ?? 'no error').toBe(otherHears ?? 'CONFLICT');
      expect(await everything()).toBe(once);
    },
  );
});
