import type { recordings as ja } from '../ja/recordings.js';
import type { WordsLike } from '../words-like.js';

export const recordings: WordsLike<typeof ja> = {
  recording: 'Recording',
  recordingHint: 'A link can be set only when everybody who is there agrees. Nobody sees who answered what.',
  recordingAsk: 'May this meeting be recorded?',
  agree: 'I agree',
  disagree: 'Please don’t record',
  answeredAgree: 'You agreed to be recorded. You can change that later.',
  answeredDisagree: 'You asked not to be recorded. No link will be set.',
  notAgreed: 'Once everybody has agreed, a link can be set here.',
  allAgreed: 'Everybody has agreed.',
  recordingUrl: 'Link to the recording',
  recordingUrlHint: 'Starts with https://. After 30 days it is no longer shown here.',
  setRecording: 'Set the link',
  openRecording: 'Watch the recording',
  recordingGone: 'Shown here until {{date}}.',
  removeRecording: 'Remove the link',
};
