import {
  badInput,
  isTimeZone,
  ok,
  requiredLine,
  type BadUserInput,
  type Result,
  type TenantId,
} from '../kernel/index.js';
import { readSlug, tenantLimits, type Locale, type Tenant } from './tenant.js';

export interface TenantDraft {
  readonly name: string;
  readonly slug: string;
  readonly timeZone?: string | null;
  readonly locale?: Locale | null;
}

/**
 * A new organisation: name of at most 80 characters, a slug, a zone (Asia/Tokyo unless said) and a
 * language (Japanese unless said). The fiscal year begins in April. Errors: BAD_USER_INPUT; whether the slug is free is
 * the store's to know (SLUG_TAKEN).
 */
export function registerTenant(id: TenantId, draft: TenantDraft): Result<Tenant, BadUserInput> {
  const name = requiredLine('tenantName', draft.name, tenantLimits.name);
  if (!name.ok) return name;
  const slug = readSlug(draft.slug);
  if (!slug.ok) return slug;
  const timeZone = draft.timeZone ?? 'Asia/Tokyo';
  if (!isTimeZone(timeZone)) return badInput('timeZone', 'UNKNOWN');
  return ok({
    id,
    name: name.value,
    slug: slug.value,
    timeZone,
    locale: draft.locale ?? 'ja',
    fiscalYearStart: 4,
  });
}
