import type { helpLines as ja } from '../ja/help-lines.js';
import type { WordsLike } from '../words-like.js';

export const helpLines: WordsLike<typeof ja> = {
  title: 'In trouble?',
  danger: 'Is anybody’s life or body in danger right now?',
  call119: 'Call 119',
  call110: 'Call 110',
  ambulance: 'Ambulance, fire',
  police: 'Police',
  notLife: 'If no life is in danger, call one of these. You need not give your name.',
  openNow: 'Open now ({{time}})',
  tryThese: 'Hours differ by day or region',
  tryTheseNote: 'They may not answer right now. Their own pages tell when they do.',
  closedNow: 'Closed now ({{count}})',
  nothingOpen:
    'Nothing on this subject is open now. The lines under “Hard to say” listen to any kind of worry.',
  about: 'What is it about?',
  ALL: 'Everything',
  MONEY: 'Money, contracts',
  ACCIDENT: 'Accident, disaster',
  BODY: 'My body',
  MIND: 'I can’t cope',
  UNSURE: 'Hard to say',
  call: 'Call {{tel}}',
  source: 'Their page',
  always: 'Day and night',
  daily: 'Every day',
  weekdays: 'Mon–Fri',
  closedOnHolidays: 'not on public holidays or at New Year',
  verified: 'Checked on {{date}}. Numbers and hours can change. Times are Japan time.',
  offline: 'This page opens without a connection.',
};
