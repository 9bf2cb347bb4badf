import { ApolloLink } from '@apollo/client';
import { days } from '@yoriai/domain/kernel';
import { catchError, of, tap, throwError } from 'rxjs';
import { forgetAskedEarly } from './asked-early.js';
import { failureOf } from './failure.js';

/**
 * What a member saw last stays readable offline: the frame, home, dates and meetings. Never threads, private notes, worries or anything of
 * a facilitator or an admin.
 */
const operations = new Set([
  'LastTenant',
  'Shell',
  'Home',
  'OpenPolls',
  'Calendar',
  'MeetingPage',
  'Preparation',
]);

const prefix = 'yoriai:seen:';
const most = 24;
const longest = days(7);

interface Kept {
  readonly data: Record<string, unknown>;
  readonly at: number;
}

/** When what is on screen was fetched, or null while it comes from the server. Emits `change`. */
class ShownFromDevice extends EventTarget {
  at: number | null = null;

  set(at: number | null): void {
    if (at === this.at) return;
    this.at = at;
    this.dispatchEvent(new Event('change'));
  }
}
export const shownFromDevice = new ShownFromDevice();

/** Keeps answers of these operations on this device, and gives the last one where the server cannot be reached. */
export function keptAnswers(tenant: string | null): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const { operationName, variables } = operation;
    if (!operationName || !operations.has(operationName) || 'after' in variables) return forward(operation);
    // Home asks from an hour that moves on and stays the same page.
    const { from: _hour, ...page } = variables;
    const which = operationName === 'Home' ? page : variables;
    const key = `${prefix}${tenant ?? ''}:${operationName}:${JSON.stringify(which)}`;
    return forward(operation).pipe(
      tap(({ data, errors }: ApolloLink.Result) => {
        shownFromDevice.set(null);
        if (!data || errors) return;
        // Signed out, or no member here any more: what was seen is not theirs to see again.
        if (operationName === 'Shell' && !data['viewer']) forgetSeen();
        else keep(key, data);
      }),
      catchError((error: unknown) => {
        const kept = failureOf(error).code === 'OFFLINE' ? read(key) : null;
        if (!kept) return throwError(() => error);
        shownFromDevice.set(kept.at);
        return of({ data: kept.data });
      }),
    );
  });
}

/** The organisation whose frame was seen last on this device, if any. */
export function seenTenant(): string | null {
  const frames = seenKeys().filter((key) => key.split(':')[3] === 'Shell');
  const newest = frames.map((key) => ({ key, at: read(key)?.at ?? 0 })).sort((a, b) => b.at - a.at)[0];
  return newest?.key.split(':')[2] ?? null;
}

/** At sign-out, at sign-in, and when access has ended. */
export function forgetSeen(): void {
  for (const key of seenKeys()) localStorage.removeItem(key);
  forgetAskedEarly();
  shownFromDevice.set(null);
}

const seenKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(prefix));

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    return kept && Date.now() - kept.at < longest ? kept : null;
  } catch {
    return null;
  }
}

/** A full or forbidden storage costs the page offline, nothing else. */
function keep(key: string, data: Record<string, unknown>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ data, at: Date.now() } satisfies Kept));
    const byAge = seenKeys()
      .map((one) => ({ one, at: (JSON.parse(localStorage.getItem(one)!) as Kept).at }))
      .sort((a, b) => b.at - a.at);
    for (const [rank, { one, at }] of byAge.entries())
      if (rank >= most || Date.now() - at > longest) localStorage.removeItem(one);
  } catch {
    return;
  }
}
