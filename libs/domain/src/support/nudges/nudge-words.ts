import type { NudgeReason } from './match-helpers.js';

const types = {
  ja: {
    INFORMATIONAL: '情報がほしい',
    INSTRUMENTAL: '手を借りたい',
    EMOTIONAL: '話を聞いてほしい',
    APPRAISAL: '率直な意見がほしい',
  },
  en: {
    INFORMATIONAL: 'know-how',
    INSTRUMENTAL: 'a helping hand',
    EMOTIONAL: 'an open ear',
    APPRAISAL: 'an honest opinion',
  },
} as const;
const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

/** Why this person, in the words of the notice and of the screen. */
export function nudgeReasonText(reason: NudgeReason, locale: 'ja' | 'en'): string {
  const japanese = locale === 'ja';
  switch (reason.kind) {
    case 'TOPIC':
      return japanese
        ? `「${reason.topic}」の相談で、これまで${reason.times}回助けになっています。`
        : `You have helped ${times(reason.times)} before with “${reason.topic}”.`;
    case 'STRENGTH':
      return japanese
        ? `あなたの得意なこと(${reason.topic})に近い相談です。`
        : `It is close to your strengths (${reason.topic}).`;
    case 'TYPE':
      return japanese
        ? `「${types.ja[reason.type]}」という相談で、これまで${reason.times}回助けになっています。`
        : `You have helped ${times(reason.times)} before when somebody wanted ${types.en[reason.type]}.`;
    case 'TURN':
      return japanese ? 'みなさんに順番にお声がけしています。' : 'We ask everybody in turn.';
    case 'CHOSEN':
      return japanese
        ? '相談した人が、あなたに聞いてみたいと思っています。'
        : 'Whoever asked would like to hear from you.';
  }
}
