import type { BadUserInput, Conflict, NotFound } from '../kernel/index.js';
import type { TooManyActs } from './reach.js';

export * from './notices.js';
export * from './quiet-hours.js';
export * from './member-settings.js';
export * from './update-settings.js';
export * from './recipients.js';
export * from './notice-mail.js';
export * from './reach.js';
export * from './notification-events.js';

export type NotificationError = NotFound | BadUserInput | Conflict | TooManyActs;
