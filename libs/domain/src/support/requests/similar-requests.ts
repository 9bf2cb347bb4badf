import {
  fold,
  isCleanText,
  lengthOf,
  limits,
  badInput,
  ok,
  type BadUserInput,
  type Result,
} from '../../kernel/index.js';
import type { SupportRequest } from './support-request.js';

/** So many past requests are shown under the composer. */
export const similarShown = 3;
/** So many words of what is being written are looked for. */
const wordsSought = 8;
/** Only the beginning is read: it says what the request is about. */
const readCharacters = 1_000;
/** Share of the draft's words that a request must have in common with it to be shown, weighed by how rare they are. */
const leastLikeness = 0.18;

const kanji = /[\p{Script=Han}々]{2,}/gu;
const katakana = /[\p{Script=Katakana}ー]{3,}/gu;
const latin = /[a-z][a-z0-9'-]{3,}/gu;
/** One kanji with its ending (怖い, 辞める) is a word too. */
const inflected = /\p{Script=Han}\p{Script=Hiragana}(?=[\p{Script=Hiragana}、。\s]|$)/gu;

/** Words that half of all requests hold. */
const common = new Set(
  (
    '相談 皆様 皆さ 教え 思い 思う 困っ 困り 願い 聞き 聞い 聞か 本当 最近 今回 方法 自分 一人 質問 経験 意見 場合 感じ 考え 考える 先日 今日 毎日 言わ 言い 出来 分か 出て 来て 行き 見て 持っ 使っ ' +
    'about after again also been before does from have help here into just know like more need only other please some that their them then there these they thing this what when where which with would your anyone could should really very want wants trying'
  ).split(' '),
);

/** Half-width, capitals and spellings count alike. */
const read = (text: string): string => fold([...text].slice(0, readCharacters).join('')).toLowerCase();

/** The words that say what a text is about, longest first; Japanese by runs of one script, English by letters. */
export function wordsOf(text: string): readonly string[] {
  const folded = read(text);
  const runs = [kanji, katakana, latin, inflected].flatMap((pattern) => folded.match(pattern) ?? []);
  // A long run of kanji is a compound: its parts of two find what is put together otherwise.
  const parts = runs.flatMap((run) =>
    /^\p{Script=Han}{4,}$/u.test(run) ? [run, ...pairsOf(run).filter((_, i) => i % 2 === 0)] : [run],
  );
  return [...new Set(parts)]
    .filter((word) => !common.has(word))
    .toSorted((a, b) => lengthOf(b) - lengthOf(a) || (a < b ? -1 : 1));
}

/** What to search for while a member is writing; nothing while there is nothing yet. Up to 5,000 characters. */
export function wordsToSeek(text: string): Result<readonly string[], BadUserInput> {
  if (!isCleanText(text)) return badInput('text', 'MALFORMED');
  if (lengthOf(text) > limits.body) return badInput('text', 'TOO_LONG', limits.body);
  return ok(wordsOf(text).slice(0, wordsSought));
}

function pairsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(0, -1).map((character, i) => character + characters[i + 1]!);
}

/** Every pair of neighbouring kanji or kana in the words of a text, and its whole Latin words. */
function featuresOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).flatMap((word) => (/^[a-z]/.test(word) ? [word] : pairsOf(word))));
}

export interface Comparable extends Pick<SupportRequest, 'title' | 'body' | 'status'> {
  readonly id: string;
}

/**
 * The past requests most like what is being written, best first, at most three. Likeness is the share of the draft's word-pairs that
 * a request holds, each weighed by how few of the candidates hold it; the same likeness: the one that came to a good end, then the
 * newer (candidates come newest first). What was taken back is not shown. Who asked plays no part, so that the list tells no names.
 */
export function mostSimilar<Request extends Comparable>(
  text: string,
  candidates: readonly Request[],
): readonly Request[] {
  const draft = featuresOf(text);
  const known = candidates
    .filter(({ status }) => status !== 'WITHDRAWN')
    .map((request) => ({ request, features: featuresOf(`${request.title}\n${request.body}`) }));
  const weights = new Map(
    [...draft].map((feature) => {
      const holders = known.filter(({ features }) => features.has(feature)).length;
      return [feature, Math.log(1 + (known.length + 1) / (holders + 1))] as const;
    }),
  );
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return [];
  return known
    .map(({ request, features }, age) => ({
      request,
      age,
      likeness:
        [...weights].reduce((sum, [one, weight]) => sum + (features.has(one) ? weight : 0), 0) / whole,
    }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .toSorted(
      (a, b) =>
        b.likeness - a.likeness ||
        Number(b.request.status === 'RESOLVED') - Number(a.request.status === 'RESOLVED') ||
        a.age - b.age,
    )
    .slice(0, similarShown)
    .map(({ request }) => request);
}
