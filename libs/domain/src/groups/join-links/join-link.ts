import {
  err,
  fold,
  type GroupId,
  type Id,
  type Instant,
  isBefore,
  type MemberId,
  minutes,
  ok,
  type Rate,
  type Result,
} from '../../kernel/index.js';
import type { JoinLinkOver } from '../group/group-errors.js';
import type { Group } from '../group/group.js';
import type { JoinLinkEvent } from './join-link-events.js';

export type JoinLinkId = Id<'JoinLink'>;

/** A way into one group for the holder of its code: on a flyer, in a QR code, over the phone. */
export interface JoinLink {
  readonly id: JoinLinkId;
  readonly groupId: GroupId;
  readonly code: string;
  readonly createdBy: MemberId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly uses: number;
  readonly revokedAt: Instant | null;
}

/**
 * How often one network may look (a hall full of people at one flyer is one network), and how often it may be wrong, so that no
 * code can be guessed.
 */
export const joinCodeRates = {
  looks: { times: 300, within: minutes(1) },
  misses: { times: 20, within: minutes(15) },
} as const satisfies Record<string, Rate>;

/** 24 signs that are not mistaken for one another on paper or over the phone, and no vowels, so that no words arise. */
export const joinCodeAlphabet = '23456789CDFHJKMNPQRTVWXY';
export const joinCodeLength = 8;

/** Eight signs out of random bytes, every sign equally likely; null when too many bytes had to be thrown away (give 24). */
export function joinCodeFrom(random: Uint8Array): string | null {
  const fair = 256 - (256 % joinCodeAlphabet.length);
  const signs = [...random]
    .filter((byte) => byte < fair)
    .map((byte) => joinCodeAlphabet[byte % joinCodeAlphabet.length]);
  return signs.length < joinCodeLength ? null : signs.slice(0, joinCodeLength).join('');
}

const misread: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', G: '6' };

/**
 * The code a person typed, full width, in small letters, with spaces or hyphens, with B for 8, S for 5, Z for 2 or G for
 * 6; null when it cannot be one.
 */
export function readJoinCode(text: string): string | null {
  if (text.length > 100) return null;
  const signs = [
    ...fold(text)
      .toUpperCase()
      .replace(/[\s\-‐‑–ー−_]/g, ''),
  ].map((sign) => misread[sign] ?? sign);
  return signs.length === joinCodeLength && signs.every((sign) => joinCodeAlphabet.includes(sign))
    ? signs.join('')
    : null;
}

/** As people read it aloud: two groups of four. */
export const showJoinCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Expired, taken back, or of a group that has closed. The holder of the code learns it, and can ask for a new one. */
export const joinLinkOpen = (
  link: JoinLink,
  group: Pick<Group, 'status'>,
  now: Instant,
): Result<true, JoinLinkOver> =>
  link.revokedAt === null && isBefore(now, link.expiresAt) && group.status !== 'CLOSED'
    ? ok(true)
    : err({ code: 'JOIN_LINK_OVER' });

/** Taking back twice changes nothing. */
export function revokeJoinLink(
  link: JoinLink,
  now: Instant,
): { next: JoinLink; events: readonly JoinLinkEvent[] } {
  if (link.revokedAt !== null) return { next: link, events: [] };
  const event: JoinLinkEvent = {
    name: 'group.join-link-revoked',
    ids: { groupId: link.groupId, joinLinkId: link.id },
  };
  return { next: { ...link, revokedAt: now }, events: [event] };
}
