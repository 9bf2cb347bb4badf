import type { afterParty as ja } from '../ja/after-party.js';
import type { WordsLike } from '../words-like.js';

export const afterParty: WordsLike<typeof ja> = {
  afterParty: 'Dinner afterwards',
  partyNone: 'If you eat together after the meeting, people can answer for that here.',
  partyAsk: 'Do you come along?',
  partyYes: 'Coming along',
  partyNo: 'Not coming',
  partyFor: '{{name}}: {{answer}}',
  partyComers_one: '{{count}} person comes along',
  partyComers_other: '{{count}} people come along',
  partyAll: 'Answer for somebody',
  partyPlan: 'Plan a dinner',
  partyEdit: 'Change the dinner',
  partyPlanned: 'The dinner is planned',
  partyOff: 'Call the dinner off',
  partyOffAsk: 'The dinner and the answers to it are gone. The meeting itself stays.',
  partyOffDone: 'The dinner is called off',
  partyDetails: 'Where and when (optional)',
  partyDetailsHint: 'Such as: Minato, from nine',
  partyFee: 'Fee in yen (optional)',
  partyFeeIs: 'Fee: {{amount}} yen',
};
