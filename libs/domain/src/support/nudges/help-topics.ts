import { alike } from '../../kernel/index.js';

/**
 * What a text is about, without a dictionary: runs of kanji with their okurigana (値上げ, 資金繰り), of katakana (インボイス) and
 * Latin words; a run longer than any word is taken in pieces, since each is compared in all its parts. Little words of talking (相談, 今月) say nothing about strengths.
 */
const term = /[\p{sc=Han}々]{2,20}(?:[ぁ-ん](?![ぁ-ん]{3}))?|[ァ-ヴー]{3,20}|[a-z][a-z0-9]{2,30}/gu;
const particles = /[のがをにはでともへやかしっすさなてた]$/u;
const smallTalk = new Set(
  `相談 経験 意見 今回 今日 今月 来月 先月 今年 来年 昨年 去年 毎月 毎日 最近 自分 仲間 皆様 時間 場合 方法 必要 問題 状況 一番 全部 本当 大変
  大丈夫 以上 以下 最初 最後 一人 二人 何人 他店 店舗 会社 仕事 お店 ところ 教えて アドバイス the and for with this that have from about what how does can you are our not`.split(
    /\s+/u,
  ),
);

/** The terms of a text, each once, in the order of their first appearance; NFKC, lower case. */
export function termsOf(text: string): readonly string[] {
  const found = alike(text).match(term) ?? [];
  const terms = found.map((word) => word.replace(particles, '')).filter((word) => !smallTalk.has(word));
  return [...new Set(terms)].filter((word) => word.length >= 2);
}

const pairsOf = (word: string): readonly string[] => {
  const characters = [...word];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
};

/** What two texts have in common. */
export interface SharedTopic {
  /** Of the first term of `asked` that the other text shares, the longest part that is in both: 帳簿. Null when they share nothing. */
  readonly topic: string | null;
  /** Pairs of neighbouring characters (2-grams) of terms that are in both. */
  readonly pairs: number;
}

/** Compares by 2-grams inside terms, so that 帳簿 meets 帳簿付け; Latin words only as wholes. Symmetric in `pairs`. */
export function sharedTopic(asked: readonly string[], said: readonly string[]): SharedTopic {
  let topic: string | null = null;
  const pairs = new Set<string>();
  for (const one of asked) {
    const common = said.map((other) => commonPart(one, other)).filter((part) => part !== null);
    for (const part of common) for (const pair of pairsOf(part)) pairs.add(pair);
    topic ??= common.toSorted((a, b) => b.length - a.length)[0] ?? null;
  }
  return { topic, pairs: pairs.size };
}

const latin = /^[a-z]/u;
function commonPart(one: string, other: string): string | null {
  if (one === other) return one;
  if (latin.test(one) || latin.test(other)) return null;
  const [short, long] = one.length <= other.length ? [[...one], other] : [[...other], one];
  for (let length = short.length; length >= 2; length -= 1)
    for (let from = 0; from + length <= short.length; from += 1) {
      const part = short.slice(from, from + length).join('');
      if (long.includes(part) && !smallTalk.has(part)) return part;
    }
  return null;
}
