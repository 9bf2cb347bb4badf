import type { notifications as ja } from '../ja/notifications.js';
import type { WordsLike } from '../words-like.js';

export const notifications: WordsLike<typeof ja> = {
  title: 'Notifications',
  readAll: 'Mark all as read',
  unread: 'Unread',
  onlyUnread: 'Unread',
  all: 'All',
  empty: 'News about your meetings, requests and replies will arrive here.',
  kept: 'Notifications go after {{days}} days. What they are about stays where it is.',
  emptyUnread: 'You have read everything.',
};
