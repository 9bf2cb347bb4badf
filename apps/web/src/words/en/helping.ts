import type { helping as ja } from '../ja/helping.js';
import type { WordsLike } from '../words-like.js';

export const helping: WordsLike<typeof ja> = {
  nudgeTitle: 'We thought of you',
  nudgeAnswer: 'Answer',
  nudgeSnooze: 'Not this time',
  nudgeFull: 'My hands are full this month',
  nudgeNote: 'Nobody is told if you pass.',
  snoozed: 'Passed on. Should you change your mind, you can reply at any time.',
  snoozedFull: 'We won’t ask you again this month. You can change that on My page.',

  waitingTitle: 'Nobody has answered yet. We are sorry to keep you waiting',
  waitingText:
    'If things are hard, there are help lines open now. You can also choose one more person to ask.',
  helpLines: 'See help lines',
  secondPerson: 'Somebody to ask',
  secondPersonHint: 'Anybody who can read this request. Only the person you choose is told.',
  secondPersonPick: 'Please choose',
  askThem: 'Ask this person',
  asked: 'We have asked {{name}}.',
  askedSo: 'Asked so far: {{names}}',

  stillOpenTitle: 'Are you still looking for support?',
  stillOpenText: 'Nothing has happened for a while. In three days this request will close.',
  stillOpenKeep: 'I still need help',
  stillOpenKept: 'All right, it stays open.',
  stillOpenElse: 'If it is settled, or you would rather take it back:',

  availability: 'Being asked to help',
  availabilityIntro:
    'When somebody needs what you can give, we ask you, at most twice a month. Nobody else sees this setting.',
  full: 'My hands are full this month',
  fullHint: 'We ask nothing until the month is over; then it ends by itself.',
  willing: 'You may ask me more often',
  willingHint: 'More than twice a month, too.',
  availabilitySaved: 'Saved',

  giveAndTake: 'Looking back on give and take',
  giveAndTakeFor: 'Only you can see this page.',
  both: 'In the last half year you helped {{helped}} times and were helped {{wasHelped}} times. That is what we are here for.',
  onlyHelped: 'In the last half year you helped {{helped}} times. Thank you.',
  onlyWasHelped: 'In the last half year you were helped {{wasHelped}} times. Your turn to help will come.',
  neither: 'Nothing yet in the last half year. A single line of reply is a good start.',
  countedSo:
    'How often somebody was thanked when a request was resolved. What you asked without your name is not counted as help received.',
  toSupport: 'To support',
  hardTime: 'A hard time',
  hardTimeText:
    'After a loss or in illness, note the day it began: for a year we will not look at how give and take add up. Only the day is kept, and nobody else sees it.',
  hardTimeSince: 'The day it began',
  hardTimeNoted: 'Noted since {{date}}.',
  hardTimeSave: 'Note the day',
  hardTimeSaved: 'Noted',
  hardTimeRemove: 'Remove the note',
  hardTimeRemoved: 'Removed',

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
  flags: 'A kind word?',
  flagText:
    'For half a year {{name}} has mostly been helped. This is not to blame anybody, but to make room for what they can give.',
  flagWords:
    'For example: “Thank you for always asking openly. I think somebody would love to hear of your experience. Would you write them a line?”',
  flagAside: 'Noted',
  flagHardTime: 'They are in a hard time',
  flagHardTimeText:
    'If {{name}} is in a hard time, note the day it began: this prompt will not come for a year. Only facilitators see the note.',
  hardTimes: 'Noted as in a hard time',
  hardTimesSince: 'since {{date}}',

  whose: 'Whose requests',
  whoseAll: 'Group',
  whoseMine: 'My requests',
  whoseForMe: 'For me',
  emptyMine: 'You have not asked for anything yet. One line is enough.',
  emptyForMe: 'Nothing is addressed to you at the moment.',
};
