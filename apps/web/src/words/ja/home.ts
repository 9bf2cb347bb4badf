export const home = {
  nextMeeting: '次の会',
  noMeeting: '次の会の予定は、決まるとここに出ます。',
  toCalendar: '予定をすべて見る',
  waiting: '返事を待っている相談',
  nobodyWaiting: '返事を待っている相談は、いまはありません。',
  ask: '相談してみる',
  toSupport: '支え合いへ',
  unnamed: '名前を伏せた仲間',
  noReplyYet: 'まだ返事がありません',
  replies_other: '返事{{count}}件',
  unread: '未読のお知らせ',
  toNotifications: 'お知らせをすべて見る',
  noGroupTitle: 'まだグループに入っていません',
  noGroup:
    'グループに入ると、会の予定や仲間の相談がここに出ます。参加コードをお持ちなら入力してください。なければ事務局にお声がけください。すでに参加を申し込んだ方は、いまグループの皆さんにお知らせしています(7日間)。',
  officeTitle: 'はじめの準備',
  officeStart:
    '会員の名簿をCSVで取り込むと、グループもいっしょに作れます。1人ずつ招待することも、先にグループを作ることもできます。',
  toImport: '名簿の取り込み',
  toInvite: '会員の招待',
  toNewGroup: 'グループの作成',
  haveCode: '参加コードを入力',
};
