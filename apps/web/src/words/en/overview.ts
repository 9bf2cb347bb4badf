import type { overview as ja } from '../ja/overview.js';
import type { WordsLike } from '../words-like.js';

export const overview: WordsLike<typeof ja> = {
  facilitator: 'Facilitator’s page',
  facilitatorFor: 'Only facilitators can see this page.',
  group: 'Group',
  unanswered: 'Requests waiting for an answer',
  unansweredNone: 'Every request has an answer.',
  worries: 'Worries told to you',
  quiet: 'People we have not heard from',
  quietText: 'No post, reply, answer to a meeting or note before one for 60 days. Perhaps ask how they are?',
  quietNone: 'Everybody has been heard from.',
  quietSince: 'Last on {{date}}',
  types: 'Kinds of requests (last six months)',
  typesChart: 'Requests per month. The figures are in the table below.',
  month: 'Month',
  INFORMATIONAL: 'Know-how',
  INSTRUMENTAL: 'Hands',
  EMOTIONAL: 'An ear',
  APPRAISAL: 'Opinion',
};
