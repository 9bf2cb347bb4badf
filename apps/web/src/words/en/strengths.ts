import type { strengths as ja } from '../ja/strengths.js';
import type { WordsLike } from '../words-like.js';

export const strengths: WordsLike<typeof ja> = {
  title: 'Your strengths',
  empty: 'Twice a year your peers’ lines about you will arrive here.',
  intro: 'What your peers find great about you. Only you see this page.',
  from: 'From {{name}}',
  fromUnnamed: 'From one of your peers',
  remove: 'Remove this line',
  removeTitle: 'Remove this line',
  removeAsk: 'It disappears from this page for good. Whoever wrote it is not told.',
  removeDo: 'Remove',
  print: 'Print',

  write: 'What peers are good at',
  writeIntro:
    'A line each about what is great about your peers? Write about as many as you like. They will get your words on {{day}}; until then nobody reads them.',
  lineAbout: 'What is great about {{name}}',
  signed: 'Send it with my name',
  unsignedNote:
    'Lines without a name arrive only where there are three or more for the same person, in mixed order. Fewer are kept for the next time.',
  smallGroup_one: 'You are the only one here.',
  smallGroup_other: 'You are nameless among {{count}} people. What you write, and how, may tell who you are.',
  onlySigned: 'As there are few people, lines are sent with names.',
  save: 'Save',
  saved: 'Saved. You can change your lines until the last day.',
  held: 'Kept for the next time',
  heldHint: 'Lines without a name wait here until there are three. Only you can see them.',
  heldTakeBack: 'Take back',
  heldTakeBackTitle: 'Take back your line',
  heldTakeBackAsk: 'Your line about {{name}} will never be shown. This cannot be undone.',
  heldTakenBack: 'Taken back',
  nothingOpen: 'There is nothing to write now. You will hear in April and October.',
  notTakingPart: 'The members are writing to each other.',
  begin: 'Begin a round of strengths',
  beginTitle: 'A round of strengths',
  beginAsk: 'Everybody in the group is told and can write for three weeks.',
  beginDo: 'Begin',
};
