import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lengthOf } from '../../kernel/index.js';
import { proposeTypeAndTitle, supportTypes, supportWanted } from '../index.js';

describe('the composer proposes', () => {
  it.each([
    ['従業員が急に辞めて、毎日不安です', 'LISTEN', 'EMOTIONAL'],
    ['土曜日の出店で店番が足りません', 'HANDS', 'INSTRUMENTAL'],
    ['塗装の仕事を頼める人を探しています', 'INTRODUCTION', 'INSTRUMENTAL'],
    ['インボイスの登録をどうされましたか', 'EXPERIENCE', 'INFORMATIONAL'],
    ['新しいメニューの値付け、率直にどう思いますか', 'ADVICE', 'APPRAISAL'],
    ['小規模事業者の補助金の申請のやり方を教えてください', 'ADVICE', 'INFORMATIONAL'],
    ['先月、長年の相棒だった妻が亡くなりました。店に立つ気力がわきません', 'ADVICE', 'EMOTIONAL'],
    ['父が癌と分かりました', 'EXPERIENCE', 'EMOTIONAL'],
    ['父が亡くなりました。相続の手順を知りたいです', 'EXPERIENCE', 'INFORMATIONAL'],
    ['フォークリフトを二日だけ借りたいです', 'ADVICE', 'INSTRUMENTAL'],
    ['My husband passed away last month and I cannot face the shop', 'ADVICE', 'EMOTIONAL'],
    ['How do I apply for the subsidy?', 'ADVICE', 'INFORMATIONAL'],
    ['Is my new price list too cheap?', 'ADVICE', 'APPRAISAL'],
    ['Could anyone lend me a van on Sunday?', 'EXPERIENCE', 'INSTRUMENTAL'],
  ] as const)('for 「%s」 and the wish %s: %s', (text, wanted, type) => {
    expect(proposeTypeAndTitle(text, wanted).type).toBe(type);
  });

  it.each([
    ['お疲れさまです。仕入れ先が値上げしてきました。どうしたらいいですか。', '仕入れ先が値上げしてきました'],
    ['皆さん、こんにちは。\n土曜の店番を探しています', '土曜の店番を探しています'],
    ['Hello everyone, my freezer broke. I need advice.', 'my freezer broke'],
    ['値上げはいつ伝えるのがいいですか?', '値上げはいつ伝えるのがいいですか?'],
    [
      '売上が先月から三割ほど落ちていて、原因がよく分からないまま広告費だけが増えてしまい、困っています',
      '売上が先月から三割ほど落ちていて…',
    ],
    ['こんにちは', ''],
    ['', ''],
    ['  \n\n ', ''],
  ])('a title from 「%s」: 「%s」', (text, title) => {
    expect(proposeTypeAndTitle(text, 'LISTEN').title).toBe(title);
  });

  it('a clean title of at most 40 characters, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(...supportWanted),
        (text, wanted) => {
          const { type, title } = proposeTypeAndTitle(text, wanted);
          expect(supportTypes).toContain(type);
          expect(lengthOf(title)).toBeLessThanOrEqual(40);
          expect(title).not.toMatch(/\p{Surrogate}/u);
          expect(title).not.toMatch(/\n|\0/);
        },
      ),
    );
  });
});
