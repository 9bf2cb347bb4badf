import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { roleUrl } from '../database/roles.js';
import { databaseTypes, type Generated } from './database-types.js';
import {
  namedStatements,
  purgeStatements,
  sources,
  type NamedStatement,
  type Scan,
} from './named-statements.js';
import { copyTemplate, dropDatabase } from './prepare-template.js';

const superuserUrl = process.env['YORIAI_TEST_PG'] ?? '';
const name = `test_${uuidv7().replaceAll('-', '')}`;
const file = join(import.meta.dirname, '../database/generated/database.ts');

let ownerUrl: string;
let scan: Scan;
let statements: readonly NamedStatement[];
let made: Generated;
beforeAll(async () => {
  ownerUrl = await copyTemplate(superuserUrl, name);
  scan = await namedStatements(sources());
  statements = [...scan.statements, ...purgeStatements()];
  made = await types(statements);
});
afterAll(() => dropDatabase(superuserUrl, name));

const types = (of: readonly NamedStatement[]): Promise<Generated> =>
  databaseTypes((role) => roleUrl(ownerUrl, role), of);
const statement = (text: string, by: 'tenant' | 'auth' = 'tenant'): NamedStatement => ({
  name: 'sample.one',
  text,
  by,
  file: 'sample.store.ts',
});
/** What these statements answer with, according to the file. */
async function answers(texts: readonly string[]): Promise<string[]> {
  const { text } = await types(texts.map((one, i) => ({ ...statement(one), name: `sample.${10 + i}` })));
  const rows = /interface Rows \{\n(.*?)\n\}/s.exec(text)?.[1] ?? '';
  return [...rows.matchAll(/'sample\.\d+': (.*);/g)].map(([, row = '']) => row);
}

describe('the committed types of tables and answers', () => {
  it('are those that the migrated database makes (`npm run schema` writes them anew)', () => {
    if (process.env['WRITE_SCHEMA'] === '1') {
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, made.text);
    }
    expect(readFileSync(file, 'utf8')).toBe(made.text);
  });

  it('change with what a statement asks for', async () => {
    const [one, other] = await answers(['select id from member', 'select id, kana from member']);
    expect(one).not.toBe(other);
  });
});

describe('each named statement', () => {
  it('can be read out of the sources, its text the only one of its name', () => {
    expect(scan.unknown).toEqual([]);
    const texts = new Map<string, Set<string>>();
    for (const { name: of, text } of statements) texts.set(of, (texts.get(of) ?? new Set()).add(text));
    expect([...texts].filter(([, different]) => different.size > 1).map(([of]) => of)).toEqual([]);
    expect(statements.length).toBeGreaterThan(350);
  });

  it('is prepared by the migrated database for a role that may run it', () => {
    expect(made.wrong).toEqual([]);
  });

  it.each([
    ['a column that is not there', statement('select nickname from member')],
    ['a table that this role may not read', statement('select email from auth."user"')],
    ['an account’s statement that reads a tenant', statement('select id from member', 'auth')],
    ['a text that is no SQL', statement('select from where')],
  ])('%s is found', async (_, sample) => {
    expect((await types([sample])).wrong).toEqual(
      expect.arrayContaining([expect.stringContaining('sample.one (sample.store.ts): ')]),
    );
  });

  it('whose text only run time knows is found', async () => {
    const sample = join(import.meta.dirname, 'made-up.store.ts');
    const text = "const store = { read: (tx, word) => tx.sql('sample.two', `select ${word} from member`) };";
    expect((await namedStatements([sample], () => text)).unknown).toEqual([
      expect.stringContaining('made-up.store.ts:1: word is given at run time'),
    ]);
  });
});

describe('whether a column of an answer can be null', () => {
  const samples: [text: string, row: string][] = [
    ['select id from member', `{ id: Id<'Member'> }`],
    ['select user_id as "userId" from member', `{ userId: Id<'User'> | null }`],
    ['select status from "group"', `{ status: 'FORMING' | 'ACTIVE' | 'PAUSED' | 'CLOSED' }`],
    ['select created_at from member', '{ created_at: Instant }'],
    ['select count(*)::int as n, max(version) as last from member', '{ n: number; last: number | null }'],
    [
      'select role, max(created_at) as last, array_agg(id) as ids from member group by role',
      `{ role: 'MEMBER' | 'ADMIN'; last: Instant; ids: Id<'Member'>[] }`,
    ],
    [
      'select m.id, g.role from member m left join group_membership g on g.tenant_id = m.tenant_id and g.member_id = m.id',
      `{ id: Id<'Member'>; role: 'MEMBER' | 'FACILITATOR' | null }`,
    ],
    [
      'select g.role, m.id from group_membership g right join member m on g.tenant_id = m.tenant_id and g.member_id = m.id',
      `{ role: 'MEMBER' | 'FACILITATOR' | null; id: Id<'Member'> }`,
    ],
    [
      'select x.id from member a left join (select distinct id, tenant_id from member) x on x.tenant_id = a.tenant_id',
      `{ id: Id<'Member'> | null }`,
    ],
    [
      'select g.group_id from member m join group_membership g on g.tenant_id = m.tenant_id and g.member_id = m.id',
      `{ group_id: Id<'Group'> }`,
    ],
    [
      "select coalesce(kana, '') as kana, kana || 'x' as longer from member",
      '{ kana: string; longer: string | null }',
    ],
    [
      'select (select count(*)::int from invitation i where i.tenant_id = m.tenant_id and i.member_id = m.id) as n from member m',
      '{ n: number }',
    ],
    [
      'select (select i.email from invitation i where i.tenant_id = m.tenant_id and i.member_id = m.id limit 1) as email from member m',
      '{ email: string | null }',
    ],
    [
      "select case when kana is null then 1 else 2 end as a, case when kana = 'x' then 1 end as b from member",
      '{ a: number; b: number | null }',
    ],
    ['select id from member union all select group_id from group_membership', '{ id: string }'],
    ['update member set version = version + 1 where id = $1 returning id', `{ id: Id<'Member'> }`],
  ];
  let rows: string[];
  beforeAll(async () => {
    rows = await answers(samples.map(([text]) => text));
  });
  it.each(samples.map(([text, row], i) => [text, row, i] as const))('%s', (_, row, i) => {
    expect(rows[i]).toBe(row);
  });
});
