import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../testing/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

interface Entry {
  readonly seq: number;
  readonly event_id: string;
  readonly name: string;
  readonly actor_id: string | null;
  readonly ids: Record<string, string>;
  readonly at: Date;
  readonly hash: Buffer;
}

it('holds one entry for each event in one chain, however many are written at once', async () => {
  const tenant = await app.tenant();
  const member = await app.member(tenant);
  for (let batch = 0; batch < 2; batch++) {
    for (let n = 0; n < 3; n++) {
      const event = { name: 'test.happened', ids: { second: String(n), first: member.memberId } };
      await app.work.inTenant(member, (tx) => tx.publish([event, { ...event, anonymous: true }]));
    }
    await app.drain();
  }
  const entries = await app.sql<Entry>(
    `select seq::int, event_id, name, actor_id, ids, at, hash from audit_entry where tenant_id = $1 order by seq`,
    [tenant.id],
  );
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  expect(entries.filter(({ actor_id }) => actor_id === member.memberId)).toHaveLength(6);
  let before: Buffer | string = '';
  for (const { event_id, name, actor_id, ids, at, hash } of entries) {
    const said = JSON.stringify([event_id, name, actor_id, ids, at.toISOString()]);
    expect(hash).toEqual(createHash('sha256').update(before).update(said).digest());
    before = hash;
  }
});
