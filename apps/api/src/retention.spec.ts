import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { inWords, purges, type Retention } from './platform/retention/retention.js';
import { retention } from './retention.js';

const page = readFileSync(new URL('../../../docs/how-long-things-are-kept.md', import.meta.url), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| What'));

/** Declarations that say nothing. */
const silent = (of: Retention): string[] =>
  Object.entries(of)
    .filter(
      ([, { always = '', terms = [] }]) =>
        !(always.length > 20 || terms.length > 0) ||
        terms.some(({ what, because }) => what === '' || because.length <= 10),
    )
    .map(([table]) => table);

describe('how long things are kept', () => {
  it('is said with a reason for each table', () => {
    expect(silent(retention)).toEqual([]);
    expect(silent({ 'public.left_behind': {} })).toEqual(['public.left_behind']);
    expect(silent({ 'public.left_behind': { always: '' } })).toEqual(['public.left_behind']);
  });

  it('stands word for word on the page that people read', () => {
    expect(rows).toEqual(inWords(retention).map((cells) => `| ${cells.join(' | ')} |`));
  });

  it('takes mails before notices, and deliveries before events: what points at a row goes first', () => {
    const order = purges(retention).map(({ name }) => name.split('.').slice(1, 3).join('.'));
    for (const [first, then] of [
      ['public.delivery', 'public.domain_event'],
      ['public.mail_message', 'public.notification'],
    ] as const)
      expect(order.lastIndexOf(first)).toBeLessThan(order.indexOf(then));
  });

  it('names the tenant in each statement that looks into tenants’ tables', () => {
    const statements = purges(retention);
    expect(statements.filter(({ of, sql }) => of === 'tenant' && !/tenant_id = \$1/.test(sql))).toEqual([]);
    expect(statements.filter(({ sql }) => !/skip locked/.test(sql))).toEqual([]);
    expect(new Set(statements.map(({ name }) => name)).size).toBe(statements.length);
  });
});
