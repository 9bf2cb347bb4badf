export const requests = {
  similarTitle: '似た相談がありました',
  similarNote: '読みに行っても、書きかけの文は残ります。',
  similarOutcome: 'その後: {{outcome}}',
  similarReplies_other: '返事{{count}}件',

  whose: 'だれの相談か',
  whoseAll: 'グループ',
  whoseMine: '自分の相談',
  whoseForMe: 'わたし宛て',
  emptyMine: 'まだ相談していません。ひとことからどうぞ。',
  emptyForMe: 'あなた宛ての相談は、いまはありません。',
};
