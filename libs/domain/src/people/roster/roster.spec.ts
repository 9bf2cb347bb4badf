import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GroupId, MemberId } from '../../kernel/index.js';
import { columnOfHeader } from './roster-columns.js';
import { rosterProblemText } from './roster-words.js';
import {
  planRoster,
  readGroups,
  readRole,
  readRoster,
  rosterLimits,
  rosterProblemCodes,
  type KnownGroup,
  type KnownMember,
  type KnownTenant,
} from './roster.js';

const file = (...lines: string[]) =>
  readRoster(lines.map((line, i) => ({ line: i + 1, cells: line.split(',') })));
const header = '氏名,ふりがな,メール,屋号,電話,業種,得意なこと,役割,グループ';
const memberId = (n: number) => `01938f4e-0000-7000-8000-${String(n).padStart(12, '0')}` as MemberId;
const known = (n: number, over: Partial<KnownMember> = {}): KnownMember => ({
  id: memberId(n),
  displayName: `会員 ${n}`,
  kana: null,
  phone: null,
  email: `m${n}@example.jp`,
  businessName: null,
  industry: null,
  prefecture: null,
  strengths: null,
  role: 'MEMBER',
  status: 'ACTIVE',
  ...over,
});
const group = (name: string, over: Partial<KnownGroup> = {}): KnownGroup => ({
  id: memberId(900) as string as GroupId,
  name,
  capacity: 8,
  open: true,
  memberIds: [],
  facilitatorIds: [],
  seated: 0,
  ...over,
});
const tenant = (over: Partial<KnownTenant> = {}): KnownTenant => ({
  members: [],
  groups: [],
  newGroupCapacity: 8,
  importer: null,
  ...over,
});
const plan = (lines: string[], of: KnownTenant = tenant()) => planRoster(file(header, ...lines).entries, of);

describe('the header of a roster', () => {
  it.each([
    ['氏名', 'name'],
    ['氏　名', 'name'],
    ['\ufeff氏名', 'name'],
    ['\ufeff\ufeff"氏名"', 'name'],
    ['氏\u200b名', 'name'],
    ['氏名(必須)(全角)', 'name'],
    ['氏名(', null],
    ['氏名'.repeat(60), null],
    ['氏名（必須）', 'name'],
    ['※氏名', 'name'],
    ['Name', 'name'],
    ['Full Name', 'name'],
    ['フリガナ', 'kana'],
    ['ﾌﾘｶﾞﾅ', 'kana'],
    ['氏名（カナ）', 'kana'],
    ['E-mail', 'email'],
    ['Ｅメール', 'email'],
    ['メールアドレス', 'email'],
    ['会社名', 'businessName'],
    ['屋号・会社名', 'businessName'],
    ['TEL', 'phone'],
    ['携帯電話', 'phone'],
    ['電話（携帯）', 'phone'],
    ['業種', 'industry'],
    ['得意分野', 'strengths'],
    ['役割', 'role'],
    ['グループ名', 'groups'],
    ['姓', 'familyName'],
    ['住所', null],
    ['', null],
  ] as const)('%j means %s', (text, column) => expect(columnOfHeader(text)).toBe(column));

  it('may stand below a title', () => {
    const { entries, problems } = file(
      'さくら市 経営者名簿,,',
      '令和8年11月現在,,',
      '氏名,メール,備考',
      '山田 花子,hanako@example.jp,新規',
    );
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([{ line: 4, displayName: '山田 花子', email: 'hanako@example.jp' }]);
  });
  it('needs a name and a way to reach people', () => {
    expect(file('屋号,業種', 'カフェ,飲食').problems.map(({ code }) => code)).toEqual([
      'NAME_COLUMN_MISSING',
      'CONTACT_COLUMN_MISSING',
    ]);
    expect(file('氏名,メール,メールアドレス', 'a,a@example.jp,').problems).toMatchObject([
      { line: 1, column: 'メールアドレス', code: 'COLUMN_TWICE' },
    ]);
  });
  it.each([[[]], [['', ',,']], [[header]]])('an empty file says so: %j', (lines) =>
    expect(file(...lines).problems).toMatchObject([{ code: 'FILE_EMPTY' }]),
  );
  it('puts 姓 and 名 together', () => {
    expect(file('姓,名,セイ,メイ,電話', '髙橋,一郎,タカハシ,イチロウ,09012345678').entries).toMatchObject([
      { displayName: '髙橋 一郎', kana: 'たかはし いちろう', phone: '090-1234-5678' },
    ]);
  });
});

