import type { NoticeFacts, NoticeText, NoticeWords } from './notice-facts.js';
import type { NoticeKind } from './notice-kinds.js';
import { englishWords } from './notice-words.en.js';
import { japaneseWords } from './notice-words.ja.js';

const words: Readonly<Record<'ja' | 'en', NoticeWords>> = { ja: japaneseWords, en: englishWords };

/** What the bell says, in full: whoever signed in and may see the thing may read about it. */
export const noticeText = <K extends NoticeKind>(
  kind: K,
  facts: NoticeFacts[K],
  locale: 'ja' | 'en',
): NoticeText => words[locale][kind](facts);
