import type { danger as ja } from '../ja/danger.js';
import type { WordsLike } from '../words-like.js';

export const danger: WordsLike<typeof ja> = {
  title: 'This sounds very hard',
  text: 'Thank you for writing it down. There are people you can talk to right now, without giving your name. You can still send this as it is.',
  lines: 'See help lines',
  call119: 'Call 119 (Japan)',
};
