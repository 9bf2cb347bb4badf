import type { home as ja } from '../ja/home.js';
import type { WordsLike } from '../words-like.js';

export const home: WordsLike<typeof ja> = {
  nextMeeting: 'Next meeting',
  noMeeting: 'Your next meeting will appear here once it is scheduled.',
  writeNote: 'Write a note for it',
  toCalendar: 'Whole calendar',
  waiting: 'Waiting for an answer',
  nobodyWaiting: 'Nobody is waiting for an answer right now.',
  ask: 'Ask for support',
  toSupport: 'All requests',
  unnamed: 'A peer who asks without a name',
  noReplyYet: 'No answer yet',
  replies_one: '{{count}} answer',
  replies_other: '{{count}} answers',
  news: 'Good news',
  toNews: 'To good news',
  unread: 'Unread notifications',
  toNotifications: 'All notifications',
  noGroupTitle: 'You are in no group yet',
  noGroup:
    'Once you are in a group, its meetings and requests appear here. Enter a joining code if you have one, or ask your office. If you have asked to join, the group is being told about you (for seven days).',
  officeTitle: 'Getting started',
  officeStart:
    'Import your roster as a CSV file, and its groups are made along with it. You can also invite people one by one, or make a group first.',
  toImport: 'Import a roster',
  toInvite: 'Invite members',
  toNewGroup: 'Create a group',
  haveCode: 'Enter a joining code',
};
