import { describe, expect, it } from '@jest/globals';
import { signsOfDanger } from './signs-of-danger.js';

/** Written for this spec the way people write: indirectly, with kana, spaces and half-width letters. Not taken from real texts. */
const distress = [
  '正直、もう死にたいと思ってしまいます',
  'しにたい',
  '死に\nたい',
  '死\u200bにたい',
  '死に\r\n\r\nたい',
  'もう\n限界です',
  'もう、限界です',
  'もう……無理です',
  'も\u00adう\u3000だ\u2060め\u2028です',
  'シ\nニ\nタ\nイ',
  '消え\ufe0fたい',
  'I want\nto d\u200bie',
  'kill\u00a0\n myself',
  '死のう\n明日には',
  'このまま消えてしまいたい',
  '朝が来るのがつらい。消えたい。',
  '自分がいない方がみんな楽になるのではと考えます',
  '私なんていなければいい',
  'もう生きていたくない',
  '生きる意味が分からなくなりました',
  '生きているのがつらいです',
  '生きていく自信がありません',
  '保険金で借金を返せば家族は助かるのに、と考えます',
  '生命保険で従業員に払えるなら',
  '首を吊ろうと思いました',
  '遺書を書きました',
  '線路に飛び込もうとしました',
  'ビルから飛び降りたら楽になれるのか',
  'もう限界です。誰にも言えません',
  'もうダメだ',
  'もう楽になりたい',
  '死んだほうがましだ',
  '死んでお詫びするしかない',
  '死ぬしかないと思っています',
  '死ぬ 方法ばかり調べています',
  '自殺を考えています',
  'ｼﾆﾀｲ',
  '死 に た い です',
  'いなくなりたい',
  '何もかも終わりにしたい',
  '人生を終わらせたい',
  '一家心中という言葉が頭をよぎります',
  '夜になると手首を切ってしまいます',
  '生きることに疲れました',
  'いっそ誰か殺してほしい',
  'I want to die',
  'Some days I wish I was dead.',
  'I have been thinking about suicide',
  'I feel SUICIDAL',
  'My family would be better off without me',
  'I can’t go on',
  'I just want to disappear',
  'there is no point in living',
  'I don’t want to be here anymore',
  'I keep thinking of ending it all',
  'I might hurt myself',
  'I am worth more dead than alive',
  'life is not worth living',
  'I see no way out',
  "I can't take this anymore",
  'I do not want to wake up',
];

const ordinary = [
  '今月の資金繰りが苦しく、支払いを延ばす相談をしたいです',
  '自殺行為のような値下げはしたくありません',
  'あの値下げは自殺点でした',
  '不安が消えたいまのうちに、次の一手を考えます',
  '飛び込み営業のこつを教えてください',
  '会議が終わりになったら電話します',
  '新しい市場に飛び込む勇気がほしいです',
  '人が足りず、繁忙期の手伝いを探しています',
  '看板が古く、目立たないのが悩みです',
  '仕入れ先が廃業しました。代わりを探しています',
  '疲れましたが、よい一日でした',
  '生命保険の見直しをした方はいますか',
  '首都圏に支店を出したいです',
  '死角になる棚の並べ方を相談したいです',
  'この商品の在庫が死んでいます',
  '代わりの職人を探しにたくさんの店を回りました',
  '値上げを話しにたいへんな思いで出かけました',
  'My supplier is killing my margins',
  'We are dying to open the new shop',
  'I want to end the contract with my landlord',
  'The deadline is killing us this week',
  'How do you go on holiday with a one-person shop?',
  'I cut my prices and it hurt',
  '',
];

describe('signs of danger', () => {
  it.each(distress)('are heard in: %s', (text) => {
    expect(signsOfDanger(text)).toBe(true);
  });

  it('are heard in at least 95 of 100 sentences of distress, and in at most 5 of 100 ordinary ones', () => {
    const share = (texts: readonly string[]) => texts.filter(signsOfDanger).length / texts.length;
    expect(share(distress)).toBeGreaterThanOrEqual(0.95);
    expect(share(ordinary)).toBeLessThanOrEqual(0.05);
  });

  it('are heard in the middle of ten thousand characters, without delay', () => {
    const started = performance.now();
    expect(signsOfDanger(`${'仕入れの話です。'.repeat(700)}もう死にたい。${'a b '.repeat(1500)}`)).toBe(true);
    expect(signsOfDanger('死 '.repeat(5000))).toBe(false);
    expect(signsOfDanger('生き'.repeat(5000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
