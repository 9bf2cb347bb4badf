import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { publicId } from '@yoriai/domain/kernel';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { codeFor, linkFor, mailsTo, register, unprove } from '../sign-in/sign-in.factory.js';
import { rosterCommand } from './roster-command.js';

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await startApp();
  folder = mkdtempSync(join(tmpdir(), 'yoriai-roster-'));
});
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const example = (name: string): Buffer =>
  readFileSync(new URL(`../../../../../examples/${name}`, import.meta.url));
const file = (content: string | Buffer) => ({
  fileName: '名簿.csv',
  base64: Buffer.from(content).toString('base64'),
});
const header = '氏名,ふりがな,メール,屋号,電話,業種,得意なこと,役割,グループ';
const roster = (...lines: string[]) => file([header, ...lines].join('\r\n'));

const previewing = `query ($input: RosterFileInput!) { previewRosterImport(input: $input) {
  importable encoding groups problems { line column code value } rows { line name kana email phone role facilitates groups outcome } } }`;
const importing = `mutation ($input: ImportRosterInput!) { importRoster(input: $input) { created updated unchanged invited proposed groupsCreated } }`;
interface Preview {
  previewRosterImport: {
    importable: boolean;
    encoding: string;
    groups: string[];
    problems: { line: number; column: string | null; code: string; value: string | null }[];
    rows: { line: number; name: string; outcome: string }[];
  };
}
type Imported = { importRoster: Record<string, number> };

async function office() {
  await app.sql(`delete from auth.throttle`);
  const tenant = await app.tenant();
  const admin = await app.member(tenant, { role: 'ADMIN', name: '佐藤 事務局' });
  return { tenant, admin, desk: await app.as(admin) };
}
const preview = async (desk: TestClient, input: object) =>
  (await desk.ask<Preview>(previewing, { input })).previewRosterImport;
const run = async (desk: TestClient, input: object) =>
  (await desk.ask<Imported>(importing, { input })).importRoster;
const everything = (tenantId: string) =>
  app.sql(
    `select (select count(*) from member where tenant_id = $1) as members, (select count(*) from invitation where tenant_id = $1) as invitations,
       (select count(*) from "group" where tenant_id = $1) as groups, (select count(*) from group_membership where tenant_id = $1) as seats,
       (select count(*) from domain_event where tenant_id = $1) as events`,
    [tenantId],
  );

