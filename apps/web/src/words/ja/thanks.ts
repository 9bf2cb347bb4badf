export const thanks = {
  title: 'ありがとう',
  count_other: 'これまでに、{{count}}回のありがとうが届いています。',
  onlyYou: 'このページは、あなただけに見えます。',
  empty: '仲間の相談に応えると、届いたお礼がここに並びます。',
  toSupport: '支え合いを見る',
  from: '{{name}} さんより',
  fromAnonymous: '匿名の方より',
  fromUnknown: '仲間より',
  wordless: '言葉はありませんが、感謝の気持ちが届いています。',
  about: '相談「{{title}}」',
  outOfSight: '相談の内容は、いまは見られません。',
  print: '印刷する',
};
