import { alike } from '../../kernel/index.js';

const taxOrLaw =
  /税(?!込|抜|別)|確定申告|青色申告|インボイス|年末調整|節税|経費(?:にな|で落)|減価償却|訴え(?:る|た|られ)|訴訟|裁判|弁護士|契約書|違約|損害賠償|内容証明|差し?押さ?え|破産|民事再生|債務整理|労働基準|労基|残業代|解雇|就業規則|社会保険料|相続|登記|特許|商標|著作権|\b(?:tax(?:es|able|ation)?|vat|deduct(?:ible|ion)|invoice system|lawsuits?|sued?|suing|legal(?:ly)?|lawyers?|attorneys?|contracts?|liab(?:le|ility)|bankruptcy|insolvency|dismissal|overtime pay|inheritance|trademark|patent|copyright)\b/iu;

/**
 * Whether a request or reply touches tax or law, so that the reply box says 経験の話にとどめましょう: individual tax work is
 * reserved to 税理士 even when unpaid (税理士法 52条), legal business for reward to lawyers (弁護士法 72条). A reminder only;
 * nothing is refused.
 */
export const touchesTaxOrLaw = (text: string): boolean => taxOrLaw.test(alike(text));
