import { account } from './account.js';
import { answers } from './answers.js';
import { closing } from './closing.js';
import { commitments } from './commitments.js';
import { common } from './common.js';
import { danger } from './danger.js';
import { errors } from './errors.js';
import { fields } from './fields.js';
import { goodNews } from './good-news.js';
import { groups } from './groups.js';
import { helping } from './helping.js';
import { helpLines } from './help-lines.js';
import { home } from './home.js';
import { meetings } from './meetings.js';
import { notifications } from './notifications.js';
import { people } from './people.js';
import { plan } from './plan.js';
import { run } from './run.js';
import { prepare } from './prepare.js';
import { shell } from './shell.js';
import { strengths } from './strengths.js';
import { support } from './support.js';
import { tenancy } from './tenancy.js';
import { thanks } from './thanks.js';

export const en = {
  account,
  answers,
  closing,
  commitments,
  common,
  danger,
  errors,
  fields,
  goodNews,
  groups,
  helping,
  helpLines,
  home,
  meetings,
  notifications,
  people,
  plan,
  run,
  prepare,
  shell,
  strengths,
  support,
  tenancy,
  thanks,
};