describe('a row of a roster', () => {
  it('is read as a person', () => {
    expect(
      file(
        header,
        '山﨑　努,ﾔﾏｻﾞｷ ﾂﾄﾑ,TSUTOMU@example.jp,山﨑木工,９０１２３４５６７８,製造業,家具の修理,進行役,朝の会；夜の会',
      ).entries,
    ).toMatchObject([
      {
        line: 2,
        displayName: '山﨑 努',
        kana: 'やまざき つとむ',
        email: 'tsutomu@example.jp',
        businessName: '山﨑木工',
        phone: '090-1234-5678',
        industry: '製造業',
        strengths: '家具の修理',
        role: 'MEMBER',
        facilitates: true,
        groups: ['朝の会', '夜の会'],
      },
    ]);
  });

  it.each([
    [',,a@example.jp,,,,,,', '氏名', 'NAME_MISSING', null],
    ['山田 花子,,,,,,,,', 'メール', 'CONTACT_MISSING', null],
    ['山田 花子,yamada,a@example.jp,,,,,,', 'ふりがな', 'BAD_KANA', 'yamada'],
    ['山田 花子,,a＠example,,,,,,', 'メール', 'BAD_EMAIL', 'a＠example'],
    ['山田 花子,,,,03-12,,,,', '電話', 'BAD_PHONE', '03-12'],
    ['山田 花子,,a@example.jp,,,,,社長,', '役割', 'UNKNOWN_ROLE', '社長'],
    ['山田 花子,,a@example.jp,,,,,constructor,', '役割', 'UNKNOWN_ROLE', 'constructor'],
    ['山田 花子,,a@example.jp,,,,,進行役,', '役割', 'FACILITATOR_WITHOUT_GROUP', '進行役'],
    [`${'あ'.repeat(81)},,a@example.jp,,,,,,`, '氏名', 'TOO_LONG', `${'あ'.repeat(60)}…`],
    [`山田 花子,,a@example.jp,${'🌸'.repeat(10_000)},,,,,`, '屋号', 'TOO_LONG', `${'🌸'.repeat(60)}…`],
    ['山田\u0000花子,,a@example.jp,,,,,,', '氏名', 'BAD_CHARACTERS', '山田\ufffd花子'],
    [`山田 花子,,a@example.jp,,,,,,${'あ'.repeat(81)}`, 'グループ', 'TOO_LONG', `${'あ'.repeat(60)}…`],
    [
      '山田 花子,,a@example.jp,,,,,,1;2;3;4;5;6;7;8;9;10;11',
      'グループ',
      'TOO_MANY_GROUPS',
      '1;2;3;4;5;6;7;8;9;10;11',
    ],
  ])('%j is named', (row, column, code, value) =>
    expect(file(header, row)).toEqual({ entries: [], problems: [{ line: 2, column, code, value }] }),
  );

  it('names every bad cell of every bad row, and goes on', () => {
    const { entries, problems } = file(
      header,
      'A,,bad,,12,,,,',
      '山田 花子,,a@example.jp,,,,,,',
      '',
      'B,,,,,,,,',
    );
    expect(entries).toHaveLength(1);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'BAD_EMAIL'],
      [2, 'BAD_PHONE'],
      [5, 'CONTACT_MISSING'],
    ]);
  });

  it('is at most one of a thousand', () => {
    const rows = (n: number) => Array.from({ length: n }, (_, i) => `会員${i},,m${i}@example.jp,,,,,,`);
    expect(file(header, ...rows(rosterLimits.rows)).problems).toEqual([]);
    expect(file(header, ...rows(rosterLimits.rows + 1)).problems).toMatchObject([
      { code: 'TOO_MANY_ROWS', value: '1001' },
    ]);
  });

  it.each([
    [['A,,a@example.jp,,,,,,', 'B,,A@EXAMPLE.JP,,,,,,'], 'DUPLICATE_EMAIL'],
    [['山田 花子,,,,09012345678,,,,', '山田　花子,,,,090-1234-5678,,,,'], 'DUPLICATE_PERSON'],
    [['山田 花子,,a@example.jp,,09012345678,,,,', '山田花子,,,,090-1234-5678,,,,'], 'DUPLICATE_PERSON'],
    [['山田 花子,,,,0312345678,,,,', '山田 太郎,,,,03-1234-5678,,,,'], 'PHONE_OF_SOMEONE_ELSE'],
  ])('%j: the later one is named as %s', (rows, code) =>
    expect(file(header, ...rows).problems).toMatchObject([{ line: 3, code }]),
  );

  it('may share the shop’s phone with another person who has an address of their own', () =>
    expect(
      file(header, '山田 花子,,a@example.jp,,0312345678,,,,', '山田 太郎,,b@example.jp,,0312345678,,,,')
        .problems,
    ).toEqual([]));
});

