import { account } from './account.js';
import { commitments } from './commitments.js';
import { common } from './common.js';
import { errors } from './errors.js';
import { fields } from './fields.js';
import { helpLines } from './help-lines.js';
import { home } from './home.js';
import { meetings } from './meetings.js';
import { notifications } from './notifications.js';
import { shell } from './shell.js';
import { support } from './support.js';
import { tenancy } from './tenancy.js';

export const ja = {
  account,
  commitments,
  common,
  errors,
  fields,
  helpLines,
  home,
  meetings,
  notifications,
  shell,
  support,
  tenancy,
};
