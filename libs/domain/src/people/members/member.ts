import {
  allowed,
  allowIf,
  err,
  limits,
  ok,
  optional,
  type BadUserInput,
  type MemberId,
  type Result,
  type UserId,
  type Verdict,
} from '../../kernel/index.js';
import type { Actor } from './actor.js';
import { readKana, readName } from './names.js';
import { readPhone } from './phone.js';
import { readPrefecture } from './prefectures.js';
import type { MemberEvent } from './member-events.js';

export const tenantRoles = ['MEMBER', 'ADMIN'] as const;
/** 会員 or 事務局. */
export type TenantRole = (typeof tenantRoles)[number];

export const memberStatuses = ['INVITED', 'ACTIVE', 'ON_LEAVE', 'ALUMNI', 'SUSPENDED', 'DECEASED'] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** What is known about a member's person and business; null where not said. */
export interface Profile {
  readonly displayName: string;
  readonly kana: string | null;
  readonly phone: string | null;
  readonly businessName: string | null;
  readonly industry: string | null;
  readonly prefecture: string | null;
  readonly strengths: string | null;
}

/** 会員: a user inside one tenant. Without `userId` this member has no account yet. */
export interface Member extends Profile {
  readonly id: MemberId;
  readonly userId: UserId | null;
  readonly role: TenantRole;
  readonly status: MemberStatus;
  readonly version: number;
}

/** Longest texts of a profile, in characters. */
export const memberLimits = {
  displayName: limits.name,
  kana: limits.name,
  phone: limits.phone,
  businessName: limits.title,
  industry: limits.name,
  strengths: 500,
} as const;

/** Every organisation keeps a person who can let the others in. */
export interface LastAdmin {
  readonly code: 'LAST_ADMIN';
}
export interface BadStatusChange {
  readonly code: 'BAD_STATUS_CHANGE';
  readonly from: MemberStatus;
  readonly to: MemberStatus;
}
export type MemberError = LastAdmin | BadStatusChange;

/** Roster, invitations and roles are the office's work. */
export const canManageMembers = (viewer: Actor): Verdict => allowIf(viewer.role === 'ADMIN');
/** Members write their own profile; admins may correct all. */
export const canEditProfile = (viewer: Actor, member: MemberId): Verdict =>
  allowIf(viewer.memberId === member || viewer.role === 'ADMIN');
/** A phone number is for its owner and, as roster data, for the office. */
export const canSeePhone = (viewer: Actor, member: MemberId): Verdict => canEditProfile(viewer, member);
/** Directory: all of the tenant know who is here; people who are only invited are the office's to know. */
export const canSeeMember = (viewer: Actor, member: Pick<Member, 'id' | 'status'>): Verdict =>
  member.status !== 'INVITED' || viewer.memberId === member.id ? allowed : canManageMembers(viewer);

/**
 * A member's state as this viewer may know it. That a person is shut out is between them and the office: to the others they are on leave, in
 * lists as well as one by one.
 */
export const statusShownTo = (viewer: Actor, member: Pick<Member, 'id' | 'status'>): MemberStatus =>
  member.status === 'SUSPENDED' && viewer.memberId !== member.id && !canManageMembers(viewer).ok
    ? 'ON_LEAVE'
    : member.status;

/** Whether a person in this state signs in and reads: here, or on leave. */
export const mayEnter = (status: MemberStatus): boolean => status === 'ACTIVE' || status === 'ON_LEAVE';

/** Profile texts that change; what is missing (undefined) stays, an empty text takes the entry away. */
export type ProfileChanges = { readonly [K in keyof Profile]?: string | null };

/**
 * A profile with changed entries. The name (at most 80 characters) cannot be taken away; furigana are folded to hiragana, phone
 * numbers to their usual form, prefectures to their Japanese name. Errors: BAD_USER_INPUT naming the entry.
 */
export function changeProfile<P extends Profile>(
  profile: P,
  changes: ProfileChanges,
): Result<P, BadUserInput> {
  const read: {
    readonly [K in keyof Profile]: (text: string | null) => Result<string | null, BadUserInput>;
  } = {
    displayName: (text) => readName('displayName', text),
    kana: (text) => readKana('kana', text),
    phone: (text) => readPhone('phone', text),
    businessName: (text) => optional('businessName', text, memberLimits.businessName),
    industry: (text) => optional('industry', text, memberLimits.industry),
    prefecture: (text) => readPrefecture('prefecture', text),
    strengths: (text) => optional('strengths', text, memberLimits.strengths),
  };
  let next = profile;
  for (const key of Object.keys(read) as (keyof Profile)[]) {
    const text = changes[key];
    if (text === undefined || (text === null && key === 'displayName')) continue;
    const entry = read[key](text);
    if (!entry.ok) return entry;
    next = { ...next, [key]: entry.value };
  }
  return ok(next);
}

/** The profile alone, out of a member or a row of a roster. */
export const profileOf = ({
  displayName,
  kana,
  phone,
  businessName,
  industry,
  prefecture,
  strengths,
}: Profile): Profile => ({ displayName, kana, phone, businessName, industry, prefecture, strengths });

/** Whether two profiles say the same. */
export const sameProfile = (a: Profile, b: Profile): boolean =>
  (['displayName', 'kana', 'phone', 'businessName', 'industry', 'prefecture', 'strengths'] as const).every(
    (key) => a[key] === b[key],
  );

/**
 * A member who has not been here before. `ACTIVE` with an account (joining by code, registering), `INVITED` without.
 * Errors: BAD_USER_INPUT.
 */
export function newMember(
  id: MemberId,
  about: ProfileChanges & { readonly displayName: string },
  standing: { readonly userId: UserId | null; readonly role: TenantRole },
): Result<Member, BadUserInput> {
  const blank: Member = {
    id,
    userId: standing.userId,
    displayName: '',
    kana: null,
    phone: null,
    businessName: null,
    industry: null,
    prefecture: null,
    strengths: null,
    role: standing.role,
    status: standing.userId === null ? 'INVITED' : 'ACTIVE',
    version: 1,
  };
  return changeProfile(blank, about);
}

/**
 * A person with an account takes the place that was kept for them: INVITED becomes ACTIVE, alumni and people on leave are
 * welcome back. Errors: BAD_STATUS_CHANGE for whom the office has shut out.
 */
export function enter(
  member: Member,
  userId: UserId,
): Result<{ next: Member; events: readonly MemberEvent[] }, BadStatusChange> {
  if (member.status === 'SUSPENDED' || member.status === 'DECEASED')
    return err({ code: 'BAD_STATUS_CHANGE', from: member.status, to: 'ACTIVE' });
  return ok({
    next: { ...member, userId, status: 'ACTIVE' },
    events: [{ name: 'member.joined', ids: { memberId: member.id } }],
  });
}
