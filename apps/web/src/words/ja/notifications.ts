export const notifications = {
  title: 'お知らせ',
  readAll: 'すべて既読にする',
  unread: '未読',
  onlyUnread: '未読だけ',
  all: 'すべて',
  empty: '会の予定や、仲間からの相談・返事があると、ここに届きます。',
  kept: 'お知らせは{{days}}日たつと消えます。もとの相談や会は、そのまま残ります。',
  emptyUnread: '未読のお知らせはありません。',
};
