import { ruleOf, type NoticeKind } from './notice-kinds.js';
import type { MemberSettings } from './member-settings.js';

type Status = 'INVITED' | 'ACTIVE' | 'ON_LEAVE' | 'ALUMNI' | 'SUSPENDED' | 'DECEASED';

/**
 * Who is told at all. Members and the invited are; people on leave hear of their own meetings only; those who have left,
 * are suspended or have died get nothing, on screen or by mail.
 */
export function mayBeTold(status: Status, kind: NoticeKind): boolean {
  if (status === 'ACTIVE' || status === 'INVITED') return true;
  return status === 'ON_LEAVE' && ruleOf(kind).duringLeave;
}

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
