import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { idPrefixes, publicId, type IdName } from '@yoriai/domain/kernel';
import {
  buildClientSchema,
  getIntrospectionQuery,
  isNonNullType,
  type GraphQLField,
  type IntrospectionQuery,
} from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { daysOn } from '../../../../../tools/day/test-day.cjs';
import { kindOf, SchemaWalk } from './schema-walk.js';
import { until } from './server-process.js';
import { startApp, type TestApp, type TestClient, type TestMember, type TestTenant } from './start-app.js';

/** A word in every text of one kind of one group; it must never be sent to those who may not read them. */
const secretOf = (group: string): string => `kanaria-secret-${group}`;
const directoryOf = (group: string): string => `kanaria-directory-${group}`;
const concernOf = (group: string): string => `kanaria-concern-${group}`;
/** What people still mean to do is for the group of today, newcomers included. */
const nextStepOf = (group: string): string => `kanaria-next-step-${group}`;
const whisperOf = (group: string): string => `kanaria-whisper-${group}`;

interface GroupWorld {
  readonly tenant: TestTenant;
  readonly admin: TestMember;
  readonly facilitator: TestMember;
  readonly peer: TestMember;
  readonly candidate: TestMember;
  /** Public ids by kind. */
  readonly ids: Readonly<Partial<Record<IdName, readonly string[]>>>;
  readonly group: string;
  readonly request: string;
  readonly meeting: string;
}

/** An evening two months from now. */
const soon = `${daysOn(60)}T19:00`;

let app: TestApp;
let walk: SchemaWalk;
/** Two groups of one organisation, and one of another. */
let one: GroupWorld;
let two: GroupWorld;
let foreign: GroupWorld;
let clients: Record<string, TestClient>;
let removed: TestMember;

beforeAll(async () => {
  app = await startApp();
  walk = new SchemaWalk(
    buildClientSchema(await app.client().ask<IntrospectionQuery>(getIntrospectionQuery())),
  );
  const tenant = await app.tenant();
  const admin = await app.member(tenant, { role: 'ADMIN', name: '事務局' });
  removed = await app.member(tenant, { name: '離れた人' });
  const suspended = await app.member(tenant, { name: '止められた人' });
  const unproven = await app.member(tenant, { name: '確かめていない人' });
  const later = await app.member(tenant, { name: '後から来た人' });
  one = await groupWorld(tenant, admin, 'one', [removed, suspended, unproven]);
  two = await groupWorld(tenant, admin, 'two', []);
  const elsewhere = await app.tenant();
  foreign = await groupWorld(
    elsewhere,
    await app.member(elsewhere, { role: 'ADMIN', name: 'kanaria-secret-office' }),
    'foreign',
    [],
  );
  const homeless = await app.member(elsewhere);
  await app.sql(`delete from auth.member_index where member_id = $1`, [homeless.memberId]);

  await app.join(one.group.slice(4) as never, later);
  clients = {
    anonymous: app.client(tenant.slug),
    facilitator: await app.as(one.facilitator),
    peer: await app.as(one.peer),
    neighbour: await app.as(two.peer),
    admin: await app.as(admin),
    removed: await app.as(removed),
    suspended: await app.as(suspended),
    unproven: await app.as(unproven),
    later: await app.as(later),
    stranger: await app.as(foreign.peer),
    foreignAdmin: await app.as(foreign.admin),
    homeless: await app.as(homeless),
    // Signed in, but asking for an organisation that is not theirs.
    intruder: Object.assign(await app.as(one.peer), { slug: elsewhere.slug }),
  };
  await clients['admin']!.ask(
    `mutation ($group: ID!, $member: ID!) { removeGroupMember(groupId: $group, memberId: $member) { id } }`,
    { group: one.group, member: publicId('Member', removed.memberId) },
  );
  await clients['admin']!.ask(
    `mutation ($id: ID!) { updateMember(input: { memberId: $id, status: SUSPENDED }) { id } }`,
    {
      id: publicId('Member', suspended.memberId),
    },
  );
  // Suspension ended the session; one that survived by accident must not help.
  clients['suspended'] = await app.as(suspended);
  await app.sql(`update auth."user" set email_proven_at = null where id = $1`, [unproven.userId]);
  await app.drain();
}, 1_800_000);
afterAll(() => app?.stop());

