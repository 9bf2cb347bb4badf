export const nudges = {
  nudgeTitle: 'あなたに声をかけています',
  nudgeAnswer: '答える',
  nudgeSnooze: '今回は見送る',
  nudgeFull: '今月は手いっぱいです',
  nudgeNote: '見送っても、だれにも伝わりません。',
  snoozed: '見送りました。気が変わったら、いつでも返事を書けます。',
  snoozedFull: '今月の声かけを止めました。マイページでいつでも戻せます。',

  waitingTitle: 'まだ返事がありません。待たせてしまい申し訳ありません',
  waitingText: 'つらいときは、いま話せる窓口もあります。もうひとり選んで、聞いてみることもできます。',
  helpLines: '相談窓口を見る',
  secondPerson: '聞いてみたい方',
  secondPersonHint: 'この相談を読める方の中から選べます。選んだ方だけに伝わります。',
  secondPersonPick: '選んでください',
  askThem: 'この方に聞いてみる',
  asked: '{{name}} さんに声をかけました。',
  askedSo: '声をかけた方: {{names}}',

  stillOpenTitle: 'この相談は、まだ続いていますか',
  stillOpenText: 'しばらく動きがありませんでした。このままだと、3日後にいったん閉じます。',
  stillOpenKeep: 'まだ助けがほしい',
  stillOpenKept: 'わかりました。このまま続けます。',
  stillOpenElse: '解決したときや取り下げるときは、こちらからどうぞ。',

  availability: 'お手伝いの声かけ',
  availabilityIntro:
    '力になれそうな相談があるとき、月に2回まで声をかけます。この設定は、ほかの人には見えません。',
  full: '今月は手いっぱいです',
  fullHint: '月末まで声をかけません。翌月には自動で戻ります。',
  willing: 'もっと声をかけてよい',
  willingHint: '月に2回をこえても声をかけます。',
  availabilitySaved: '変更しました',
};