describe('a problem', () => {
  it('is told in both languages with its place and what stands there', () => {
    const problem = { line: 12, column: 'メール', code: 'BAD_EMAIL', value: 'a＠b' } as const;
    expect(rosterProblemText(problem, 'ja')).toBe(
      '12行目「メール」: メールアドレスの形が正しくありません (a＠b)',
    );
    expect(rosterProblemText(problem, 'en')).toBe('line 12, “メール”: this is not an e-mail address (a＠b)');
    for (const code of rosterProblemCodes)
      for (const locale of ['ja', 'en'] as const)
        expect(rosterProblemText({ line: 1, column: null, code, value: null }, locale)).not.toContain(
          'undefined',
        );
  });
});

describe('a cell longer than any', () => {
  it('is too long, whatever it stands for', () => {
    const long = 'あ'.repeat(rosterLimits.cell + 1);
    const { problems } = file(
      '氏名,ふりがな,メール,屋号,電話,業種,都道府県,得意なこと,役割,グループ,備考',
      `${long},${long},${long},${long},${long},${long},${long},${long},${long},${long},${long}`,
    );
    expect(new Set(problems.map(({ column }) => column)).size).toBe(10);
    expect(problems.every(({ value }) => (value ?? '').length <= rosterLimits.shownValue + 1)).toBe(true);
    expect(
      file('氏名,電話,グループ', `山田,09012345678,朝の会${' '.repeat(rosterLimits.cell)}`).problems,
    ).toMatchObject([{ column: 'グループ', code: 'TOO_LONG' }]);
  });
  it('and columns beyond two hundred are passed over', () => {
    const wide = ','.repeat(rosterLimits.columns);
    expect(file(`氏名,電話${wide}氏名`, '山田,09012345678').problems).toEqual([]);
  });
});

describe('words for roles and groups', () => {
  it.each([
    ['', 'MEMBER', false],
    ['会員', 'MEMBER', false],
    ['事務局', 'ADMIN', false],
    ['進行役', 'MEMBER', true],
    ['事務局 兼 進行役', 'ADMIN', true],
    ['Admin, Facilitator', 'ADMIN', true],
    ['ＭＥＭＢＥＲ', 'MEMBER', false],
    ['進行\u200b', 'MEMBER', true],
    ['進\u00ad行\u3164', 'MEMBER', true],
  ])('%j: %s, facilitates %s', (text, role, facilitates) =>
    expect(readRole(text)).toEqual({ role, facilitates }),
  );
  it.each([
    ['朝の会;夜の会', ['朝の会', '夜の会']],
    ['朝の会、夜の会／昼の会', ['朝の会', '夜の会', '昼の会']],
    ['朝の会；朝の 会', ['朝の会']],
    ['朝の会;朝\u200bの会\u202c', ['朝の会']],
    ['\u2800朝の会', ['朝の会']],
    ['大\ufa10会', ['大\ufa10会']],
    ['朝〜夜の会;朝～夜の会', ['朝〜夜の会']],
    ['\u200b;\u3164', []],
    ['', []],
    [' ; ', []],
  ])('%j is %j', (text, groups) => expect(readGroups(text)).toEqual(groups));
});

