/** Shown, gently, to whoever writes as if in danger. */
export const danger = {
  title: 'とてもつらい状況のように見えます',
  text: '書いてくださって、ありがとうございます。いま話せる窓口があります。名前を言わなくても大丈夫です。書いたものは、このまま送れます。',
  lines: '相談窓口を見る',
  call119: '119に電話',
};
