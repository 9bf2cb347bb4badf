import type { thanks } from './ja/thanks.js';

/** Words that a page brings along (`import '../words/thanks-words.js'`), so that nobody waits for them before it is opened. */
export interface PageWords {
  readonly thanks: typeof thanks;
}
