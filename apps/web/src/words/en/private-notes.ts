import type { privateNotes as ja } from '../ja/private-notes.js';
import type { WordsLike } from '../words-like.js';

export const privateNotes: WordsLike<typeof ja> = {
  notes: 'Between the two of you',
  notesHint: 'Only you and the person who asked can read this. Nobody else sees that there is a note.',
  notesHintAsker: 'Only you and the person who wrote can read this. Nobody else sees that there is a note.',
  notesAnonymous: 'Your name stays hidden when you answer.',
  writeNote: 'Write to the asker alone',
  note: 'Note',
  sendNote: 'Send note',
  noteSent: 'Sent',
  noteWithdraw: 'Delete',
  noteWithdrawTitle: 'Delete your note',
  noteWithdrawAsk: 'This note will be gone for both of you, for good.',
  answerTo: 'Answer to {{name}}',
  sendAnswer: 'Send answer',
  withReader: 'Notes with {{name}}',
  asker: 'The asker',
  me: 'You',
};
