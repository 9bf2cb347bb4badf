import { describe, expect, it } from '@jest/globals';
import type { TenantId } from '../kernel/index.js';
import { registerTenant } from './register-tenant.js';
import { readSlug } from './tenant.js';

const id = '01938f4e-0000-7000-8000-000000000001' as TenantId;

describe('a tenant', () => {
  it('begins in Japanese, in Tokyo, with a fiscal year from April', () => {
    expect(registerTenant(id, { name: ' さくら市　産業振興センター ', slug: 'sakura-sc' })).toEqual({
      ok: true,
      value: {
        id,
        name: 'さくら市 産業振興センター',
        slug: 'sakura-sc',
        timeZone: 'Asia/Tokyo',
        locale: 'ja',
        fiscalYearStart: 4,
      },
    });
  });

  it.each([
    ['ＳＡＫＵＲＡ', 'sakura'],
    [' Sakura-2 ', 'sakura-2'],
    ['a1b', 'a1b'],
  ])('takes %j as the address %s', (text, slug) => expect(readSlug(text)).toEqual({ ok: true, value: slug }));

  it.each([
    ['', 'REQUIRED'],
    ['ab', 'TOO_SHORT'],
    ['a'.repeat(41), 'TOO_LONG'],
    ['a'.repeat(10_000), 'TOO_LONG'],
    ['-sakura', 'MALFORMED'],
    ['sakura--sc', 'MALFORMED'],
    ['さくら', 'MALFORMED'],
    ['sakura/sc', 'MALFORMED'],
    ['sakura\u0000', 'MALFORMED'],
    ['🌸🌸🌸', 'MALFORMED'],
  ])('refuses %j as an address: %s', (text, rule) =>
    expect(readSlug(text)).toMatchObject({
      ok: false,
      error: { code: 'BAD_USER_INPUT', field: 'slug', rule },
    }),
  );

  it.each([
    [{ name: '', slug: 'sakura' }, 'tenantName', 'REQUIRED'],
    [{ name: 'あ'.repeat(81), slug: 'sakura' }, 'tenantName', 'TOO_LONG'],
    [{ name: 'さくら', slug: 'sakura', timeZone: 'Mars/Base' }, 'timeZone', 'UNKNOWN'],
    [{ name: 'さくら', slug: 'sakura', timeZone: '+09:00' }, 'timeZone', 'UNKNOWN'],
  ])('refuses %j', (draft, field, rule) =>
    expect(registerTenant(id, draft)).toMatchObject({ ok: false, error: { field, rule } }),
  );
});
