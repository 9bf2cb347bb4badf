export const giveAndTake = {
  giveAndTake: '支え合いのふりかえり',
  giveAndTakeFor: 'このページは、あなただけに見えます。',
  both: 'この半年で、{{helped}}回助け、{{wasHelped}}回助けてもらいました。支え合いはお互いさまです。',
  onlyHelped: 'この半年で、{{helped}}回助けました。ありがとうございます。',
  onlyWasHelped: 'この半年で、{{wasHelped}}回助けてもらいました。力になれるときが、きっと来ます。',
  neither: 'この半年は、まだ助けたり助けられたりがありません。ひとことの返事からどうぞ。',
  countedSo:
    '解決した相談で、お礼の相手に選ばれた回数です。名前を出さずにした相談は、助けてもらった回数に入りません。',
  toSupport: '支え合いを見る',
  hardTime: '大変な時期',
  hardTimeText:
    'ご不幸や病気など、大変な時期の始まりの日を書いておくと、1年のあいだ、支え合いのかたよりを気にかける仕組みから外れます。日にちだけの記録で、ほかの人には見えません。',
  hardTimeSince: '始まりの日',
  hardTimeNoted: '{{date}} からと記録しています。',
  hardTimeSave: '記録する',
  hardTimeSaved: '記録しました',
  hardTimeRemove: '記録を消す',
  hardTimeRemoved: '消しました',
  flags: '声をかけてみませんか',
  flagText:
    '{{name}} さんは、この半年、助けてもらうことのほうが多いようです。責めるためではなく、出番をつくるためのお知らせです。',
  flagWords:
    'たとえば:「いつも相談してくれてありがとうございます。{{name}} さんの経験を聞きたい人がいそうです。今度、ひとこと返してもらえませんか」',
  flagAside: '確認しました',
  flagHardTime: '大変な時期にある',
  flagHardTimeText:
    '{{name}} さんが大変な時期にあるときは、始まりの日を記録してください。1年のあいだ、このお知らせは出ません。記録は進行役だけに見えます。',
  hardTimes: '大変な時期と記録した方',
  hardTimesSince: '{{date}} から',
};
