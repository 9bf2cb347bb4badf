import type { thanks as ja } from '../ja/thanks.js';
import type { WordsLike } from '../words-like.js';

export const thanks: WordsLike<typeof ja> = {
  title: 'Thanks',
  count_one: 'You have been thanked once so far.',
  count_other: 'You have been thanked {{count}} times so far.',
  onlyYou: 'Only you see this page.',
  empty: 'When you help a peer with a request, their thanks will appear here.',
  toSupport: 'See requests',
  from: 'From {{name}}',
  fromAnonymous: 'From somebody who gave no name',
  fromUnknown: 'From a peer',
  wordless: 'Thanks without words.',
  about: 'Request “{{title}}”',
  outOfSight: 'You can no longer see the request itself.',
  print: 'Print',
};
