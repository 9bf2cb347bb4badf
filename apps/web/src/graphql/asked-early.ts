interface AskedEarly {
  readonly operationName: string;
  readonly variables: string;
  readonly at: number;
  readonly answer: Promise<Response>;
}
declare global {
  interface Window {
    /** Left by the script that a page names first (`ask-early.ts`). */
    askedEarly?: AskedEarly[];
  }
}

const fresh = 30_000;

/** What was asked for another session is no answer in this one. */
export function forgetAskedEarly(): void {
  delete window.askedEarly;
}

/** The answer to this request body that was asked for before the application was here; once, and while it is new. */
export function takeAskedEarly(body: unknown): Promise<Response> | null {
  const asked = window.askedEarly ?? [];
  if (asked.length === 0 || typeof body !== 'string') return null;
  const { operationName, variables } = JSON.parse(body) as { operationName?: string; variables?: unknown };
  const same = asked.findIndex(
    (one) => one.operationName === operationName && one.variables === JSON.stringify(variables ?? {}),
  );
  if (same < 0) return null;
  const [{ at, answer }] = asked.splice(same, 1) as [AskedEarly];
  return Date.now() - at < fresh ? answer : null;
}
