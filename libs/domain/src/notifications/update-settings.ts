import { badInput, ok, wantsChange, type BadUserInput, type Conflict, type Result } from '../kernel/index.js';
import type { MemberSettings } from './member-settings.js';
import { mutableKinds } from './notices.js';
import { isClockTime } from './quiet-hours.js';

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
