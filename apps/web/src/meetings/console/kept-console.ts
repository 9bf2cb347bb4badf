import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useContext, useEffect, useState } from 'react';
import { DraftOwner, draftKey, keepDraft, readDraft } from '../../forms/draft.js';
import { failureOf } from '../../graphql/failure.js';
import { assumeAhead, howFarAhead } from '../../graphql/server-clock.js';
import { useAskingAgain } from '../../graphql/use-asking-again.js';
import { runClockFragment } from './run-state.js';

interface Seen {
  readonly node: { readonly status?: string } | null;
}
interface Kept {
  readonly data: Seen;
  readonly ahead: number;
}

/**
 * What the console last showed stays on this device as long as its meeting is open, so that a page that is loaded again without a line
 * shows it, with the taps that still wait. Call it before the query.
 */
export function useKeptConsole(query: TypedDocumentNode<unknown, { id: string }>, id: string): void {
  const { cache } = useApolloClient();
  const key = draftKey(useContext(DraftOwner), `console-page:${id}`);
  useState(() => {
    const { data, ahead } = readDraft<Kept>(key)?.values ?? {};
    const known = cache.readFragment({
      id: `Meeting:${id}`,
      fragment: runClockFragment,
      fragmentName: 'RunClock',
    });
    if (!data || known) return;
    assumeAhead(ahead ?? 0);
    cache.writeQuery({ query, variables: { id }, data });
  });
  useEffect(
    () =>
      cache.watch<Seen>({
        query,
        variables: { id },
        optimistic: false,
        immediate: true,
        callback: ({ complete, result }) => {
          if (!complete || !result) return;
          const isOpen = (result as Seen).node?.status === 'OPEN';
          const values = { data: result as Seen, ahead: howFarAhead() };
          keepDraft<Kept>(key, isOpen ? { values, idempotencyKey: '' } : null);
        },
      }),
    [cache, query, id, key],
  );
}

/** Whether what was asked for could not be had for want of a line; everything on screen is then asked for until it can. */
export function useWithoutLine(error: unknown): boolean {
  const without = Boolean(error) && failureOf(error).code === 'OFFLINE';
  useAskingAgain(without);
  return without;
}
