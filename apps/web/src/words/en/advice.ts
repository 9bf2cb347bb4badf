import type { advice as ja } from '../ja/advice.js';
import type { WordsLike } from '../words-like.js';

export const advice: WordsLike<typeof ja> = {
  adviceWaits: 'They want to be heard. Start by taking it in; keep advice until it is welcome.',
  askLeave: 'May I give some advice?',
  askLeaveHint: 'They are not told who asks. If there is no answer, let it rest.',
  leaveAskedByMe: 'You have asked whether advice is welcome. We’ll tell you if they answer.',
  adviceIsWelcome: 'Advice is welcome, too.',
  welcomeTitle: 'For now people only listen',
  welcomeText: 'Advice is held back until you ask for it.',
  welcomeAsked: 'Somebody would like to give advice. Just being heard is fine, too.',
  welcome: 'I’d like advice, too',
  welcomed: 'Advice can reach you now',
};
