import type { answers as ja } from '../ja/answers.js';
import type { WordsLike } from '../words-like.js';

export const answers: WordsLike<typeof ja> = {
  similarTitle: 'Others have asked something similar',
  similarNote: 'What you have typed stays here while you look.',
  similarOutcome: 'What came of it: {{outcome}}',
  similarReplies_one: '{{count}} reply',
  similarReplies_other: '{{count}} replies',

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

  notes: 'Between the two of you',
  notesHint: 'Only you and the person who asked can read this. Nobody else sees that there is a note.',
  notesHintAsker: 'Only you and the person who wrote can read this. Nobody else sees that there is a note.',
  notesAnonymous: 'Your name stays hidden when you answer.',
  writeNote: 'Write to the asker alone',
  note: 'Note',
  sendNote: 'Send note',
  noteSent: 'Sent',
  answerTo: 'Answer to {{name}}',
  sendAnswer: 'Send answer',
  withReader: 'Notes with {{name}}',
  asker: 'The asker',
  me: 'You',

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

  muteThread: 'No more notices of this request',
  unmuteThread: 'Get notices of this request again',
  threadMuted: 'You’ll get no more notices. You can read the request as before.',
  threadUnmuted: 'You’ll get notices again.',
  muteMember: 'Mute this person',
  muteTitle: 'Mute {{name}}',
  muteAsk:
    'Requests, replies, offers and good news by {{name}}, and notices of them, will no longer appear on your screen. Nobody is told, neither {{name}} nor anyone else. Meetings and the roster stay as they are.',
  muteUnnamed: 'Anonymous requests stay visible, so that nobody can tell who wrote them.',
  mute: 'Mute',
  memberMuted: 'Muted',
  isMuted: 'Muted. What this person writes does not appear on your screen.',
  unmute: 'Unmute',
  memberUnmuted: 'Unmuted',
  mutes: 'Muted',
  mutesHint: 'Nobody is told that you muted them.',
  mutesEmpty:
    'You have muted nobody and no request. If there is somebody you’d rather not read, you can mute them on their page.',
  mutedMembers: 'People',
  mutedRequests: 'Requests without notices',
};
