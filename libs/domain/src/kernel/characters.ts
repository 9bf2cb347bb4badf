/** Marks on one letter: Unicode's own limit for texts in streams (UAX 15). To put n of them in order takes n² steps. */
const mostMarks = 30;
/** Half-width ﾞ and ﾟ become marks in NFKC. */
const mark = '[\\p{M}\\uff9e\\uff9f]';
const tooManyMarks = new RegExp(`${mark}{${mostMarks + 1}}`, 'u');
const marksBeyond = new RegExp(`(${mark}{${mostMarks}})${mark}+`, 'gu');

/** Whether a letter carries more than thirty combining marks: no script writes so many. */
export const pilesMarks = (text: string): boolean => tooManyMarks.test(text);

/** A text in one of Unicode's normal forms. The only place that makes one: of a run of marks the first thirty stay. */
export const normalised = (text: string, form: 'NFC' | 'NFD' | 'NFKC'): string =>
  (pilesMarks(text) ? text.replace(marksBeyond, '$1') : text).normalize(form);

/** Shows as a gap: white space, the next-line control, the fillers of Hangul, the empty cell of Braille. */
const gaps = /[\s\u0085\u115f\u1160\u2800\u3164\uffa0]+/gu;
/** Shows nothing: soft hyphens, zero-width and direction marks, variation selectors, tags, old controls. */
const hidden = /[\p{Default_Ignorable_Code_Point}\u0080-\u009f\ufff9-\ufffb]/u;
const invisible = new RegExp(hidden, 'gu');
/** Of those, what can change how its neighbours look: variants of a kanji or sign, joiners of emoji and of letters. */
const variant = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const joiner = /[\u200c\u200d]/u;
const hasVariants = /[\p{Script=Han}\p{S}\p{Emoji}]/u;
const pictograph = /\p{Extended_Pictographic}/u;
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u;
/** A letter of a script whose letters join: not Latin, Greek, Cyrillic, kanji, kana or Hangul. */
const joins =
  /(?![\p{Default_Ignorable_Code_Point}\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}])[\p{L}\p{M}]/u;

/** Whether a reader sees anything of a text at all. */
export const showsNothing = (text: string): boolean =>
  text.replace(gaps, '').replace(invisible, '').trim() === '';

/** What a reader sees of a text: each gap one space, and nothing that shows nothing. */
export const visible = (text: string): string =>
  text.replace(gaps, ' ').replace(invisible, '').replace(/ {2,}/g, ' ');

/** A text of one line as its writer meant it: gaps become one space, and invisible characters stay only where they change their neighbours. */
export function oneLine(text: string): string {
  const signs = [...text.replace(gaps, ' ')].filter(
    (sign) => variant.test(sign) || joiner.test(sign) || !hidden.test(sign),
  );
  const kept: string[] = [];
  signs.forEach((sign, i) => {
    const [before, after] = [kept.at(-1) ?? '', signs[i + 1] ?? ''];
    if (variant.test(sign) && !hasVariants.test(before)) return;
    if (joiner.test(sign) && !(joinsTo(before, after) || (emoji.test(before) && pictograph.test(after))))
      return;
    kept.push(sign);
  });
  return kept.join('').replace(/ {2,}/g, ' ').trim();
}
const joinsTo = (before: string, after: string): boolean => joins.test(before) && joins.test(after);

const ownForms = /([\uf900-\ufaff\u{2f800}-\u{2fa1f}]+)/u;

/**
 * One spelling for letters that can be written as one character or with a mark (NFC), but for kanji in a form of their own (塚 神 羽 as
 * U+FA10, U+FA19, U+FA1E), which NFC would take from the people who are called so.
 */
export const composed = (text: string): string =>
  text
    .split(ownForms)
    .map((piece, i) => (i % 2 === 1 ? piece : normalised(piece, 'NFC')))
    .join('');

/** A kana with marks of voicing typed behind it; signs of their own are a space with a mark in NFKC. */
const voiced = /[\u3041-\u3096\u30a1-\u30fa](?: *[\u3099\u309a])+/gu;

/**
 * Full-width digits and letters become ASCII, half-width kana full-width (NFKC), a mark of voicing typed apart (カ゛) joins its kana, gaps
 * become one space, and what shows nothing goes; for phones, dates, amounts, furigana.
 */
export const fold = (text: string): string =>
  normalised(
    normalised(visible(text), 'NFKC').replace(voiced, (letter) => letter.replace(/ /g, '')),
    'NFKC',
  )
    .replace(/ {2,}/g, ' ')
    .trim();

/** Letters and their marks apart (NFD). */
export const decomposed = (text: string): string => normalised(text, 'NFD');

/**
 * What two texts have in common that read alike: besides what `fold` takes together, capitals, waves, dashes and quotation marks.
 * Applied to its own answer it changes nothing that people type.
 */
export const alike = (text: string): string =>
  fold(fold(text.replace(/\u00b4/gu, "'")).toLowerCase())
    .replace(/[\u223c\u223d\u301c\u3030]/gu, '~')
    .replace(/[\u02d7\u2010-\u2015\u2043\u2212\u2500\u2501]/gu, '-')
    .replace(/[`\u02b9\u02bc\u2018-\u201b\u2032]/gu, "'")
    .replace(/''|[\u201c-\u201f\u301d-\u301f]/gu, '"');

/** Forms of one kanji that names mix freely: the last of each run represents all. */
const forms =
  '髙高 﨑嵜碕崎 濵濱浜 邊邉辺 澤沢 齋斎 齊斉 櫻桜 廣広 德徳 𠮷吉 國国 眞真 瀨瀬 惠恵 瀧滝 穗穂 黑黒 圓円 榮栄 曾曽 萬万 豐豊 靜静 淸清 增増 橫横 渕淵 條条 緖緒 薰薫 顯顕 敎教 步歩';
const newForm: ReadonlyMap<string, string> = new Map(
  forms.split(' ').flatMap((run) => {
    const each = [...run];
    return each.slice(0, -1).map((old) => [old, each.at(-1)!] as const);
  }),
);
/** Old and new forms of a kanji made one: 髙 and 高, 﨑 and 崎. */
export const newForms = (text: string): string => [...text].map((c) => newForm.get(c) ?? c).join('');

/** Katakana as hiragana. */
export const hiragana = (text: string): string =>
  text.replace(/[\u30a1-\u30f6\u30fd\u30fe]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));

/** A text without what `drop` (one character) matches at its end. Looks at each once, where `/[…]+$/` begins anew at every run. */
export function trimmedEnd(text: string, drop: RegExp): string {
  let end = text.length;
  while (end > 0 && drop.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}
