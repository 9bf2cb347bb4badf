import type { readiness as ja } from '../ja/readiness.js';
import type { WordsLike } from '../words-like.js';

export const readiness: WordsLike<typeof ja> = {
  readiness: 'How ready we are',
  readinessNote: 'Only facilitators see this.',
  readinessOpen: 'See who is ready',
  backToMeeting: 'Back to the meeting',
  unanswered_one: '{{count}} has not answered',
  unanswered_other: '{{count}} have not answered',
  written_one: '{{count}} note has come',
  written_other: '{{count}} notes have come',
  notYet_one: '{{count}} note is still to come',
  notYet_other: '{{count}} notes are still to come',
  topicsCount_one: '{{count}} topic',
  topicsCount_other: '{{count}} topics',
  openSteps_one: '{{count}} next step under way',
  openSteps_other: '{{count}} next steps under way',
  coming: 'Who comes',
  nudged: 'Yoriai asks once: five days before for an answer, three days before for a note.',
};
