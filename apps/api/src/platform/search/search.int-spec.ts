import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FoldedAgain1763690000025 } from '../../../migrations/0025-folded-again.js';
import {
  circle,
  listTitles,
  postRequest,
  type Circle,
} from '../../support/requests/support-request.factory.js';
import { startApp, type TestApp, type TestClient } from '../testing/start-app.js';
import { gramsOf } from './fold.js';

let app: TestApp;
let here: Circle;
let asker: TestClient, reader: TestClient;
beforeAll(async () => {
  app = await startApp();
  here = await circle(app);
  [asker, reader] = here.clients as [TestClient, TestClient];
});
afterAll(() => app.stop());

const post = (title: string, body: string) => postRequest(asker, here.groupId, { title, body });
const found = (search: string) => listTitles(reader, { search });

describe('a search', () => {
  it('finds a word however it was typed', async () => {
    await post('資金\n繰り', '10〜20％の値上げ、−5度の倉庫、見積――もり“済み”');
    await post('カ゛ラスの修理', '髙橋さん、葛\u{e0100}城の\ufa10本さん');
    for (const word of ['資金繰り', '資金 繰り', '10～20%', '-5度', '見積—―もり', '"済み"'])
      expect([word, await found(word)]).toEqual([word, ['資金\n繰り']]);
    for (const word of [
      'ガラス',
      'ｶﾞﾗｽ',
      '高橋',
      '髙橋',
      '葛城',
      '葛\u{e0100}城',
      '塚本',
      '\ufa10本',
      'ガ\u200bラス',
    ])
      expect([word, await found(word)]).toEqual([word, ['カ゛ラスの修理']]);
  });

  it('of two words finds what holds both, in any order and wherever they stand', async () => {
    await post('IT補助金の申請', 'どこから始めましたか');
    await post('補助金のこと', 'ものづくりの機械を買いたいです');
    for (const words of ['補助金 IT', 'IT 補助金', '申請　始め　補助金', 'it補助金'])
      expect([words, await found(words)]).toEqual([words, ['IT補助金の申請']]);
    expect(await found('補助金 資金繰り')).toEqual([]);
    expect(await listTitles(asker, { search: '補助金 機械', mine: true })).toEqual(['補助金のこと']);
    expect(await listTitles(asker, { search: '補助金 旅行', mine: true })).toEqual([]);
  });

  it('finds nothing in another group or another organisation', async () => {
    const elsewhere = await circle(app);
    expect(await listTitles(elsewhere.clients[1]!, { search: '補助金 IT' })).toEqual([]);
    const members = await app.members(here.tenant, [{}, {}, {}]);
    await app.group(here.tenant, members);
    expect(await listTitles(await app.as(members[0]!), { search: '補助金 IT' })).toEqual([]);
  });

  it('finds what had been folded otherwise before, once it is folded again', async () => {
    await post('敷金の相談', '本文');
    const before = '濵 “敷金” か ゙\u200bらす 〜 資金 繰り';
    await app.sql(
      `with was as (update search_document set folded = $1 where folded like '%敷金%' returning *),
         gone as (delete from search_gram g using was d where g.tenant_id = d.tenant_id and g.subject_id = d.subject_id)
       select 1`,
      [before],
    );
    await app.sql(
      `insert into search_gram (tenant_id, audience_id, kind, gram, at, subject_id)
       select d.tenant_id, d.audience_id, 's', g, d.at, d.subject_id from search_document d, unnest($2::text[]) g where d.folded = $1`,
      [before, gramsOf(before)],
    );
    expect(await found('がらす 資金繰り')).toEqual([]);
    await new FoldedAgain1763690000025().up({ query: app.sql.bind(app) } as never);
    for (const words of ['浜', '濵', '"敷金"', 'ガラス', '~', '資金繰り', '敷金 がらす'])
      expect([words, (await found(words)).includes('敷金の相談')]).toEqual([words, true]);
    const [row] = await app.sql<{ folded: string; grams: string[] }>(
      `select d.folded, array_agg(g.gram) as grams from search_document d join search_gram g using (tenant_id, audience_id, at, subject_id)
       where d.folded like '%敷金%' group by 1`,
    );
    expect(row!.grams.toSorted()).toEqual(gramsOf(row!.folded).toSorted());
  });
});
