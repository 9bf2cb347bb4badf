import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { atHand } from './ja/index.js';
import type { memberWords } from './ja/member.js';
import type { pageWords } from './ja/pages.js';

export type Language = 'ja' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof atHand & typeof memberWords & typeof pageWords;
  }
}

/** What has not come with the first file or with a member's frame. English is one file: its readers need most of it anyway. */
async function read(language: string, name: string): Promise<object | undefined> {
  const texts: Record<string, object> =
    language === 'en' ? (await import('./en/index.js')).en : (await import('./ja/pages.js')).pageWords;
  return texts[name];
}

/** A page's words are loaded with the page (`loadWords`); what it says without them would be their names. */
export const words: i18n = createInstance();
void words
  .use(initReactI18next)
  .use({
    type: 'backend',
    init: () => undefined,
    read: (language: string, name: string) => read(language, name),
  })
  .init({
    lng: 'ja',
    fallbackLng: 'ja',
    ns: Object.keys(atHand),
    defaultNS: 'common',
    resources: { ja: { ...atHand } },
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    initAsync: false,
  });

/** Fails where they do not come, as a page does whose file does not come. English may be missing: Japanese replaces it. */
export async function loadWords(names: readonly string[]): Promise<void> {
  await words.loadNamespaces(names);
  const missing = (): string[] => names.filter((name) => !words.hasResourceBundle('ja', name));
  // i18next does not retry a failed download.
  if (missing().length > 0) await words.reloadResources('ja', missing());
  if (missing().length > 0) throw new TypeError(`import of words failed: ${missing().join(', ')}`);
}

const remembered = 'yoriai:language';

/** What this device was last read in, else what the browser asks for. */
export function languageHere(): Language {
  const asked = localStorage.getItem(remembered) ?? navigator.language;
  return asked.startsWith('ja') ? 'ja' : 'en';
}

/** Where English does not come, Japanese goes on. */
export async function speak(language: Language): Promise<void> {
  const hasCome = (): boolean => words.hasResourceBundle(language, 'common');
  if (!hasCome()) await words.loadLanguages(language);
  if (!hasCome()) await words.reloadResources(language);
  if (!hasCome()) return;
  await words.changeLanguage(language);
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language;
}
