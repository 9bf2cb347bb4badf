import type { requests as ja } from '../ja/requests.js';
import type { WordsLike } from '../words-like.js';

export const requests: WordsLike<typeof ja> = {
  similarTitle: 'Others have asked something similar',
  similarNote: 'What you have typed stays here while you look.',
  similarOutcome: 'What came of it: {{outcome}}',
  similarReplies_one: '{{count}} reply',
  similarReplies_other: '{{count}} replies',

  whose: 'Whose requests',
  whoseAll: 'Group',
  whoseMine: 'My requests',
  whoseForMe: 'For me',
  emptyMine: 'You have not asked for anything yet. One line is enough.',
  emptyForMe: 'Nothing is addressed to you at the moment.',
};
