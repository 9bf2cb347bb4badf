import type { mutes as ja } from '../ja/mutes.js';
import type { WordsLike } from '../words-like.js';

export const mutes: WordsLike<typeof ja> = {
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
    'You have muted no one and no request. If there is somebody you’d rather not read, you can mute them on their page.',
  mutedMembers: 'People',
  mutedRequests: 'Requests without notices',
};
