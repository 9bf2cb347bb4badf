import type { RequestContext } from './context.js';

/**
 * Turns what the live channel says (ids) into what one subscriber may see: for each, the session is looked at again, the thing is
 * read anew under this viewer's own row-level security, and what they may not see is passed over in silence.
 * A client that stops listening is let go at once, not when the next message comes.
 */
export function liveField<P, T>(
  context: RequestContext,
  field: string,
  source: AsyncIterableIterator<P>,
  read: (payload: P) => Promise<T | null>,
): AsyncGenerator<Record<string, T>> {
  const told = tell(context, field, source, read);
  const hangUp = told.return.bind(told);
  // A generator that waits for a word hears of its end only after that word.
  told.return = async (value: unknown) => {
    await source.return?.();
    return hangUp(value);
  };
  return told;
}

async function* tell<P, T>(
  context: RequestContext,
  field: string,
  source: AsyncIterableIterator<P>,
  read: (payload: P) => Promise<T | null>,
): AsyncGenerator<Record<string, T>> {
  try {
    for await (const payload of source) {
      if (!(await context.refresh()) || !context.viewer) return;
      const value = await read(payload);
      if (value === null) await context.close();
      else yield { [field]: value };
    }
  } finally {
    await source.return?.();
    await context.end();
  }
}
