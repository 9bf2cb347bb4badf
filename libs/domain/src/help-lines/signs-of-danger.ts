import { alike } from '../kernel/index.js';

/**
 * Phrases in which people say that they may not want to live on, folded as `alike` does. They decide one thing only: that the
 * writer is gently shown help lines. Nothing is blocked, stored or reported, so a false alarm costs one kind sentence and a miss
 * may cost much; the list leans to the first. Review it with an expert of a suicide-prevention service before changing it and
 * at least once a year; the spec measures recall against sentences collected for it. Written November 2026, review due.
 */
const phrases: Record<'ja' | 'en', readonly RegExp[]> = {
  ja: [
    /死にた(?:い|く|か|け|ひ)/,
    /しにた(?:い(?!へん|しょう|おう|せつ)|くな)|シニタイ/,
    /死の(?:う|ー)(?:か|と|$|[。!\s])/,
    /死んで(?:しま|楽|も(?:いい|良い|構わ|かまわ)|お詫び|償|解決)/,
    /死んだ(?:方|ほう)が(?:まし|マシ|いい|良い|楽)/,
    /死(?:ぬ|ん)(?:し|だ)か(?:ない|道)/,
    /死ぬ(?:しか|方法|ことばかり|ことを考|つもり|準備)/,
    /(?:消え|きえ)(?:たい(?!ま)|てしまいたい|ていなくなりたい|てなくなりたい|ちゃいたい)/,
    /(?:居|い)なくな(?:りたい|ってしまいたい|った(?:方|ほう)が)/,
    /(?:自分|私|僕|俺|わたし)(?:なんて|なんか|さえ|が)?(?:居|い)な(?:い|かった|ければ)(?:方|ほう)?(?:が)?(?:いい|良い|楽|よかった|良かった|みんな)/,
    /(?:生き|いき)て(?:い|る)?(?:たくない|たく(?:も|は)ない|けない|られない|いても仕方|いても意味|る意味|る価値|る理由|ることに疲|るのがつら|るのが辛|るのに疲)/,
    /(?:生き|いき)(?:る(?:のが|の|ことに|ことが)?(?:意味|価値|気力|しんど|つら|辛|嫌|疲)|ていく自信が|ている意味)/,
    /自殺(?!行為|点|的な(?:値|価))/,
    /自死/,
    /(?:首|くび)を?(?:吊|つ[らりるっろ]|くく)/,
    /飛び(?:降り(?:た|よ|て|自)|込(?:み(?:た|自)|も|ん(?:で(?:しま|楽))))/,
    /(?:練炭|硫化水素|リストカット|リスカ|オーバードーズ|大量服薬|遺書)/,
    /(?:手首|腕)を切/,
    /(?:全部|すべて|全て|何もかも|人生を?|命を)(?:もう)?(?:終わりに|終わらせ|断|絶)(?:し(?:たい|よう)|たい|よう|と)/,
    /もう(?:楽になりたい|終わりにしたい|終わらせたい|疲れ(?:切|き)|限界|(?:だめ|ダメ|駄目)(?:です|だ|か)|生き|耐えられ|無理です|何もかも嫌)/,
    /(?:保険金|生命保険)(?:で|さえ|が).{0,12}(?:返|払|残|家族|済)/,
    /(?:心中|道連れ)/,
    /(?:誰か|いっそ).{0,6}(?:殺して|終わらせて)/,
  ],
  en: [
    /\b(?:want|wanted|wish|like|ready|going|need|rather|better off|deserve) (?:to )?(?:die|be dead|dead)\b/,
    /\bwish (?:i|that i) (?:was|were|could be) (?:dead|never born|gone)\b/,
    /\b(?:kill|hurt|harm|cutting|cut) myself\b/,
    /\bsuicid(?:e|al)\b/,
    /\bend (?:it all|my life|everything)\b/,
    /\bending (?:it all|my life)\b/,
    /\btake my (?:own )?life\b/,
    /\b(?:don'?t|do not|no longer|can'?t|cannot) (?:want to |bear to |see (?:a|any) (?:reason|point) (?:to|in) )?(?:be alive|be here any ?more|exist|live(?: like this)?|living|go on|keep going|wake up)\b/,
    /\bno (?:reason|point|will) (?:to|in) (?:live|living|go on|going on)\b/,
    /\b(?:life|living) (?:is|isn'?t|is not) (?:not )?worth(?: living| it)?\b/,
    /\b(?:everyone|everybody|they|my family|the world)(?: would|'d| is| are)? (?:all )?(?:be )?better off without me\b/,
    /\b(?:want|wish|like) (?:to|i could) (?:just )?(?:disappear|vanish|not wake up|sleep and never)\b/,
    /\bno way out\b/,
    /\b(?:overdose|hang myself|jump off|noose)\b/,
    /\b(?:worth more dead|life insurance would)\b/,
    /\b(?:can'?t|cannot) (?:take|do) (?:it|this) (?:any ?more|any longer)\b/,
  ],
};

const kana = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}';
const between = new RegExp(`(?<=[${kana}]) (?=[${kana}])`, 'gu');
/** Where a voice falters: もう、限界です / もう……無理です. */
const halts = new RegExp(`(?<=[${kana}])[ 、,.…‥・]+(?=[${kana}])`, 'gu');

/** As it stands, with the gaps in Japanese closed (every break and space is one), and with its halts closed too: none of them hides a phrase. */
function readings(text: string): readonly string[] {
  const words = alike(text);
  return [words, words.replace(between, ''), words.replace(halts, '')];
}

/** Whether a text that a person wrote about themselves sounds as if they were in danger. Japanese and English, whatever the language of the screen. */
export function signsOfDanger(text: string): boolean {
  const words = readings(text);
  return [...phrases.ja, ...phrases.en].some((phrase) => words.some((reading) => phrase.test(reading)));
}