/** A group in which everything has happened that can happen, with its canaries. */
async function groupWorld(
  tenant: TestTenant,
  admin: TestMember,
  name: string,
  others: TestMember[],
): Promise<GroupWorld> {
  const [secret, directory] = [secretOf(name), directoryOf(name)];
  const person = (title: string) =>
    app.member(tenant, { name: name === 'foreign' ? `${secret} ${title}` : title });
  const [facilitator, peer, third, fourth, candidate] = await Promise.all(
    ['進行 一', '仲間 二', '仲間 三', '仲間 四', '候補 五'].map(person),
  );
  const [office, leader, friend] = await Promise.all([app.as(admin), app.as(facilitator!), app.as(peer!)]);
  const made: unknown[] = [];
  const act = async (client: TestClient, query: string, variables = {}): Promise<string> => {
    const data = await client.ask<Record<string, { id: string }>>(query, variables);
    made.push(data);
    return Object.values(data)[0]!.id;
  };
  const group = await act(
    office,
    `mutation ($n: String!, $p: ID) { createGroup(input: { name: $n, purpose: $n, goals: [$n], capacity: 12, programmeId: $p }) { id } }`,
    {
      n: directory,
      p: await act(
        office,
        `mutation ($n: String!) { createProgramme(input: { name: $n, startsOn: "2026-04-01", endsOn: "2027-03-31" }) { id } }`,
        { n: name },
      ),
    },
  );
  for (const [i, who] of [facilitator!, peer!, third!, fourth!, ...others].entries())
    await office.ask(
      `mutation ($g: ID!, $m: ID!, $r: GroupRole) { addGroupMember(input: { groupId: $g, memberId: $m, role: $r }) { id } }`,
      {
        g: group,
        m: publicId('Member', who.memberId),
        r: i === 0 ? 'FACILITATOR' : 'MEMBER',
      },
    );
  const post = (client: TestClient, more = '') =>
    act(
      client,
      `mutation ($g: ID, $s: String!) { postSupportRequest(input: { groupId: $g, type: APPRAISAL, wanted: ADVICE, title: $s, body: $s ${more} }) { id } }`,
      { g: group, s: `${secret} 資金繰り` },
    );
  const request = await post(friend);
  const thanked = await post(friend);
  for (const id of [request, thanked]) {
    await act(
      leader,
      `mutation ($id: ID!, $s: String!) { replyToSupportRequest(input: { requestId: $id, body: $s }) { id } }`,
      { id, s: secret },
    );
    await act(
      leader,
      `mutation ($id: ID!, $s: String!) { offerSupport(input: { requestId: $id, message: $s }) { id } }`,
      { id, s: secret },
    );
  }
  await act(
    friend,
    `mutation ($id: ID!, $m: ID!, $s: String!) { resolveSupportRequest(input: { requestId: $id, outcome: $s, helpers: [{ memberId: $m, thanks: $s }] }) { id } }`,
    { id: thanked, m: publicId('Member', facilitator!.memberId), s: secret },
  );
  await act(
    leader,
    `mutation ($id: ID!, $s: String!) { sendPrivateNote(input: { requestId: $id, body: $s }) { id } }`,
    { id: request, s: secret },
  );
  await (
    await app.as(third!)
  ).ask(`mutation ($id: ID!, $n: String!) { tellOfWorry(input: { requestId: $id, note: $n }) }`, {
    id: request,
    n: concernOf(name),
  });
  made.push(
    await leader.ask(`query ($id: ID!) { node(id: $id) { ... on SupportRequest { worries { id } } } }`, {
      id: request,
    }),
  );
  const news = await act(
    friend,
    `mutation ($g: ID, $s: String!) { postGoodNews(input: { groupId: $g, body: $s }) { id } }`,
    { g: group, s: secret },
  );
  await act(
    leader,
    `mutation ($id: ID!, $s: String!) { commentOnGoodNews(input: { goodNewsId: $id, body: $s }) { id } }`,
    { id: news, s: secret },
  );
  await leader.ask(`mutation ($id: ID!) { reactToGoodNews(goodNewsId: $id, kind: THANKS) { id } }`, {
    id: news,
  });
  const series = await leader.ask<{
    scheduleMeetings: { id: string; meetings: { edges: { node: { id: string } }[] } };
  }>(
    `mutation ($g: ID!, $t: String!) { scheduleMeetings(input: { groupId: $g, title: $t, place: $t, url: "https://example.jp/${directory}", startsAtLocal: "${soon}", rule: "FREQ=WEEKLY;COUNT=3", timeZone: "Asia/Tokyo", durationMinutes: 90, format: HYBRID }) { id meetings { edges { node { id agenda { id } } } } } }`,
    { g: group, t: directory },
  );
  made.push(series);
  const closed = series.scheduleMeetings.meetings.edges[2]!.node.id;
  await leader.ask(
    `mutation ($id: ID!, $s: String!) {
      startMeeting(meetingId: $id) { id }
      closeMeeting(input: { meetingId: $id, decisions: [$s] }) { id }
      correctMinutes(input: { meetingId: $id, text: $s }) { id }
    }`,
    { id: closed, s: secret },
  );
  await friend.ask(
    `mutation ($id: ID!, $s: String) {
      answerClosingRound(input: { meetingId: $id, plus: $s, delta: $s, takeAway: $s, goal: $s, safety: { spoke: 1, safe: 1, heard: 1 } }) { id }
    }`,
    { id: closed, s: secret },
  );
  const underWay = series.scheduleMeetings.meetings.edges[1]!.node.id;
  await leader.ask(`mutation ($id: ID!) { startMeeting(meetingId: $id) { id } }`, { id: underWay });
  await leader.ask(
    `mutation ($id: ID!, $m: ID!) {
      markAttendance(input: { meetingId: $id, presence: PRESENT }) { id }
      handOverMeeting(meetingId: $id, memberId: $m) { id }
      markSpeaker(input: { meetingId: $id, memberId: $m }) { id }
      answerRecording(meetingId: $id, agrees: true) { id }
    }`,
    { id: underWay, m: publicId('Member', third!.memberId) },
  );
  await leader.ask(`mutation ($id: ID!, $u: String) { linkRecording(meetingId: $id, url: $u) { id } }`, {
    id: underWay,
    u: `https://example.jp/${secret}`,
  });
  const first = series.scheduleMeetings.meetings.edges[0]!.node.id;
  const commit = (statement: string) =>
    act(
      friend,
      `mutation ($id: ID!, $s: String!) { makeCommitment(input: { meetingId: $id, statement: $s }) { id } }`,
      { id: first, s: statement },
    );
  await commit(nextStepOf(name));
  await leader.ask(
    `mutation ($id: ID!, $s: String) { settleCommitment(input: { commitmentId: $id, status: DROPPED, reason: $s }) { id } }`,
    { id: await commit(secret), s: secret },
  );
  await act(
    leader,
    `mutation ($id: ID!, $s: String!) { recordDecision(input: { meetingId: $id, text: $s }) { id } }`,
    { id: first, s: secret },
  );
  const note = await act(
    friend,
    `mutation ($id: ID!, $s: String!) { submitCheckIn(input: { meetingId: $id, note: $s, mood: 2, figures: { salesYen: 46490000391 } }) { id } }`,
    { id: first, s: secret },
  );
  await act(
    await app.as(third!),
    `mutation ($id: ID!, $s: String!) { submitCheckIn(input: { meetingId: $id, note: $s, visibility: FACILITATOR }) { id } }`,
    { id: first, s: whisperOf(name) },
  );
  const topic = await act(
    friend,
    `mutation ($id: ID!, $s: String!) { proposeTopic(input: { meetingId: $id, title: $s, detail: $s }) { id } }`,
    { id: first, s: secret },
  );
  for (const about of [{ checkInId: note }, { topicId: topic }])
    await act(leader, `mutation ($input: MakeRemarkInput!) { makeRemark(input: $input) { id } }`, {
      input: { ...about, body: secret },
    });
  await planned(group, first, directory, leader, friend, act);
  await leader.ask(`mutation ($g: ID!) { updateGroup(input: { groupId: $g, status: ACTIVE }) { id } }`, {
    g: group,
  });
  await act(leader, `mutation ($g: ID!) { openStrengths(groupId: $g) { id } }`, { g: group });
  const proposal = await act(
    office,
    `mutation ($g: ID!, $m: ID!) { addGroupMember(input: { groupId: $g, memberId: $m }) { proposals { id } id } }`,
    { g: group, m: publicId('Member', candidate!.memberId) },
  ).then(() => (JSON.stringify(made.at(-1)).match(/prp_[0-9a-f-]{36}/) ?? [''])[0]);
  await friend.ask(`mutation ($id: ID!, $n: String!) { raiseConcern(proposalId: $id, note: $n) { id } }`, {
    id: proposal,
    n: concernOf(name),
  });
  await act(leader, `mutation ($g: ID!) { createJoinLink(input: { groupId: $g }) { id } }`, { g: group });
  await act(
    office,
    `mutation ($e: String!, $n: String!) { inviteMember(input: { email: $e, displayName: $n }) { id } }`,
    {
      e: `${name}-invited@example.jp`,
      n: name === 'foreign' ? secret : '招いた人',
    },
  );
  await friend.ask(`mutation { createCalendarFeed { url } }`);
  await friend.ask(
    `mutation ($p: String!, $s: String) { updateProfile(input: { phone: $p, strengths: $s }) { id } }`,
    {
      p: '090-1111-2222',
      s: name === 'foreign' ? secret : '帳簿',
    },
  );
  await app.drain();
  for (const client of [leader, friend])
    made.push(
      await client.ask(
        `{ notifications(first: 100) { edges { node { id } } } viewer { sessions { id } user { id } tenant { id } member { id } } }`,
      ),
    );
  const found = new Set(JSON.stringify(made).match(/[a-z]{3}_[0-9a-f-]{36}/g));
  const ids = Object.fromEntries(
    Object.entries(idPrefixes).map(([kind, prefix]) => [
      kind,
      [...found].filter((id) => id.startsWith(`${prefix}_`)).slice(0, 4),
    ]),
  );
  return {
    tenant,
    admin,
    facilitator: facilitator!,
    peer: peer!,
    candidate: candidate!,
    ids,
    group,
    request,
    meeting: first,
  };
}

