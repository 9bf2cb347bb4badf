import { createContext } from 'react';

/** Whose drafts these are: `<tenant>:<member>`. Null outside a tenant, where nothing is kept. */
export const DraftOwner = createContext<string | null>(null);

export interface Draft<Values> {
  readonly values: Partial<Values>;
  readonly idempotencyKey: string;
}

const prefix = 'yoriai:draft:';
export const draftKey = (owner: string | null, name: string | undefined): string | null =>
  owner !== null && name !== undefined ? `${prefix}${owner}:${name}` : null;

export function readDraft<Values>(key: string | null): Draft<Values> | null {
  if (key === null) return null;
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Draft<Values> | null;
  } catch {
    return null;
  }
}

/** A full or forbidden storage costs the draft, never the typing. */
export function keepDraft<Values>(key: string | null, draft: Draft<Values> | null): void {
  if (key === null) return;
  try {
    if (draft === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    return;
  }
}

/** At sign-out: a shared computer must not show the next person what was being written. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
