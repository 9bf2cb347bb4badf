/** Written by the build (`page-words.ts` beside it): the words that each page says. */
declare module 'virtual:page-words' {
  export const pageWords: Readonly<Record<string, readonly string[]>>;
}
