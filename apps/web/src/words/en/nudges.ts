import type { nudges as ja } from '../ja/nudges.js';
import type { WordsLike } from '../words-like.js';

export const nudges: WordsLike<typeof ja> = {
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
};
