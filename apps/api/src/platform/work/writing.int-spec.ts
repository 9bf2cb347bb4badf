import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GroupId, Id, MeetingId, PlainDate } from '@yoriai/domain/kernel';
import { v7 as uuidv7 } from 'uuid';
import { startApp, type TestApp, type TestMember } from '../testing/start-app.js';
import type { TenantTx } from './tenant-tx.js';

let app: TestApp;
let admin: TestMember;
let groupId: GroupId;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());
beforeEach(async () => {
  const tenant = await app.tenant();
  admin = await app.member(tenant, { role: 'ADMIN' });
  groupId = await app.group(tenant, [admin]);
});

const inTenant = <T>(run: (tx: TenantTx) => Promise<T>): Promise<T> =>
  app.work.asSystem(admin.tenantId, 'test', run);
const words = `「a", b\\c' \n\t😀 {x,"y"} $1`;
const moment = new Date('2026-03-29T01:30:00.123Z');

/** With a list in JSON, moments to the millisecond, nulls and awkward words. */
function meeting(seriesId: Id<'MeetingSeries'>, n: number) {
  return {
    id: uuidv7() as MeetingId,
    groupId,
    seriesId,
    title: `${words} ${n}`,
    recurrenceId: `2026-04-0${n}T19:00`,
    startsAtLocal: `2026-04-0${n}T19:00`,
    timeZone: 'Asia/Tokyo',
    startsAt: moment,
    endsAt: new Date(moment.getTime() + 5_400_000),
    durationMinutes: 90,
    format: 'ONLINE' as const,
    place: null,
    url: words,
    status: 'SCHEDULED' as const,
    cancelReason: null,
    timeSetAt: moment,
    agenda: [
      { id: uuidv7() as Id<'AgendaStep'>, kind: 'CUSTOM' as const, title: words, minutes: n, topicId: null },
    ] as never,
    createdAt: moment,
  };
}
async function series(tx: TenantTx): Promise<Id<'MeetingSeries'>> {
  const id = tx.newId<'MeetingSeries'>();
  await tx.insert('meeting_series', {
    id,
    groupId,
    title: words,
    rule: null,
    startsAtLocal: '2026-04-01T19:00',
    timeZone: 'Asia/Tokyo',
    durationMinutes: 90,
    format: 'ONLINE',
    skipped: ['2026-04-08T19:00', words],
    createdAt: moment,
  });
  return id;
}
const rows = (table: string): Promise<Record<string, unknown>[]> =>
  app.sql(`select * from "${table}" where tenant_id = $1 order by 1, 2`, [admin.tenantId]);

describe('rows that are added', () => {
  it('stand there as they were given, with the tenant and with defaults for what was left out', async () => {
    const id = await inTenant(series);
    expect(await rows('meeting_series')).toEqual([
      expect.objectContaining({
        tenant_id: admin.tenantId,
        id,
        title: words,
        rule: null,
        skipped: ['2026-04-08T19:00', words],
        created_at: moment,
        ended: false,
        sequence: 0,
        version: 1,
      }),
    ]);
  });

  it('are the same one by one and many at a time', async () => {
    const given = await inTenant(async (tx) => {
      const id = await series(tx);
      const some = [meeting(id, 1), meeting(id, 2), meeting(id, 3)];
      await tx.insert('meeting', some[0]!);
      await tx.insert('meeting', some.slice(1));
      return some;
    });
    const found = await rows('meeting');
    for (const [i, { id, agenda, title, url }] of given.entries())
      expect(found[i]).toMatchObject({ id, agenda, title, url, starts_at: moment, place: null, version: 1 });
    expect(found).toHaveLength(3);
  });

  it('keep a day a day', async () => {
    const days: [PlainDate, PlainDate] = ['2026-03-29', '2027-03-28'];
    await inTenant((tx) =>
      tx.insert('programme', {
        id: tx.newId<'Programme'>(),
        name: words,
        startsOn: days[0],
        endsOn: days[1],
        createdAt: tx.now,
      }),
    );
    expect(await rows('programme')).toMatchObject([{ name: words, starts_on: days[0], ends_on: days[1] }]);
  });

  it('are none where there are none', async () => {
    await inTenant((tx) => tx.insert('meeting', []));
    expect(await rows('meeting')).toEqual([]);
  });

  it('have the same columns where there are many', async () => {
    const adding = inTenant(async (tx) => {
      const id = await series(tx);
      await tx.insert('meeting', [meeting(id, 1), { ...meeting(id, 2), createdAt: undefined as never }]);
    });
    await expect(adding).rejects.toThrow('the same columns');
    expect(await rows('meeting')).toEqual([]);
  });

  it('are of the table and of no other', async () => {
    await inTenant(async (tx) => {
      const note = { audienceId: tx.newId<'Audience'>() };
      // @ts-expect-error a column that the table does not have, in an object that is handed on
      const withMore = () => tx.update('programme', { id: tx.newId<'Programme'>() }, { name: 'x', ...note });
      // @ts-expect-error the id of something else
      const other = () => tx.update('programme', { id: tx.newId<'Meeting'>() }, { name: 'x' });
      // @ts-expect-error what must be there is missing
      const less = () => tx.insert('programme', { id: tx.newId<'Programme'>() });
      // @ts-expect-error no such state
      const state = () => tx.update('meeting', { groupId }, { status: 'ASLEEP' });
      expect([withMore, other, less, state]).toHaveLength(4);
    });
  });
});

describe('rows that are changed', () => {
  it('are counted: none where another version stands', async () => {
    const id = await inTenant(series);
    const counted = await inTenant(async (tx) => [
      await tx.update('meeting_series', { id, version: 7 }, { title: 'x', version: 8 }),
      await tx.update('meeting_series', { id, version: 1 }, { skipped: [], rule: undefined, version: 2 }),
    ]);
    expect(counted).toEqual([0, 1]);
    expect(await rows('meeting_series')).toMatchObject([
      { title: words, skipped: [], rule: null, version: 2 },
    ]);
  });

  it('are of this tenant', async () => {
    const id = await inTenant(series);
    const stranger = await app.member(await app.tenant());
    const changed = await app.work.asSystem(stranger.tenantId, 'test', (tx) =>
      tx.update('meeting_series', { id }, { title: 'x' }),
    );
    expect(changed).toBe(0);
  });

  it('are told by a key, and something is changed', async () => {
    const id = await inTenant(series);
    await expect(inTenant((tx) => tx.update('meeting_series', {}, { title: 'x' }))).rejects.toThrow('a key');
    await expect(inTenant((tx) => tx.update('meeting_series', { id }, {}))).rejects.toThrow('nothing');
  });
});

it('one text stands under one name, which Postgres does not cut off', async () => {
  const prepared = await inTenant(async (tx) => {
    const id = await series(tx);
    await tx.insert('meeting', [meeting(id, 1), meeting(id, 2)]);
    await tx.update('meeting', { seriesId: id }, { title: 'x' });
    await tx.update('meeting', { seriesId: id }, { title: 'y' });
    return tx.sql<{ name: string; statement: string }>(
      'test.prepared',
      `select name, statement from pg_prepared_statements where name ~ '^meeting(_series)?\\.'`,
    );
  });
  const verbs = prepared.map(({ name }) => name.replace(/ [0-9a-f]{12}$/, ''));
  expect(verbs).toEqual(
    expect.arrayContaining(['meeting_series.insert', 'meeting.insert-all', 'meeting.update']),
  );
  expect(new Set(prepared.map(({ statement }) => statement)).size).toBe(prepared.length);
  expect(Math.max(...prepared.map(({ name }) => name.length))).toBeLessThan(64);
});
