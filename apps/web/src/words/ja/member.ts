import { account } from './account.js';
import { attendance } from './attendance.js';
import { commitments } from './commitments.js';
import { danger } from './danger.js';
import { errors } from './errors.js';
import { home } from './home.js';
import { meetings } from './meetings.js';
import { notifications } from './notifications.js';
import { support } from './support.js';

/** What a member's frame and home say: it comes with them (`member-words.ts`). */
export const memberWords = {
  account,
  attendance,
  commitments,
  danger,
  errors,
  home,
  meetings,
  notifications,
  support,
};
