import { advice } from './advice.js';
import { afterParty } from './after-party.js';
import { agendas } from './agendas.js';
import { checkIns } from './check-ins.js';
import { closingRound } from './closing-round.js';
import { console } from './console.js';
import { datePolls } from './date-polls.js';
import { giveAndTake } from './give-and-take.js';
import { goodNews } from './good-news.js';
import { groups } from './groups.js';
import { minutes } from './minutes.js';
import { mutes } from './mutes.js';
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
import { strengths } from './strengths.js';
import { thanks } from './thanks.js';
import { topics } from './topics.js';
import { worries } from './worries.js';

/** What other pages say: one file, which comes with the first of them. One each would cost as many round trips. */
export const pageWords = {
  advice,
  afterParty,
  agendas,
  checkIns,
  closingRound,
  console,
  datePolls,
  giveAndTake,
  goodNews,
  groups,
  minutes,
  mutes,
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
  strengths,
  thanks,
  topics,
  worries,
};
