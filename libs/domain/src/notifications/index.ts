import type { BadUserInput, Conflict, NotFound } from '../kernel/index.js';
import type { TooManyActs } from './reach.js';

export * from './notices.js';
export * from './quiet-hours.js';
export * from './member-settings.js';
export * from './update-settings.js';
export * from './recipients.js';
export * from './notice-mail.js';
export * from './reach.js';

export type NotificationError = NotFound | BadUserInput | Conflict | TooManyActs;

/**
 * `notification.arrived` names a batch: the rows that one act wrote. `notification.undeliverable` names a member whom mails do not reach, and
 * the first mail that did not.
 */
export const notificationEvents = [
  'notification.arrived',
  'notification.settings-updated',
  'notification.undeliverable',
] as const;
