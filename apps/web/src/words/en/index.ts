import { account } from './account.js';
import { advice } from './advice.js';
import { afterParty } from './after-party.js';
import { agendas } from './agendas.js';
import { attendance } from './attendance.js';
import { checkIns } from './check-ins.js';
import { closingRound } from './closing-round.js';
import { commitments } from './commitments.js';
import { common } from './common.js';
import { console } from './console.js';
import { danger } from './danger.js';
import { datePolls } from './date-polls.js';
import { errors } from './errors.js';
import { fields } from './fields.js';
import { giveAndTake } from './give-and-take.js';
import { goodNews } from './good-news.js';
import { groups } from './groups.js';
import { helpLines } from './help-lines.js';
import { home } from './home.js';
import { meetings } from './meetings.js';
import { minutes } from './minutes.js';
import { mutes } from './mutes.js';
import { notifications } from './notifications.js';
import { nudges } from './nudges.js';
import { overview } from './overview.js';
import { people } from './people.js';
import { privateNotes } from './private-notes.js';
import { readiness } from './readiness.js';
import { recordings } from './recordings.js';
import { remarks } from './remarks.js';
import { requests } from './requests.js';
import { roles } from './roles.js';
import { series } from './series.js';
import { shell } from './shell.js';
import { strengths } from './strengths.js';
import { support } from './support.js';
import { tenancy } from './tenancy.js';
import { thanks } from './thanks.js';
import { topics } from './topics.js';
import { visitorErrors } from './visitor-errors.js';
import { worries } from './worries.js';

export const en = {
  account,
  advice,
  afterParty,
  agendas,
  attendance,
  checkIns,
  closingRound,
  commitments,
  common,
  console,
  danger,
  datePolls,
  errors,
  fields,
  giveAndTake,
  goodNews,
  groups,
  helpLines,
  home,
  meetings,
  minutes,
  mutes,
  notifications,
  nudges,
  overview,
  people,
  privateNotes,
  readiness,
  recordings,
  remarks,
  requests,
  roles,
  series,
  shell,
  strengths,
  support,
  tenancy,
  thanks,
  topics,
  visitorErrors,
  worries,
};
