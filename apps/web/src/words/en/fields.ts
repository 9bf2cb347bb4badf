import type { WordsLike } from '../words-like.js';
import type { fields as ja } from '../ja/fields.js';

export const fields: WordsLike<typeof ja> = {
  REQUIRED: '{{label}}: please fill this in',
  TOO_LONG: '{{label}}: at most {{limit}} characters',
  TOO_SHORT: '{{label}}: at least {{limit}} characters',
  TOO_MANY: '{{label}}: at most {{limit}}',
  OUT_OF_RANGE: '{{label}}: this value is out of range',
  MALFORMED: '{{label}}: please check how this is written',
  IN_THE_PAST: '{{label}}: choose a time in the future',
  UNKNOWN: '{{label}}: not found, please choose again',
};
