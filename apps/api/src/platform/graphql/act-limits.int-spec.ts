import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId, type GroupId } from '@yoriai/domain/kernel';
import { reachLimits, reachOfActs } from '@yoriai/domain/notifications';
import { startApp, type TestApp, type TestClient, type TestMember } from '../testing/start-app.js';

let app: TestApp;
let people: TestMember[];
let groupId: GroupId;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app?.stop());
beforeEach(async () => {
  const tenant = await app.tenant();
  people = [await app.member(tenant), await app.member(tenant)];
  for (let i = 0; i < 6; i++) people.push(await app.member(tenant));
  groupId = await app.group(tenant, people);
});

const posting = `mutation ($input: PostGoodNewsInput!) { postGoodNews(input: $input) { id } }`;
const asking = `mutation ($input: PostSupportRequestInput!) { postSupportRequest(input: $input) { id } }`;
const inviting = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { id } }`;
const news = (over: object = {}) => ({
  input: {
    body: '新しい取引が決まりました',
    audience: 'GROUP',
    groupId: publicId('Group', groupId),
    ...over,
  },
});
const request = (over: object = {}) => ({
  input: {
    type: 'EMOTIONAL',
    wanted: 'LISTEN',
    audience: 'GROUP',
    groupId: publicId('Group', groupId),
    title: '聞いてください',
    body: '今月は少し疲れました',
    ...over,
  },
});
const { hour, day } = reachLimits.POST;
const outcomes = async (times: number, one: () => Promise<string>): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {};
  for (const code of await Promise.all(Array.from({ length: times }, one)))
    counted[code] = (counted[code] ?? 0) + 1;
  return counted;
};

describe('what one member sends that the whole tenant hears of', () => {
  it('sixty at once become as many as an hour has; then it says for how long to wait, and others are not held up', async () => {
    const mine = await app.as(people[0]!);
    expect(await outcomes(60, () => mine.refusal(posting, news()))).toEqual({
      'no error': hour.times,
      TOO_MANY_ACTS: 60 - hour.times,
    });
    await app.drain();
    expect(await app.sql(`select from good_news where tenant_id = $1`, [people[0]!.tenantId])).toHaveLength(
      hour.times,
    );
    const { errors } = await mine.query(asking, request());
    expect(errors?.[0]?.extensions).toEqual({
      code: 'TOO_MANY_ACTS',
      params: { retryAfterSeconds: expect.any(Number) },
    });
    const { retryAfterSeconds } = errors![0]!.extensions.params as { retryAfterSeconds: number };
    await (await app.as(people[1]!)).ask(posting, news());
    await app.advance(retryAfterSeconds);
    await mine.ask(asking, request());
  }, 60_000);

  it('a day has its own end', async () => {
    const mine = await app.as(people[0]!);
    for (let sent = 0; sent < day.times; sent += hour.times) {
      expect(await outcomes(hour.times, () => mine.refusal(posting, news()))).toEqual({
        'no error': hour.times,
      });
      await app.advance(3_600);
    }
    expect(await mine.refusal(posting, news())).toBe('TOO_MANY_ACTS');
    await app.advance(86_400);
    await mine.ask(posting, news());
  }, 120_000);

  it('a repetition of one sending costs nothing, and neither does what is refused', async () => {
    const mine = await app.as(people[0]!);
    const once = news({ idempotencyKey: 'once' });
    for (let i = 0; i < 2 * hour.times; i++) await mine.ask(posting, once);
    expect(await outcomes(2 * hour.times, () => mine.refusal(posting, news({ body: '' })))).toEqual({
      BAD_USER_INPUT: 2 * hour.times,
    });
    expect(await outcomes(hour.times, () => mine.refusal(posting, news()))).toEqual({
      'no error': hour.times - 1,
      TOO_MANY_ACTS: 1,
    });
    await mine.ask(posting, once);
  }, 60_000);

  it('without a name counts as well, and no count says whose it is', async () => {
    const mine = await app.as(people[0]!);
    const unnamed = () => mine.refusal(asking, request({ anonymous: true }));
    expect(await outcomes(hour.times + 3, unnamed)).toEqual({ 'no error': hour.times, TOO_MANY_ACTS: 3 });
    const counts = JSON.stringify(await app.sql(`select * from auth.throttle where bucket like 'acts:%'`));
    for (const { memberId, userId, email } of people)
      for (const name of [memberId, userId, email]) expect(counts).not.toContain(name);
  }, 60_000);

  it('in one organisation is not counted in another', async () => {
    const mine = await app.as(people[0]!);
    await outcomes(hour.times, () => mine.refusal(posting, news()));
    const elsewhere = await app.tenant();
    const second = await app.member(elsewhere);
    await app.sql(`update member set user_id = $2 where id = $1`, [second.memberId, people[0]!.userId]);
    const there: TestClient = app.client(elsewhere.slug);
    for (const [name, value] of mine.cookies) there.cookies.set(name, value);
    expect(await mine.refusal(posting, news())).toBe('TOO_MANY_ACTS');
    await there.ask(posting, { input: { body: 'はじめまして', audience: 'TENANT' } });
    expect(await there.refusal(posting, news())).toBe('NOT_FOUND');
  }, 60_000);

  it('invitations to strangers have an end, too', async () => {
    const office = await app.member({ id: people[0]!.tenantId, slug: people[0]!.slug }, { role: 'ADMIN' });
    const desk = await app.as(office);
    const { times } = reachLimits.PEOPLE.hour;
    let i = 0;
    const one = () =>
      desk.refusal(inviting, { input: { email: `guest${(i += 1)}@example.jp`, displayName: '山田 花子' } });
    expect(await outcomes(times + 2, one)).toEqual({ 'no error': times, TOO_MANY_ACTS: 2 });
  }, 60_000);
});

describe('the list of acts', () => {
  it('names none that is not there', async () => {
    const { __schema: schema } = await app
      .client()
      .ask<{ __schema: { mutationType: { fields: { name: string }[] } } }>(
        `{ __schema { mutationType { fields { name } } } }`,
      );
    const names = schema.mutationType.fields.map(({ name }) => name);
    expect(Object.keys(reachOfActs).filter((name) => !names.includes(name))).toEqual([]);
  });
});