/** A date poll with an answer, an agenda of the group's own, and roles. */
async function planned(
  group: string,
  meeting: string,
  directory: string,
  leader: TestClient,
  friend: TestClient,
  act: (client: TestClient, query: string, variables: object) => Promise<string>,
): Promise<void> {
  const day = soon.slice(0, 10);
  const poll = await act(
    leader,
    `mutation ($g: ID!, $t: String!) { openDatePoll(input: { groupId: $g, title: $t, note: $t, options: [{ date: "${day}" }, { date: "${day}", time: "19:00" }] }) { id options { id } } }`,
    { g: group, t: directory },
  );
  const { node } = await friend.ask<{ node: { options: { id: string }[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on DatePoll { options { id } } } }`,
    { id: poll },
  );
  await act(
    friend,
    `mutation ($p: ID!, $o: ID!) { answerDatePoll(input: { pollId: $p, answers: [{ optionId: $o, answer: IF_NEED_BE }] }) { id } }`,
    { p: poll, o: node.options[0]!.id },
  );
  await act(
    leader,
    `mutation ($g: ID!, $t: String!) { createAgendaTemplate(input: { groupId: $g, name: $t, steps: [{ name: $t, minutes: 10, allowed: [FACTS] }] }) { id } }`,
    { g: group, t: directory },
  );
  await act(leader, `mutation ($id: ID!) { suggestMeetingRoles(meetingId: $id) { id } }`, { id: meeting });
  await act(
    leader,
    `mutation ($id: ID!, $t: String!) { planAfterParty(input: { meetingId: $id, details: $t, feeYen: 4000 }) { id } }`,
    { id: meeting, t: directory },
  );
  await act(friend, `mutation ($id: ID!) { answerAfterParty(meetingId: $id, coming: true) { id } }`, {
    id: meeting,
  });
}

const sensible: Readonly<Record<string, unknown>> = {
  date: soon.slice(0, 10),
  time: '19:00',
  closesOn: soon.slice(0, 10),
  startsAtLocal: soon,
  durationMinutes: 60,
  base64: Buffer.from('氏名,メール,グループ\n山田 花子,hanako@example.jp,新しい会\n').toString('base64'),
  fileName: 'meibo.csv',
  password: 'mizu no nagare wa taezu',
  email: 'nobody@example.jp',
  slug: 'nowhere',
  token: 'x',
  code: '123456',
  mailCode: '123456',
  startsOn: '2026-04-01',
  endsOn: '2027-03-31',
  timeZone: 'Asia/Tokyo',
  from: '2026-01-01T00:00:00Z',
  rsvp: 'YES',
  role: 'MEMBER',
  act: 'NEXT',
  type: 'APPRAISAL',
  wanted: 'ADVICE',
  kind: 'THANKS',
  format: 'ONLINE',
  // Of a commitment; of members and groups it is never needed.
  status: 'KEPT',
};
/** Something that a form might send, for what an act wants besides ids. */
const say = (name: string, type: string): unknown =>
  type === 'MeetingRoleName'
    ? 'HOST'
    : name in sensible
      ? sensible[name]
      : type === 'Int'
        ? 1
        : type === 'Boolean'
          ? true
          : 'ことば';

/** What people say in confidence. */
const confidences = [
  'SupportRequest',
  'SupportReply',
  'SupportOffer',
  'PrivateNote',
  'SupportWorry',
  'GoodNews',
  'GoodNewsComment',
  'CheckIn',
  'Topic',
  'Remark',
] as const satisfies readonly IdName[];
/** What only a group's own people may touch. */
const itsOwn = [...confidences, 'Commitment', 'Decision'] as const;

const everyId = (...worlds: GroupWorld[]): string[] => [
  ...new Set(worlds.flatMap((world) => Object.values(world.ids).flat())),
];

/**
 * Everything that these people are told when they ask for all there is, with every id and word they might have heard. They ask side by side: a
 * document is compiled once for all of them.
 */
async function everythingFor(names: readonly string[]): Promise<Record<string, string>> {
  // Guessing codes has its own limits; they are out of the way here.
  await app.sql(`delete from auth.throttle`);
  const told = new Map(names.map((name) => [name, [] as string[]]));
  const ask = async (
    field: GraphQLField<unknown, unknown>,
    args: Record<string, unknown>,
    { onlyType = null, documents }: { onlyType?: string | null; documents?: number } = {},
  ) => {
    for (const { document, variables } of walk.askings('query', field, args, onlyType).slice(0, documents)) {
      const hear = async ([name, pages]: [string, string[]]) => {
        const answer = await clients[name]!.query<unknown>(document, variables);
        const text = JSON.stringify([answer.data, answer.errors ?? []]);
        if (answer.status >= 500 || text.includes('INTERNAL'))
          throw new Error(`${document} ${JSON.stringify(variables)}: ${text}`);
        if (answer.errors?.some(({ message }) => /Cannot query|too much|Syntax Error/.test(message)))
          throw new Error(`${text.slice(0, 300)}: ${document}`);
        pages.push(text);
      };
      await Promise.all([...told].map(hear));
    }
  };
  const typeOf = (id: string): string => {
    const kind = Object.entries(idPrefixes).find(([, prefix]) => id.startsWith(`${prefix}_`))![0];
    return walk.schema.getType(kind) ? kind : 'Node';
  };
  for (const field of walk.rootFields('Query')) {
    const hasPage = field.args.some(({ name }) => name === 'first');
    const whole = hasPage ? { first: 20 } : {};
    if (field.name === 'node') {
      for (const id of everyId(one, two, foreign)) await ask(field, { id }, { onlyType: typeOf(id) });
      continue;
    }
    await ask(field, { ...walk.args(field, say), ...whole });
    for (const place of walk.places(field)) {
      const name = place.path.at(-1)!;
      if (name === 'after' || name === 'base64' || name === 'fileName') continue;
      const values =
        place.kind === 'ID'
          ? [one, two, foreign].map((world) => world.ids[kindOf(name)!]?.[0] ?? 'grp_x')
          : ['kanaria', '資金', '金', one.group];
      // Where the field answers without this too, all of it was asked for above: one document says whether more comes. So it does for words
      // that find what others found.
      const isNeeded = field.args.some((arg) => arg.name === place.path[0] && isNonNullType(arg.type));
      for (const [i, value] of values.entries())
        await ask(
          field,
          { ...walk.args(field, say, place, value), ...whole },
          isNeeded && (place.kind === 'ID' || i < 2) ? {} : { documents: 1 },
        );
    }
  }
  return Object.fromEntries([...told].map(([name, pages]) => [name, pages.join('\n')]));
}

const foreignIds = (world: GroupWorld): string[] => everyId(world).map((id) => id.slice(4));
/** Which of these texts were told. */
const heardOf = (told: string, texts: readonly string[]): string[] =>
  texts.filter((text) => told.includes(text));

/** What was answered now and not before; the time of day aside. */
const newIn = (now: string, before: string): string[] => {
  const known = new Set(before.split('\n'));
  return now.split('\n').filter((line) => !known.has(line) && !line.startsWith('[{"now":'));
};

/** What each was told, before any of them acts on it. */
let told: Record<string, string>;

describe('a viewer who asks for everything there is', () => {
  beforeAll(async () => {
    told = await everythingFor(Object.keys(clients));
  }, 1_800_000);

  it('has visited every field that a query can reach', () => {
    expect([...walk.reachable()].filter((field) => !walk.visited.has(field))).toEqual([]);
  });

  it('in the group is told all of it, so that silence elsewhere means something', () => {
    for (const name of ['facilitator', 'peer'])
      expect(heardOf(told[name]!, [secretOf('one'), directoryOf('one')])).toHaveLength(2);
    expect(told['peer']!.split(secretOf('one')).length).toBeGreaterThan(20);
    expect(heardOf(told['stranger']!, [secretOf('foreign'), directoryOf('foreign')])).toHaveLength(2);
    expect(told['facilitator']).toContain(concernOf('one'));
  });

  it.each([
    'anonymous',
    'facilitator',
    'peer',
    'neighbour',
    'admin',
    'removed',
    'suspended',
    'unproven',
    'later',
    'homeless',
    'intruder',
  ])('%s hears nothing of another organisation: no word, no id', (name) => {
    expect(
      heardOf(told[name]!, ['-foreign', 'secret-office', foreign.tenant.slug, ...foreignIds(foreign)]),
    ).toEqual([]);
  });

  it.each(['stranger', 'foreignAdmin'])('%s hears nothing of ours', (name) => {
    expect(
      heardOf(told[name]!, ['-one', '-two', one.tenant.slug, ...foreignIds(one), ...foreignIds(two)]),
    ).toEqual([]);
  });

  it.each([
    'anonymous',
    'neighbour',
    'admin',
    'removed',
    'suspended',
    'unproven',
    'later',
    'homeless',
    'intruder',
  ])(
    '%s hears nothing of what was said in confidence in a group that is not theirs, or before they came',
    (name) => {
      const saidIn = ({ ids }: GroupWorld): string[] => confidences.flatMap((kind) => ids[kind] ?? []);
      const confided = [one, two].flatMap(saidIn);
      const allowedIds = name === 'neighbour' ? saidIn(two) : [];
      const words = name === 'neighbour' ? [secretOf('one')] : [secretOf('one'), secretOf('two')];
      expect(
        heardOf(told[name]!, [
          ...words,
          ...confided.filter((id) => !allowedIds.includes(id)).map((id) => id.slice(4)),
        ]),
      ).toEqual([]);
    },
  );

  it.each(['anonymous', 'neighbour', 'removed', 'suspended', 'homeless', 'intruder'])(
    '%s is not even told that the group exists',
    (name) => {
      const things = [
        one.ids.Group,
        one.ids.Meeting,
        one.ids.MeetingSeries,
        one.ids.MemberProposal,
        one.ids.JoinLink,
      ];
      expect(
        heardOf(told[name]!, [
          directoryOf('one'),
          ...things.flatMap((list) => (list ?? []).map((id) => id.slice(4))),
        ]),
      ).toEqual([]);
    },
  );

  it('open next steps are for the people of the group, whenever they came', () => {
    expect(whoHeard(nextStepOf('one')).sort()).toEqual(['facilitator', 'later', 'peer']);
    expect(whoHeard(nextStepOf('foreign'))).toEqual(['stranger']);
  });

  it('worries about a newcomer reach the facilitators alone', () => {
    for (const [name, text] of Object.entries(told))
      if (!['facilitator', 'foreignAdmin', 'stranger'].includes(name))
        expect([name, heardOf(text, [concernOf('one'), concernOf('two')])]).toEqual([name, []]);
  });

  it('what is written for the facilitator is not for the group', () => {
    for (const [name, text] of Object.entries(told)) {
      expect([name, heardOf(text, [whisperOf('one')])]).toEqual([
        name,
        name === 'facilitator' ? [whisperOf('one')] : [],
      ]);
      // The figures of a note that the whole group reads.
      if (['anonymous', 'admin', 'later', 'removed', 'foreignAdmin', 'intruder'].includes(name))
        expect([name, text.includes('46490000391')]).toEqual([name, false]);
    }
  });

  /** Those who were told one of these texts. */
  const whoHeard = (...texts: string[]): string[] =>
    Object.keys(told).filter((name) => heardOf(told[name]!, texts).length > 0);

  it('telephone numbers are for oneself and the office', () => {
    // Each group has a person with this number.
    expect(whoHeard('1111-2222', '09011112222').sort()).toEqual([
      'admin',
      'foreignAdmin',
      'neighbour',
      'peer',
      'stranger',
    ]);
  });

  it('mail addresses too; sessions are no one else’s business', () => {
    // The intruder is the peer: every user may act on their own account.
    expect(whoHeard(one.peer.email).sort()).toEqual(['admin', 'intruder', 'peer']);
    expect(whoHeard(...one.ids.Session!.map((id) => id.slice(4))).sort()).toEqual(['facilitator', 'peer']);
  });
});

describe('what a person outside can count', () => {
  it('does not change by a single character when something is confided elsewhere', async () => {
    const outside = ['neighbour', 'admin', 'removed', 'later', 'stranger'];
    const replies = () =>
      clients['facilitator']!.ask(
        `query ($id: ID!) { node(id: $id) { ... on SupportRequest { replyCount } } }`,
        { id: one.request },
      );
    const repliesBefore = await replies();
    const friend = await app.as(one.peer);
    const leader = await app.as(one.facilitator);
    await leader.ask(
      `mutation ($id: ID!) { replyToSupportRequest(input: { requestId: $id, body: "もう一つ" }) { id } }`,
      { id: one.request },
    );
    await leader.ask(`mutation { signOut }`);
    await friend.ask(`mutation { signOut }`);
    await app.drain();
    for (const [name, now] of Object.entries(await everythingFor(outside)))
      expect([name, newIn(now, told[name]!)]).toEqual([name, []]);
    expect(await replies()).not.toEqual(repliesBefore);
  }, 1_800_000);
});

describe('a viewer who acts on what is not theirs', () => {
  const attackers: readonly { who: string; on: () => GroupWorld; kinds: readonly IdName[] | 'all' }[] = [
    { who: 'facilitator', on: () => foreign, kinds: 'all' },
    { who: 'admin', on: () => foreign, kinds: 'all' },
    {
      who: 'facilitator',
      on: () => two,
      kinds: [
        'Group',
        'Meeting',
        'MeetingSeries',
        'DatePoll',
        'AgendaTemplate',
        'MemberProposal',
        'JoinLink',
        ...itsOwn,
        'Notification',
        'Session',
      ],
    },
    {
      who: 'admin',
      on: () => two,
      kinds: [...itsOwn, 'Session', 'Notification'],
    },
    {
      who: 'removed',
      on: () => one,
      kinds: [
        'Group',
        'Meeting',
        'MeetingSeries',
        'DatePoll',
        'AgendaTemplate',
        'MemberProposal',
        'JoinLink',
        ...itsOwn,
      ],
    },
  ];
  /** All rows of a tenant, as one fingerprint. */
  const fingerprint = async (tenantId: string): Promise<string> => {
    const tables = await app.sql<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
    );
    const sums: string[] = [];
    for (const { name } of tables) {
      if (['idempotent_answer', 'migrations'].includes(name)) continue;
      const [row] = await app.sql<{ sum: string }>(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '-') as sum from public."${name}" t where tenant_id = $1`,
        [tenantId],
      );
      sums.push(`${name} ${row!.sum}`);
    }
    return sums.join('\n');
  };

  it.each(
    attackers.map(
      (one, i) =>
        [
          one.who,
          [
            'another organisation',
            'another organisation',
            'another group',
            'confidences',
            'the group they left',
          ][i]!,
          one,
        ] as const,
    ),
  )(
    '%s, on %s, gets the answer of an id that never was, and changes nothing',
    async (who, _what, { on, kinds }) => {
      const client = clients[who]!;
      const world = on();
      const before = await fingerprint(world.tenant.id);
      const wrong: unknown[] = [];
      let tried = 0;
      for (const field of walk.rootFields('Mutation'))
        for (const place of walk.places(field)) {
          if (place.kind !== 'ID') continue;
          const kind = kindOf(place.path.at(-1)!);
          if (kind === null || (kinds !== 'all' && !kinds.includes(kind))) continue;
          const theirs = world.ids[kind]?.[0];
          if (!theirs) continue;
          const never = publicId(kind, uuidv7());
          // The other ids of the same act are the attacker's own.
          const mine = (name: string, type: string): unknown =>
            type === 'ID' ? (one.ids[kindOf(name) ?? 'Group']?.[0] ?? one.group) : say(name, type);
          const answers = [];
          for (const id of [theirs, never, 'nonsense']) {
            await app.sql(`delete from auth.throttle`);
            const [asking] = walk.askings('mutation', field, walk.args(field, mine, place, id));
            const { errors, data } = await client.query(asking!.document, asking!.variables);
            answers.push(
              errors ? JSON.stringify(errors.map(({ extensions }) => extensions)) : JSON.stringify(data),
            );
          }
          tried += 1;
          // Marking another member's notices as read changes none.
          const [real, fictive] = answers;
          if (
            real !== fictive ||
            /INTERNAL/.test(answers.join('')) ||
            !/NOT_FOUND|FORBIDDEN|BAD_USER_INPUT|CONFLICT|MEETING_NOT_STARTED|:0\}/.test(real!)
          )
            wrong.push({ field: field.name, place: place.path.join('.'), real, fictive });
        }
      expect(wrong).toEqual([]);
      expect(tried).toBeGreaterThan(10);
      if (world === foreign) expect(await fingerprint(world.tenant.id)).toBe(before);
    },
    1_800_000,
  );
});

