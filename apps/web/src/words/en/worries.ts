import type { worries as ja } from '../ja/worries.js';
import type { WordsLike } from '../words-like.js';

export const worries: WordsLike<typeof ja> = {
  tellTitle: 'Tell the facilitators, quietly',
  tellText:
    'Only the facilitators are told. Neither they nor the person learn your name. Nothing is removed or reported.',
  tellNote: 'What worries you (optional)',
  tell: 'Tell the facilitators only',
  told: 'The facilitators have been told, without your name.',
  worriesTitle: 'Worries (only facilitators see this)',
  worriesText:
    'We keep no record of who told. Start by asking how they are, in a note to them alone or by phone.',
  worryOfReply: 'About somebody who replied',
  worryOfAsker: 'About the person who asked',
  worryPlain: 'Somebody is worried.',
};
