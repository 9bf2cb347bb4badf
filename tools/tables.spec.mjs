import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const api = join(dirname(import.meta.dirname), 'apps/api');
/** `auth."user"` → `auth.user` */
const plain = (name) => name.replaceAll('"', '');
const src = join(api, 'src');
const migrations = readdirSync(join(api, 'migrations')).map((file) =>
  readFileSync(join(api, 'migrations', file), 'utf8'),
);
const tables = new Set(
  migrations.flatMap((text) =>
    [...text.matchAll(/tenantTable\(q, \{\s*name: '([a-z_]+)'|create table ((?:\w+\.)?"?[a-z_]+"?)/g)].map(
      ([, ofTenants, ofAll]) => ofTenants ?? plain(ofAll),
    ),
  ),
);

/** Tables that any store may join, because they decide who sees what. Row-level security holds there as well. */
const ground = ['member', 'group', 'group_membership', 'tenant', 'meeting', 'audience', 'audience_member'];

/** Of these the platform keeps a column of its own. */
const alsoWrittenByPlatform = {
  group: 'Its epoch, by which an audience of a group is told from the one before.',
  'auth.user': 'The organisation a person was in last, where a session goes on.',
};

/** What else a folder reads of another's tables, and why it does not go through that folder. */
const alsoReads = {
  overview: {
    tables: [
      'check_in',
      'good_news',
      'meeting_attendance',
      'meeting_rsvp',
      'support_offer',
      'support_reply',
      'support_request',
    ],
    why: 'It is where facilitators read across areas, and shows when each member was last heard of in one statement.',
  },
  'meetings/calendars': {
    tables: ['auth.user'],
    why: 'A feed is fetched without a session, in the language of the account.',
  },
  notifications: {
    tables: ['muted_request'],
    why: 'Whether a thread is muted is asked for all recipients in the statement that writes to them.',
  },
  'people/members': {
    tables: ['invitation'],
    why: 'The address of a person without an account is where the invitation went.',
  },
  'support/nudges': {
    tables: [
      'muted_member',
      'muted_request',
      'support_given',
      'support_offer',
      'support_reply',
      'support_request',
    ],
    why: 'Who is asked next is ranked in one statement by what each has given, answered and muted.',
  },
  'support/requests': {
    tables: ['support_nudge', 'support_offer', 'support_reply'],
    why: 'Lists show and filter by how many answers there are, without a look at each request.',
  },
  'support/worries': {
    tables: ['support_request'],
    why: 'A worry is told in the group of its request.',
  },
};

const written = /\b(?:insert into|update|delete from)\s+((?:\w+\.)?"?[a-z_]+"?)/g;
const read = /\b(?:from|join)\s+((?:\w+\.)?"?[a-z_]+"?)/g;
const typed = /\btx\.(?:insert|update)\(\s*'([a-z_]+)'/g;

/** The platform is one owner: its parts write the same few tables of events, timers and sessions, and it purges what is over. */
const folderOf = (file) =>
  file.startsWith('platform/') || file === 'retention.ts'
    ? 'platform'
    : dirname(file).split('/').slice(0, 2).join('/');

/**
 * Who writes a table owns it. A table that two folders write has no owner, and a folder that reads another's table outside the list knows
 * its columns.
 */
function trespasses(files, allowed) {
  const owners = new Map();
  for (const [file, text] of files)
    for (const pattern of [written, typed])
      for (const table of [...text.matchAll(pattern)].map(([, name]) => plain(name)))
        if (tables.has(table)) owners.set(table, (owners.get(table) ?? new Set()).add(folderOf(file)));
  const shared = [...owners]
    .filter(([table, folders]) => folders.size > 1 && !alsoWrittenByPlatform[table])
    .map(([table, folders]) => `${table} is written by ${[...folders].sort().join(' and ')}`);
  const foreign = files.flatMap(([file, text]) =>
    [...text.matchAll(read)]
      .map(([, name]) => plain(name))
      .filter((table) => owners.has(table) && !owners.get(table).has(folderOf(file)))
      .filter((table) => !ground.includes(table) && !allowed[folderOf(file)]?.tables.includes(table))
      .map((table) => `${folderOf(file)} reads ${table} of ${[...owners.get(table)].join()}`),
  );
  return [...shared, ...new Set(foreign)].sort();
}

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.(spec|int-spec|factory)\.ts$|\/testing\/|^demo\//.test(file))
  .map((file) => [file, readFileSync(join(src, file), 'utf8')]);

describe('each table has one owning folder', () => {
  test('no other folder writes it, and those that read it say why', () => {
    expect(trespasses(sources, alsoReads)).toEqual([]);
  });

  test('each reason is still needed', () => {
    const seen = trespasses(sources, {});
    for (const [folder, { tables, why }] of Object.entries(alsoReads)) {
      expect(why).toMatch(/\.$/);
      for (const table of tables) expect(seen.join()).toContain(`${folder} reads ${table} of`);
    }
  });

  const owner = ['support/requests/support.store.ts', '`insert into support_reply (id) values ($1)`'];
  test.each([
    ['a second writer', ['support/mutes/mutes.store.ts', '`update support_reply set body = $1`']],
    ['a second one who adds rows', ['support/mutes/mutes.store.ts', "tx.insert('support_reply', reply)"]],
    [
      'a second one who changes them',
      ['support/mutes/mutes.store.ts', "tx.update(\n  'support_reply',\n  { id })"],
    ],
    [
      'a foreign reader',
      ['meetings/minutes/minutes.store.ts', '`select 1 from x join "support_reply" r on true`'],
    ],
  ])('%s is found', (_, stranger) => {
    expect(trespasses([owner, stranger], {})).not.toEqual([]);
  });
  test('who says why is left in peace', () => {
    const reader = ['overview/overview.store.ts', '`select 1 from support_reply`'];
    expect(
      trespasses([owner, reader], { overview: { tables: ['support_reply'], why: 'It reads.' } }),
    ).toEqual([]);
  });
});
