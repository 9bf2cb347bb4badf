import type { giveAndTake as ja } from '../ja/give-and-take.js';
import type { WordsLike } from '../words-like.js';

export const giveAndTake: WordsLike<typeof ja> = {
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
};
