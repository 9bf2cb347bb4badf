/**
 * Scroll positions are kept by the key of a history entry. The router gives one to pages that are walked to; a page that was loaded has none, and all of
 * them in one tab would share a position. The entry keeps the key when it is loaded again or come back to.
 */
export function giveEntryKey(): void {
  const state = history.state as { key?: string } | null;
  if (!state?.key) history.replaceState({ ...state, key: Math.random().toString(36).slice(2, 10) }, '');
}