describe('a roster', () => {
  it.each([
    ['roster-chamber.csv', 'Shift_JIS', ['水曜会', '朝の会', 'ものづくり部会'], 23],
    ['roster-franchise.csv', 'UTF-8', ['東日本 一班', '東日本 二班', '西日本 一班'], 24],
  ])(
    '%s comes in whole: people, groups, one invitation each',
    async (name, encoding, groups, withMail) => {
      const { desk } = await office();
      const shown = await preview(desk, file(example(name)));
      expect(shown).toMatchObject({ importable: true, encoding, groups, problems: [] });
      expect(shown.rows).toHaveLength(26);
      expect(await run(desk, file(example(name)))).toEqual({
        created: 26,
        updated: 0,
        unchanged: 0,
        invited: withMail,
        proposed: 0,
        groupsCreated: 3,
      });
      const { groups: made } = await desk.ask<{
        groups: { edges: { node: { name: string; memberships: { role: string }[] } }[] };
      }>(`{ groups { edges { node { name memberships { role member { displayName } } } } } }`);
      for (const { node } of made.edges)
        expect(node.memberships.filter(({ role }) => role === 'FACILITATOR')).toHaveLength(1);
      const { members } = await desk.ask<{ members: { edges: { node: { displayName: string } }[] } }>(
        `{ members(search: "すずき", status: [INVITED]) { edges { node { displayName } } } }`,
      );
      expect(members.edges.map(({ node }) => node.displayName)).toEqual(
        name.includes('chamber') ? ['鈴木 一郎'] : [],
      );
      expect(await preview(desk, file(example(name)))).toMatchObject({ problems: [], groups: [] });
      expect(await run(desk, file(example(name)))).toEqual({
        created: 0,
        updated: 0,
        unchanged: 26,
        invited: 0,
        proposed: 0,
        groupsCreated: 0,
      });
    },
    60_000,
  );

  it('brings its people in: the mailed link opens the place that was kept', async () => {
    const { tenant, desk } = await office();
    await run(
      desk,
      roster('髙橋 一郎,ﾀｶﾊｼ ｲﾁﾛｳ,ichiro@takahashi.example,髙橋酒店,9012345678,小売業,仕入れ,進行役,朝の会'),
    );
    const token = await linkFor(app, 'invite', 'ichiro@takahashi.example');
    expect(await mailsTo(app, 'ichiro@takahashi.example')).toHaveLength(1);
    const ichiro = app.client();
    const { acceptInvitation } = await ichiro.ask<{ acceptInvitation: object }>(
      `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { member { displayName kana phone businessName groups { name } } } }`,
      { input: { token } },
    );
    expect(acceptInvitation).toEqual({
      member: {
        displayName: '髙橋 一郎',
        kana: 'たかはし いちろう',
        phone: '090-1234-5678',
        businessName: '髙橋酒店',
        groups: [{ name: '朝の会' }],
      },
    });
    expect(
      await run(desk, roster('髙橋 一郎,,ichiro@takahashi.example,髙橋酒店 本店,,,,,朝の会')),
    ).toMatchObject({ created: 0, updated: 1, invited: 0 });
    expect(
      await app.sql(
        `select business_name, phone from member where tenant_id = $1 and display_name = '髙橋 一郎'`,
        [tenant.id],
      ),
    ).toEqual([{ business_name: '髙橋酒店 本店', phone: '090-1234-5678' }]);
  });

  it('with one bad row changes nothing, and says which cell is bad', async () => {
    const { tenant, desk } = await office();
    const before = await everything(tenant.id);
    const input = roster(
      '山田 花子,,hanako@example.jp,,,,,,朝の会',
      '鈴木 一,,鈴木@,,,,,,',
      ',,a@example.jp,,,,,,',
      '佐藤 健,,hanako@example.jp,,,,,,',
      `田中 実,,b@example.jp,${'あ'.repeat(10_000)},,,,,`,
      '伊藤\u0000,,c@example.jp,,,,,社長,',
      '🌸 さくら,,d@example.jp,,03-1,,,,',
    );
    const { importable, problems } = await preview(desk, input);
    expect(importable).toBe(false);
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'メール', 'BAD_EMAIL'],
      [4, '氏名', 'NAME_MISSING'],
      [5, 'メール', 'DUPLICATE_EMAIL'],
      [6, '屋号', 'TOO_LONG'],
      [7, '氏名', 'BAD_CHARACTERS'],
      [7, '役割', 'UNKNOWN_ROLE'],
      [8, '電話', 'BAD_PHONE'],
    ]);
    const { errors } = await desk.query(importing, { input });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'ROSTER_HAS_PROBLEMS', params: { count: 7 } });
    expect(await everything(tenant.id)).toEqual(before);
  });

  it.each([
    ['nothing', '', 'FILE_EMPTY'],
    ['a header alone', header, 'FILE_EMPTY'],
    ['no header', '山田,090-1234-5678', 'NAME_COLUMN_MISSING'],
    ['a workbook', Buffer.from('PK\u0003\u0004...'), 'FILE_IS_EXCEL'],
    ['an open quotation mark', `${header}\n"山田`, 'FILE_MALFORMED'],
    ['bytes that are no text', Buffer.from([0xff, 0xfd, 0x81, 0x00]), 'FILE_UNREADABLE'],
    ['more than a megabyte', Buffer.alloc(1_000_001, 'あ'), 'FILE_TOO_BIG'],
    [
      'a thousand and one people',
      [header, ...Array.from({ length: 1_001 }, (_, i) => `会員${i},,m${i}@example.jp,,,,,,`)].join('\n'),
      'TOO_MANY_ROWS',
    ],
  ])('made of %s is refused with a reason', async (_what, content, code) => {
    const { tenant, desk } = await office();
    const before = await everything(tenant.id);
    expect((await preview(desk, file(content))).problems.map((problem) => problem.code)).toContain(code);
    expect(await desk.refusal(importing, { input: file(content) })).toBe('ROSTER_HAS_PROBLEMS');
    expect(await everything(tenant.id)).toEqual(before);
  });

  it('that is not base64 is refused', async () => {
    const { desk } = await office();
    expect(await desk.refusal(previewing, { input: { fileName: 'x', base64: '%%%' } })).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('does not fill a group beyond its seats', async () => {
    const { desk } = await office();
    const people = Array.from({ length: 9 }, (_, i) => `会員${i},,seat${i}@example.jp,,,,,,朝の会`);
    expect((await preview(desk, roster(...people))).problems).toEqual([
      { line: 10, column: 'グループ', code: 'GROUP_FULL', value: '朝の会' },
    ]);
    await run(desk, roster(...people.slice(0, 8)));
    expect((await preview(desk, roster(people[8]!))).problems).toMatchObject([
      { line: 2, code: 'GROUP_FULL' },
    ]);
  });

  it('asks a group in which people have begun to talk before a member joins it', async () => {
    const { tenant, admin, desk } = await office();
    const group = await app.group(tenant, [admin, await app.member(tenant)], '朝の会');
    await app.sql(`update "group" set first_content_at = app.now() where id = $1`, [group]);
    const line = '山田 花子,,proposed@example.jp,,,,,,朝の会';
    expect(await run(desk, roster(line))).toMatchObject({ created: 1, proposed: 1, invited: 1 });
    expect(await run(desk, roster(line))).toMatchObject({ unchanged: 1, proposed: 0 });
  });

  it('lets the importer lead a group that it makes, and enter none that is there', async () => {
    const { admin, desk } = await office();
    const me = (groups: string) =>
      roster(
        '会員,,new.one@example.jp,,,,,,はじめの会',
        `佐藤 事務局,,${admin.email},,,,,事務局 兼 進行役,${groups}`,
      );
    expect(await run(desk, me('はじめの会'))).toMatchObject({ created: 1, updated: 1, groupsCreated: 1 });
    const other = roster(`佐藤 事務局,,${admin.email},,,,,,つぎの会`);
    expect((await preview(desk, other)).problems).toMatchObject([{ code: 'OWN_SEAT' }]);
  });

  it('can wait with its invitations, and sends each once', async () => {
    const { desk } = await office();
    const input = roster('山田 花子,,later@example.jp,,,,,,');
    expect(await run(desk, { ...input, sendInvitations: false })).toMatchObject({ created: 1, invited: 0 });
    await app.drain();
    expect(await mailsTo(app, 'later@example.jp')).toEqual([]);
    expect(await run(desk, input)).toMatchObject({ unchanged: 1, invited: 1 });
    expect(await run(desk, input)).toMatchObject({ unchanged: 1, invited: 0 });
    await linkFor(app, 'invite', 'later@example.jp');
    expect(await mailsTo(app, 'later@example.jp')).toHaveLength(1);
  });

  it('imported twice at the same moment is imported once', async () => {
    const { tenant, desk } = await office();
    const input = roster('山田 花子,,twins@example.jp,,,,,,朝の会');
    const results = await Promise.all([run(desk, input), run(desk, input)]);
    expect(results.map(({ created }) => created).toSorted()).toEqual([0, 1]);
    const keyed = { ...roster('鈴木 一,,keyed@example.jp,,,,,,'), idempotencyKey: 'roster-1' };
    expect(await run(desk, keyed)).toEqual(await run(desk, keyed));
    expect(await everything(tenant.id)).toMatchObject([{ members: '3', invitations: '2', groups: '1' }]);
  });

  it('of one organisation keeps no one else waiting, and is asked to come again while another is at work', async () => {
    const { tenant, desk } = await office();
    const elsewhere = await office();
    const holder = new pg.Client({ connectionString: app.application.database.ownerUrl });
    await holder.connect();
    try {
      await holder.query(
        `select pg_advisory_lock(hashtextextended($1, 2)), pg_advisory_lock(hashtextextended($2, 1))`,
        [`roster:${tenant.id}`, `directory:${tenant.id}`],
      );
      const many = Array.from({ length: 20 }, (_, i) =>
        desk.refusal(importing, { input: roster(`会員,,busy${i}@example.jp,,,,,,`) }),
      );
      // They are on their way, and the others go on.
      expect(await run(elsewhere.desk, roster('山田 花子,,calm@example.jp,,,,,,'))).toMatchObject({
        created: 1,
      });
      const list = '{ members { edges { node { id } } } }';
      await Promise.all(Array.from({ length: 20 }, () => elsewhere.desk.ask(list)));
      await desk.ask(list);
      const inviting = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { id } }`;
      const input = { email: 'one@example.jp', displayName: '一人' };
      expect(await desk.refusal(inviting, { input })).toBe('ROSTER_BUSY');
      expect(await elsewhere.desk.refusal(inviting, { input })).toBe('no error');
      expect(new Set(await Promise.all(many))).toEqual(new Set(['ROSTER_BUSY']));
    } finally {
      await holder.end();
    }
    expect(await run(desk, roster('山田 花子,,after@example.jp,,,,,,'))).toMatchObject({ created: 1 });
  });

  it('that would take a reader minutes is answered', async () => {
    const { desk } = await office();
    expect(
      await desk.refusal(previewing, { input: { fileName: 'x', base64: `${'\n'.repeat(1_000_000)}%` } }),
    ).toBe('BAD_USER_INPUT');
    const brackets = `氏名${'('.repeat(900_000)},電話\n山田,1`;
    expect((await preview(desk, file(brackets))).problems).toMatchObject([{ code: 'NAME_COLUMN_MISSING' }]);
  });

  it('is the office’s work, for its own organisation', async () => {
    const { tenant, desk } = await office();
    const member = await app.as(await app.member(tenant));
    const input = roster('山田 花子,,hanako@example.jp,,,,,,');
    for (const document of [previewing, importing]) {
      expect(await member.refusal(document, { input })).toBe('FORBIDDEN');
      expect(await app.client().refusal(document, { input })).toBe('UNAUTHENTICATED');
    }
    const foreign = publicId('Programme', '01938f4e-0000-7000-8000-000000000001');
    expect(
      await desk.refusal(importing, {
        input: { ...roster('A,,a1@example.jp,,,,,,新しい会'), programmeId: foreign },
      }),
    ).toBe('NOT_FOUND');
    expect(await desk.refusal(importing, { input: { ...input, programmeId: 'prg_1' } })).toBe('NOT_FOUND');
    const elsewhere = await office();
    await run(desk, input);
    expect((await preview(elsewhere.desk, input)).rows).toMatchObject([{ outcome: 'NEW' }]);
  });
});

describe('an admin with an unproven address', () => {
  it('works with its directory; writes to many people only after proving its own address', async () => {
    await app.sql(`delete from auth.throttle`);
    const desk = app.client();
    await register(app, desk, { email: 'unproven@example.jp' });
    await unprove(app, 'unproven@example.jp');
    expect(await run(desk, file(example('roster-chamber.csv')))).toMatchObject({
      created: 26,
      invited: 23,
      groupsCreated: 3,
    });
    const { members } = await desk.ask<{ members: { edges: object[] } }>(
      `{ members(search: "橋") { edges { node { id } } } }`,
    );
    expect(members.edges).toHaveLength(3);
    const many = roster(...Array.from({ length: 28 }, (_, i) => `会員${i},,many${i}@example.jp,,,,,,`));
    const { errors } = await desk.query(importing, { input: many });
    expect(errors?.[0]?.extensions).toEqual({ code: 'EMAIL_UNPROVEN', params: { limit: 50 } });
    expect(await run(desk, { ...many, sendInvitations: false })).toMatchObject({ created: 28, invited: 0 });
    const code = await codeFor(app, desk, 'unproven@example.jp');
    await desk.ask(
      `mutation ($code: String!) { signInWithCode(email: "unproven@example.jp", code: $code) { user { id } } }`,
      { code },
    );
    expect(await run(desk, many)).toMatchObject({ unchanged: 28, invited: 28 });
  });

  it('brings in a thousand people in one go', async () => {
    const { desk } = await office();
    const people = Array.from(
      { length: 1_000 },
      (_, i) => `会員 ${i},かいいん,p${i}@many.example,屋号${i},,,,,`,
    );
    expect(await run(desk, roster(...people))).toMatchObject({ created: 1_000, invited: 1_000 });
    expect(await run(desk, roster(...people))).toMatchObject({ unchanged: 1_000, invited: 0 });
  });
});

describe('the roster command', () => {
  const command = async (...args: string[]) => {
    const lines: string[] = [];
    return { code: await rosterCommand(app.application.app, args, (line) => lines.push(line)), lines };
  };
  const written = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('checks first, then imports, also into an organisation without a sign-in yet', async () => {
    const { slug, id } = await app.tenant();
    const path = written('chamber.csv', example('roster-chamber.csv'));
    const dry = await command('--tenant', slug, '--file', path, '--dry-run');
    expect(dry).toEqual({
      code: 0,
      lines: [
        '26人を読み取りました(Shift_JIS)。',
        '問題ありません。新しい会員 26人、変更 0人、変更なし 0人。新しいグループ: 水曜会、朝の会、ものづくり部会',
      ],
    });
    expect(await app.sql(`select from member where tenant_id = $1`, [id])).toEqual([]);
    const real = await command('--tenant', slug, '--file', path, '--lang', 'en');
    expect(real).toEqual({
      code: 0,
      lines: ['Read 26 people (Shift_JIS).', 'Imported: 26 new members, 0 changed, 23 invitations by mail.'],
    });
    expect(await app.sql(`select from member where tenant_id = $1 and role = 'ADMIN'`, [id])).toHaveLength(2);
  });

  it('names every bad row in the language of the organisation or the one asked for', async () => {
    const { slug } = await app.tenant();
    const path = written('bad.csv', `${header}\n山田,,x,,,,,,\n鈴木,,,,,,,,`);
    expect(await command('--tenant', slug, '--file', path)).toEqual({
      code: 1,
      lines: [
        '2行目「メール」: メールアドレスの形が正しくありません (x)',
        '3行目「メール」: メールか電話のどちらかを入れてください',
        '問題が2件あります。何も取り込んでいません。',
      ],
    });
    const { lines } = await command('--tenant', slug, '--file', path, '--lang', 'en');
    expect(lines[0]).toBe('line 2, “メール”: this is not an e-mail address (x)');
  });

  it('says what it wants, and what is not there', async () => {
    const { slug } = await app.tenant();
    expect((await command()).code).toBe(2);
    expect((await command('--tenant', slug)).code).toBe(2);
    expect((await command('--tenant', slug, '--file', 'x', '--nonsense')).code).toBe(2);
    expect(await command('--tenant', 'nobody', '--file', 'x')).toEqual({
      code: 1,
      lines: ['団体 nobody が見つかりません。'],
    });
    expect((await command('--tenant', slug, '--file', join(folder, 'missing.csv'))).code).toBe(1);
  });
});
