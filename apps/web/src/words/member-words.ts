import { loadWords, words } from './i18n.js';
import { memberWords } from './ja/member.js';

for (const [name, texts] of Object.entries(memberWords)) words.addResourceBundle('ja', name, texts);

/** In Japanese they are there; in English they are to be read. */
export const loadMemberWords = (): Promise<void> => loadWords(Object.keys(memberWords));
