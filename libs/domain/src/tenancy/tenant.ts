import {
  badInput,
  fold,
  limits,
  ok,
  readText,
  type BadUserInput,
  type Result,
  type TenantId,
  type TimeZone,
} from '../kernel/index.js';

/** The languages of the product; Japanese is the first. */
export const locales = ['ja', 'en'] as const;
export type Locale = (typeof locales)[number];

/** 団体: the organisation that hosts groups. */
export interface Tenant {
  readonly id: TenantId;
  /** Stands in every address (`/t/<slug>/…`), so it never changes. */
  readonly slug: string;
  readonly name: string;
  readonly timeZone: TimeZone;
  readonly locale: Locale;
  /** Month (1–12) in which the fiscal year begins; a programme's year follows it. */
  readonly fiscalYearStart: number;
}

export interface SlugTaken {
  readonly code: 'SLUG_TAKEN';
  readonly slug: string;
}
/** Registration is closed on this installation. */
export interface RegistrationClosed {
  readonly code: 'REGISTRATION_CLOSED';
}
export type TenancyError = SlugTaken | RegistrationClosed;

export const tenantLimits = { name: limits.name, slugMin: 3, slugMax: 40 } as const;
const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The short name in addresses: 3–40 small letters, digits and single hyphens inside. Full-width letters and capitals are
 * folded; anything else is BAD_USER_INPUT.
 */
export function readSlug(text: string): Result<string, BadUserInput> {
  const read = readText('slug', text, tenantLimits.slugMax, fold);
  if (!read.ok) return read;
  const slug = read.value.toLowerCase();
  if (slug === '') return badInput('slug', 'REQUIRED');
  if (slug.length < tenantLimits.slugMin) return badInput('slug', 'TOO_SHORT', tenantLimits.slugMin);
  if (slug.length > tenantLimits.slugMax) return badInput('slug', 'TOO_LONG', tenantLimits.slugMax);
  return slugPattern.test(slug) ? ok(slug) : badInput('slug', 'MALFORMED');
}
