import type { notifications as ja } from '../ja/notifications.js';
import type { WordsLike } from '../words-like.js';

export const notifications: WordsLike<typeof ja> = {
  title: 'Notifications',
  readAll: 'Mark all as read',
  unread: 'Unread',
  onlyUnread: 'Unread',
  all: 'All',
  empty: 'News about your meetings, requests and replies will arrive here.',
  emptyUnread: 'You have read everything.',
};
