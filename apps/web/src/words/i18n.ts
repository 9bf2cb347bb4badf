import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { common } from './ja/common.js';
import type { ja } from './ja/index.js';
import type { PageWords } from './page-words.js';
import { shell } from './ja/shell.js';

export type Language = 'ja' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof ja & PageWords;
  }
}

/**
 * The words of the frame come with the first file, a visitor's or member's with their pages (visitor-words.ts,
 * member-words.ts), those of pages that are rarely opened with the page itself (page-words.ts), English when somebody reads it.
 */
export const words: i18n = createInstance();
void words.use(initReactI18next).init({
  lng: 'ja',
  fallbackLng: 'ja',
  defaultNS: 'common',
  resources: { ja: { common, shell } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

const remembered = 'yoriai:language';

/** What this device was last read in, else what the browser asks for. */
export function languageHere(): Language {
  const asked = localStorage.getItem(remembered) ?? navigator.language;
  return asked.startsWith('ja') ? 'ja' : 'en';
}

export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !words.hasResourceBundle('en', 'common')) {
    const { en } = await import('./en/index.js');
    for (const [feature, texts] of Object.entries(en)) words.addResourceBundle('en', feature, texts);
  }
  await words.changeLanguage(language);
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language;
}
