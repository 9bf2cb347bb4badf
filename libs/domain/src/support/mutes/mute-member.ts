import { badInput, ok, type MemberId, type Result } from '../../kernel/index.js';
import type { SupportError } from '../requests/support-request.js';

/** So many at most in the list from which mutes are taken back. */
export const mutesShown = 200;

/**
 * ミュート: a member's signed requests, replies, offers and good news vanish for the one who mutes, and no one is told. What a muted
 * person writes without a name stays: its vanishing would say whose it is. Meetings and the roster go on as before. Oneself cannot be muted.
 */
export const muteMember = (viewer: MemberId, muted: MemberId): Result<true, SupportError> =>
  viewer === muted ? badInput('memberId', 'MALFORMED') : ok(true);
