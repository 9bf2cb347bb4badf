import type { danger as ja } from '../ja/danger.js';
import type { WordsLike } from '../words-like.js';

export const danger: WordsLike<typeof ja> = {
  title: 'This sounds very hard',
  text: 'Thank you for writing it down. There are people you can talk to right now, without giving your name. You can still send this as it is.',
  lines: 'See help lines',
  call119: 'Call 119 (Japan)',
  worry: 'I’m worried about them',
  worryAbout: 'Worried about {{name}}',
  worryAboutUnnamed: 'Worried about the asker',
  sayTitle: 'What you could say',
  say1: '“Thank you for telling us. I’m worried about you.”',
  say2: 'Ask “What is hardest right now?” and listen without interrupting',
  say3: 'You may ask “Is it so bad that you want to die?” Being asked is a relief to many',
  say4: 'Think of the next step together: “Shall we call a help line together?”',
  sayNotTitle: 'What to keep from saying',
  sayNot1: '“Hang in there”, “You worry too much”, “Others have it worse”',
  sayNot2: 'A promise to tell nobody (it cannot be kept when a life is at risk)',
  sayNot3: 'Don’t carry it alone. Talk to somebody, too',
  callTitle: 'Where to call',
  callNow: 'If you think a life is in danger now, call 119 without hesitating.',
};
