import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { ReadersOfSupport1763690000032 } from '../../../migrations/0032-readers-of-support.js';
import { startApp, type TestApp } from '../../platform/testing/start-app.js';
import { circle, postRequest } from './support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const tells = (): Promise<{ reader: string; state: string }[]> =>
  app.sql(`select reader, state from delivery where reader like 'support.tell%' order by reader`);

test('what an earlier version was still to tell is told by the reader that took over', async () => {
  const { groupId, clients } = await circle(app);
  await postRequest(clients[0]!, groupId);
  const before = await tells();
  expect(before.map(({ reader }) => reader)).toEqual(['support.tell-of-request']);
  await app.sql(`update delivery set reader = 'support.tell' where reader = 'support.tell-of-request'`);
  await new ReadersOfSupport1763690000032().up({
    query: (text: string) => app.sql(text),
  } as unknown as QueryRunner);
  expect(await tells()).toEqual(before);
});