describe('comparing a roster with who is here', () => {
  it('knows people by mail address, and says what is new', () => {
    const members = [known(1, { displayName: '山田 花子' }), known(2, { displayName: '鈴木 一' })];
    const { rows } = plan(
      [
        '山田 花子,,m1@example.jp,,,,,,',
        '鈴木 一,,m2@example.jp,鈴木酒店,,,,,',
        '佐藤 新,,new@example.jp,,,,,,',
      ],
      tenant({ members }),
    );
    expect(rows.map(({ outcome, member }) => [outcome, member?.id])).toEqual([
      ['UNCHANGED', memberId(1)],
      ['EXISTING', memberId(2)],
      ['NEW', undefined],
    ]);
    expect(rows[1]?.profile.businessName).toBe('鈴木酒店');
  });
  it('then by phone, if the name agrees', () => {
    const members = [known(1, { displayName: '髙橋 一郎', phone: '092-123-4567' })];
    expect(plan(['高橋一郎,,,,0921234567,,,,'], tenant({ members })).rows).toMatchObject([
      { member: { id: memberId(1) } },
    ]);
    expect(plan(['高橋次郎,,,,0921234567,,,,'], tenant({ members })).problems).toMatchObject([
      { code: 'PHONE_OF_SOMEONE_ELSE' },
    ]);
    expect(plan(['高橋次郎,,jiro@example.jp,,0921234567,,,,'], tenant({ members }))).toMatchObject({
      problems: [],
      rows: [{ outcome: 'NEW' }],
    });
  });
  it('an empty cell takes nothing away, and a file takes no admin role away', () => {
    const members = [known(1, { displayName: '山田 花子', strengths: '簿記', role: 'ADMIN' })];
    expect(plan(['山田 花子,,m1@example.jp,,,,,会員,'], tenant({ members })).rows).toMatchObject([
      { outcome: 'UNCHANGED', role: 'ADMIN', profile: { strengths: '簿記' } },
    ]);
  });
  it('does not bring back those who are gone', () => {
    for (const status of ['ALUMNI', 'SUSPENDED', 'DECEASED'] as const)
      expect(
        plan(['会員 1,,m1@example.jp,,,,,,'], tenant({ members: [known(1, { status })] })).problems,
      ).toMatchObject([{ line: 2, code: 'MEMBER_GONE' }]);
  });
  it('the same person by mail and by phone is still one person', () => {
    const members = [known(1, { displayName: '山田 花子', phone: '090-1234-5678' })];
    const { problems } = plan(
      ['山田 花子,,m1@example.jp,,,,,,', '山田 花子,,,,09012345678,,,,'],
      tenant({ members }),
    );
    expect(problems).toMatchObject([{ line: 3, code: 'DUPLICATE_PERSON' }]);
  });
  it('makes unknown groups once, and fills known ones up to their capacity', () => {
    const rows = Array.from({ length: 9 }, (_, i) => `会員${i},,n${i}@example.jp,,,,,,朝の会`);
    expect(plan(rows).newGroups).toEqual(['朝の会']);
    expect(plan(rows).problems).toMatchObject([
      { line: 10, column: 'グループ', code: 'GROUP_FULL', value: '朝の会' },
    ]);
    const nearlyFull = tenant({ groups: [group('朝の会', { seated: 7 })] });
    expect(plan(rows.slice(0, 2), nearlyFull).problems).toMatchObject([{ line: 3, code: 'GROUP_FULL' }]);
    expect(
      plan(rows.slice(0, 1), tenant({ groups: [group('朝の会', { open: false })] })).problems,
    ).toMatchObject([{ code: 'GROUP_CLOSED' }]);
  });
  it('no member joins a group twice; a member may become its facilitator', () => {
    const of = tenant({
      members: [known(1, { displayName: 'A' })],
      groups: [group('朝の会', { seated: 8, memberIds: [memberId(1)] })],
    });
    expect(plan(['A,,m1@example.jp,,,,,,朝の 会'], of)).toMatchObject({
      problems: [],
      rows: [{ outcome: 'UNCHANGED', joins: [] }],
    });
    expect(plan(['A,,m1@example.jp,,,,,進行役,朝の会'], of)).toMatchObject({
      problems: [],
      rows: [{ outcome: 'EXISTING', joins: [{ name: '朝の会' }] }],
    });
  });
  it('no admin takes a seat for themselves, except as facilitator of a new group', () => {
    const me = known(1, { displayName: 'A', role: 'ADMIN' });
    const of = tenant({ members: [me], importer: me.id, groups: [group('朝の会')] });
    expect(plan(['A,,m1@example.jp,,,,,事務局 兼 進行役,朝の会'], of).problems).toMatchObject([
      { code: 'OWN_SEAT' },
    ]);
    expect(plan(['A,,m1@example.jp,,,,,事務局,夜の会'], of).problems).toMatchObject([{ code: 'OWN_SEAT' }]);
    expect(plan(['A,,m1@example.jp,,,,,事務局 兼 進行役,夜の会'], of).problems).toEqual([]);
  });
  it('importing what has just been imported changes nothing', () => {
    const cell = fc.constantFrom('', 'カフェ', 'あ い', '東京', '🌸');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 20 }),
        cell,
        cell,
        (numbers, business, strengths) => {
          const lines = numbers.map(
            (n) => `会員${n},かいいん,m${n}@example.jp,${business},0312345678,,${strengths},,`,
          );
          const first = plan(lines);
          const members = first.rows.map(({ entry, profile, role }, i) =>
            known(i, { ...profile, email: entry.email, role }),
          );
          expect(plan(lines, tenant({ members })).rows.every(({ outcome }) => outcome === 'UNCHANGED')).toBe(
            true,
          );
        },
      ),
    );
  });
  it('reads any text without falling over', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...header.split(','))), {
            maxLength: 10,
          }),
          { maxLength: 10 },
        ),
        (cells) => {
          const { entries, problems } = readRoster(cells.map((row, i) => ({ line: i + 1, cells: row })));
          planRoster(entries, tenant());
          expect(entries.length + problems.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
