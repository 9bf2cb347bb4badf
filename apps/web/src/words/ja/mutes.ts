export const mutes = {
  muteThread: 'この相談のお知らせを止める',
  unmuteThread: 'この相談のお知らせを受けとる',
  threadMuted: 'お知らせを止めました。相談はこれまでどおり読めます。',
  threadUnmuted: 'お知らせを受けとるようにしました。',
  muteMember: 'この人をミュートする',
  muteTitle: '{{name}} さんのミュート',
  muteAsk:
    '{{name}} さんの相談・返事・申し出・うれしい報告と、そのお知らせが、あなたの画面に出なくなります。{{name}} さんにもほかの人にも、ミュートしたことは伝わりません。会の予定と名簿は、これまでどおりです。',
  muteUnnamed: '名前を出さない相談は、だれが書いたか分からないように、そのまま見えます。',
  mute: 'ミュートする',
  memberMuted: 'ミュートしました',
  isMuted: 'ミュート中です。この人の書いたものは、あなたの画面に出ません。',
  unmute: 'ミュートをやめる',
  memberUnmuted: 'ミュートをやめました',
  mutes: 'ミュート',
  mutesHint: 'ミュートしたことは、だれにも伝わりません。',
  mutesEmpty:
    'ミュートしている人も相談もありません。読みたくない人がいるときは、会員のページからミュートできます。',
  mutedMembers: '人',
  mutedRequests: 'お知らせを止めた相談',
};
