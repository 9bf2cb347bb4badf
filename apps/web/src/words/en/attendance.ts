import type { attendance as ja } from '../ja/attendance.js';
import type { WordsLike } from '../words-like.js';

export const attendance: WordsLike<typeof ja> = {
  attendance: 'Who is here',
  attendanceHint: 'Tap those who have come. Everybody can also say so on their own screen.',
  there_one: '{{count}} here now',
  there_other: '{{count}} here now',
  PRESENT: 'Here',
  ONLINE: 'Online',
  ABSENT: 'Absent',
  late: 'Late or left early',
  presenceOf: '{{name}}: {{presence}}',
  came: 'I’m here',
  cameOnline: 'I’m here online',
  youAreThere: 'We know you are here.',
  youAreOnline: 'We know you are here online.',
  takeBack: 'Take back',
};
