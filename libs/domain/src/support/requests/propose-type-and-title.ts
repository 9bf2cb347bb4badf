import { alike, composed, isCleanText, trimmedEnd } from '../../kernel/index.js';
import type { SupportType, SupportWanted } from './support-request.js';

const titleLength = 40;

/** What befalls one and cannot be changed: death, illness, an end that has come. */
const cannotBeChanged =
  /亡くな|死別|他界|逝去|喪失|余命|がん(?:と|に|で|が|の)|癌|難病|認知症|流産|離婚(?:した|しました|が決ま)|倒産(?:した|しました)|廃業(?:した|しました|を決め)|閉店(?:した|しました)|辞めてしま|失って|失いました|\b(?:passed away|died|death of|funeral|cancer|dementia|miscarriage|divorced|lost my (?:husband|wife|father|mother|son|daughter|partner|dog|cat)|had to close|went bankrupt)\b/iu;

/** Asking how something is done, which rule holds, where to find it. */
const asksForKnowledge =
  /教えて|知りたい|ご存[じ知]|やり方|方法|手順|制度|補助金|助成金|相場|事例|調べ|どこに|どこで|違いは|とは何|\b(?:how (?:do|does|to|can)|what is|where (?:can|do)|which (?:form|rule|subsid)|know-how|does anyone know)\b/iu;

/** Asking to be helped with hands, things, money's worth or a name. */
const asksForHands =
  /手伝|貸して|借りたい|譲って|代わりに|人手|紹介して|紹介いただ|つないで|お客様を|\b(?:lend|borrow|cover (?:for|my)|help me (?:with|move|carry)|introduce|give me a hand|short[- ]?(?:handed|staffed))\b/iu;

const byWanted: Record<SupportWanted, SupportType> = {
  LISTEN: 'EMOTIONAL',
  EXPERIENCE: 'INFORMATIONAL',
  ADVICE: 'APPRAISAL',
  INTRODUCTION: 'INSTRUMENTAL',
  HANDS: 'INSTRUMENTAL',
};

/**
 * From the one box (いま困っていること) and the one question (どうしてもらえると助かりますか) proposes type and title; the writer may
 * change both. The wish comes first: who wants to be heard is heard, who wants hands gets hands. For a wish for experience or
 * advice the strain decides (Cutrona & Russell 1990): one that cannot be changed calls for emotional support, one that can be
 * acted on for know-how or concrete help, and otherwise advice means an honest opinion. Japanese and English.
 */
export function proposeTypeAndTitle(
  text: string,
  wanted: SupportWanted,
): { readonly type: SupportType; readonly title: string } {
  return { type: proposeType(alike(text), wanted), title: proposeTitle(text) };
}

function proposeType(text: string, wanted: SupportWanted): SupportType {
  const wish = byWanted[wanted];
  if (wanted !== 'EXPERIENCE' && wanted !== 'ADVICE') return wish;
  if (asksForHands.test(text)) return 'INSTRUMENTAL';
  if (asksForKnowledge.test(text)) return 'INFORMATIONAL';
  return cannotBeChanged.test(text) ? 'EMOTIONAL' : wish;
}

const greeting =
  /^(?:(?:皆さん|皆様|みなさん|みなさま)?[、,\s]*(?:こんにちは|こんばんは|おはようございます|お疲れ様です|お疲れさまです|おつかれさまです|お世話になっております|お世話になります|はじめまして|初めまして)|(?:hi|hello|dear)(?: (?:all|everyone|everybody|there))?)[。、,.!！\s]*/iu;

/** The first sentence that says something, at most 40 characters, cut at a comma where there is one. */
function proposeTitle(text: string): string {
  let rest = composed(text).trim();
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(greeting, '').trimStart();
  }
  const sentence = trimmedEnd(/^.*?(?:[。\n!?！？]|\.(?=\s|$)|$)/su.exec(rest)?.[0] ?? '', /[。.\s]/u);
  const characters = [...sentence].filter(isCleanText);
  if (characters.length <= titleLength) return characters.join('').trim();
  const cut = characters.slice(0, titleLength);
  const comma = Math.max(cut.lastIndexOf('、'), cut.lastIndexOf(','));
  const space = cut.lastIndexOf(' ');
  const end = comma >= titleLength / 3 ? comma : space >= titleLength / 2 ? space : titleLength - 1;
  return `${cut.slice(0, end).join('').trim()}…`;
}
