import type { roles as ja } from '../ja/roles.js';
import type { WordsLike } from '../words-like.js';

export const roles: WordsLike<typeof ja> = {
  roles: 'Who does what',
  HOST: 'Host',
  TIMEKEEPER: 'Timekeeper',
  HOT_SEAT: 'Hot seat',
  because: {
    ROTATION: 'By turns',
    CHOSEN: 'Chosen by the facilitator',
    STEPPED_IN: 'Stepped in',
    TOPIC: 'Their topic comes first',
  },
  roleFree: 'Nobody yet',
  take: 'I will do it',
  takeRole: '{{role}}: I will do it',
  passOn: 'Ask somebody else',
  passOnRole: '{{role}}: ask somebody else',
  passOnAsk: 'The next person in turn will be asked. No reason is passed on.',
  passedOn: 'The next person has been asked',
  swap: 'Swap roles',
  swapTitle: 'Swapping roles',
  swapAsk: '{{name}} is {{other}}. Swap with {{holder}}, who is {{role}}? Both are told.',
  swapped: 'Swapped',
  haveBoth: 'No, ask them to do both',
  setRole: 'Choose: {{role}}',
  nobody: 'Nobody',
  suggest: 'Decide by turns',
  rolesHint: 'Two weeks before the meeting this is decided by turns.',
};
