import { badInput, ok, wantsChange, type BadUserInput, type Conflict, type Result } from '../kernel/index.js';
import { mutableKinds, type NoticeKind } from './notice-kinds.js';
import { isClockTime, type QuietHours } from './quiet-hours.js';

/** お知らせの設定: how one person wants to be told. */
export interface MemberSettings extends QuietHours {
  /** Mails say what happened, with names and titles. Off unless the reader switches it on. */
  readonly mailContent: boolean;
  /** Kinds of mail switched off; the row on screen appears all the same. */
  readonly muted: readonly NoticeKind[];
  readonly version: number;
}

/** Until somebody changes them: bare mails, quiet from 21:00 to 8:00, nothing muted. */
export const defaultSettings: MemberSettings = {
  mailContent: false,
  quietFrom: '21:00',
  quietTo: '08:00',
  muted: [],
  version: 1,
};

export interface SettingsChange {
  readonly mailContent?: boolean | null;
  /** Absent: as it was. Null: no quiet hours, then for both ends. */
  readonly quietFrom?: string | null;
  readonly quietTo?: string | null;
  readonly muted?: readonly string[] | null;
  readonly expectedVersion?: number | null;
}

/**
 * The settings after a change. Errors: CONFLICT when they were changed elsewhere meanwhile; BAD_USER_INPUT for a time
 * that is not `HH:mm`, for one end of the quiet hours without the other, and for a kind that cannot be switched off.
 */
export function updateSettings(
  settings: MemberSettings,
  change: SettingsChange,
): Result<MemberSettings, Conflict | BadUserInput> {
  const quietFrom = change.quietFrom === undefined ? settings.quietFrom : change.quietFrom;
  const quietTo = change.quietTo === undefined ? settings.quietTo : change.quietTo;
  if (quietFrom !== null && !isClockTime(quietFrom)) return badInput('quietFrom', 'MALFORMED');
  if (quietTo !== null && !isClockTime(quietTo)) return badInput('quietTo', 'MALFORMED');
  if ((quietFrom === null) !== (quietTo === null))
    return badInput(quietFrom === null ? 'quietFrom' : 'quietTo', 'REQUIRED');
  const wanted = change.muted ?? settings.muted;
  const muted = mutableKinds.filter((kind) => wanted.includes(kind));
  if (wanted.some((kind) => !(mutableKinds as readonly string[]).includes(kind)))
    return badInput('muted', 'UNKNOWN');
  const mailContent = change.mailContent ?? settings.mailContent;
  const wish = { mailContent, quietFrom, quietTo, muted };
  const edit = wantsChange<MemberSettings>(settings, wish, change.expectedVersion);
  if (!edit.ok) return edit;
  return ok(edit.value ? { ...wish, version: settings.version + 1 } : settings);
}
