import type { NoticeKind } from './notices.js';
import type { QuietHours } from './quiet-hours.js';

/** お知らせの設定: how one person wants to be told. */
export interface MemberSettings extends QuietHours {
  /** Mails say what happened, with names and titles. Off unless the reader switches it on. */
  readonly mailContent: boolean;
  /** Kinds of mail switched off; the row on screen appears all the same. */
  readonly muted: readonly NoticeKind[];
  readonly version: number;
}

/** Until a member changes them: bare mails, quiet from 21:00 to 8:00, nothing muted. */
export const defaultSettings: MemberSettings = {
  mailContent: false,
  quietFrom: '21:00',
  quietTo: '08:00',
  muted: [],
  version: 1,
};
