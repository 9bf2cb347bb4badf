import { ruleOf, type NoticeKind } from './notices.js';
import type { MemberSettings } from './member-settings.js';

type Status = 'INVITED' | 'ACTIVE' | 'ON_LEAVE' | 'ALUMNI' | 'SUSPENDED' | 'DECEASED';

/**
 * Who is notified at all. Members and the invited are; members on leave are told of their own meetings only; those who have left or are suspended
 * hear only that what they held is taken back, and those who have died nothing, on screen or by mail.
 */
export function mayBeTold(status: Status, kind: NoticeKind): boolean {
  if (status === 'ACTIVE' || status === 'INVITED') return true;
  if (ruleOf(kind).afterLeaving) return status !== 'DECEASED';
  return status === 'ON_LEAVE' && ruleOf(kind).duringLeave;
}

/** How long notices and mails are kept: they say for whom they were. */
export const noticesKeptDays = 90;

/** So many mails in a row to an address that does not exist, and the office is asked to phone. */
export const bouncesBeforePhoning = 2;

/** Whether a mail goes along with the row on screen. Someone who has not taken up the invitation yet gets no other mail. */
export function wantsMail(
  status: Status,
  kind: NoticeKind,
  settings: Pick<MemberSettings, 'muted'>,
): boolean {
  const rule = ruleOf(kind);
  return (
    mayBeTold(status, kind) &&
    status !== 'INVITED' &&
    rule.mail &&
    !(rule.mutable && settings.muted.includes(kind))
  );
}