describe('a viewer who listens', () => {
  it('hears live what they could read, and nothing else', async () => {
    const names = Object.keys(clients);
    const screens = Object.fromEntries(names.map((name) => [name, clients[name]!.line()]));
    let lines = 0;
    const ask = (name: string) => {
      for (const field of walk.rootFields('Subscription')) {
        const places = walk.places(field).filter(({ kind }) => kind === 'ID');
        const argumentSets = [
          ...(field.args.every((arg) => !String(arg.type).endsWith('!')) ? [{}] : []),
          ...places.flatMap((place) =>
            [one, foreign].map((world) =>
              walk.args(field, say, place, world.ids[kindOf(place.path.at(-1)!)!]?.[0]),
            ),
          ),
        ];
        for (const args of argumentSets) {
          const [asking] = walk.askings('subscription', field, args);
          screens[name]!.listen(asking!.document, asking!.variables);
          lines += 1;
        }
      }
    };
    const refused = () => names.reduce((sum, name) => sum + screens[name]!.ended.length, 0);
    await app.listens(
      () => names.forEach(ask),
      () => lines - refused(),
    );
    for (const world of [one, foreign]) {
      const leader = await app.as(world.facilitator);
      const secret = secretOf(world === one ? 'one' : 'foreign');
      await leader.ask(
        `mutation ($id: ID!, $s: String!) { replyToSupportRequest(input: { requestId: $id, body: $s }) { id } }`,
        { id: world.request, s: secret },
      );
      await leader.ask(`mutation ($id: ID!) { rsvpToMeeting(meetingId: $id, rsvp: YES) { id } }`, {
        id: world.meeting,
      });
    }
    await app.drain();
    await until(
      () =>
        JSON.stringify(screens['peer']!.heard).includes(secretOf('one')) &&
        JSON.stringify(screens['stranger']!.heard).includes(secretOf('foreign')),
    );
    // Those who should hear it have heard it; those who should not would hear it now.
    await pause(500);
    const heard = Object.fromEntries(names.map((name) => [name, JSON.stringify(screens[name]!.heard)]));
    await Promise.all(names.map((name) => screens[name]!.close()));
    expect(heard['peer']).toContain(secretOf('one'));
    expect(heard['stranger']).toContain(secretOf('foreign'));
    // Without a session there is not even a connection.
    expect(screens['anonymous']!.heard).toEqual([]);
    expect(new Set(screens['anonymous']!.ended.map((why) => (why as { code?: number }).code))).toEqual(
      new Set([4403]),
    );
    for (const name of ['suspended', 'homeless', 'intruder'])
      expect([
        name,
        [
          ...new Set(
            screens[name]!.heard.map((one) => /"code":"(\w+)"/.exec(JSON.stringify(one))?.[1] ?? one),
          ),
        ],
      ]).toEqual([name, ['UNAUTHENTICATED']]);
    for (const name of ['neighbour', 'admin', 'removed', 'unproven', 'later'])
      expect([name, heardOf(heard[name]!, [secretOf('one'), '-foreign', one.request])]).toEqual([name, []]);
    for (const name of ['facilitator', 'peer'])
      expect(heardOf(heard[name]!, ['-foreign', ...foreignIds(foreign)])).toEqual([]);
    for (const name of ['stranger', 'foreignAdmin'])
      expect(heardOf(heard[name]!, ['-one', ...foreignIds(one)])).toEqual([]);
  });

  it.each([
    [
      'signs out',
      async (who: TestMember, client: TestClient) => void (await client.ask(`mutation { signOut }`), who),
    ],
    [
      'ends the session from another device',
      async (who: TestMember, client: TestClient) => {
        const other = await app.as(who);
        const { viewer } = await client.ask<{ viewer: { sessions: { id: string; current: boolean }[] } }>(
          `{ viewer { sessions { id current } } }`,
        );
        await other.ask(`mutation ($id: ID!) { revokeSession(sessionId: $id) }`, {
          id: viewer.sessions.find(({ current }) => current)!.id,
        });
      },
    ],
    [
      'is suspended',
      async (who: TestMember) => {
        await clients['admin']!.ask(
          `mutation ($id: ID!) { updateMember(input: { memberId: $id, status: SUSPENDED }) { id } }`,
          { id: publicId('Member', who.memberId) },
        );
      },
    ],
    [
      'is taken out of the group',
      async (who: TestMember) => {
        await clients['admin']!.ask(
          `mutation ($g: ID!, $id: ID!) { removeGroupMember(groupId: $g, memberId: $id) { id } }`,
          { g: one.group, id: publicId('Member', who.memberId) },
        );
      },
    ],
  ])('hears nothing more once one %s, although the socket is open', async (_how, leave) => {
    const who = await app.member(one.tenant, { name: '聞いている人' });
    await app.join(one.group.slice(4) as never, who);
    const client = await app.as(who);
    const box = await app.listens(() =>
      client
        .line()
        .listen(
          `subscription ($g: ID) { supportRequestChanged(groupId: $g) { id title replyCount group { name } } }`,
          { g: one.group },
        ),
    );
    const friend = await app.as(one.peer);
    const post = async (title: string) => {
      await friend.ask(
        `mutation ($g: ID, $t: String!) { postSupportRequest(input: { groupId: $g, type: EMOTIONAL, wanted: LISTEN, title: $t, body: "聞いて" }) { id } }`,
        { g: one.group, t: title },
      );
      await app.drain();
    };
    await post('前の話');
    await until(() => JSON.stringify(box.heard).includes('前の話'));
    await leave(who, client);
    await post('後の話');
    await pause(500);
    await box.close();
    expect(JSON.stringify(box.heard)).not.toContain('後の話');
  });
});
