import { ApolloLink } from '@apollo/client';
import { Observable, type Subscriber } from 'rxjs';

/** Live connections without a server: open until the page closes them; a message comes when the test sends it. */
export class LiveLines extends ApolloLink {
  private readonly open = new Map<string, Set<Subscriber<ApolloLink.Result>>>();

  override request({ operationName = '' }: ApolloLink.Operation): Observable<ApolloLink.Result> {
    return new Observable((line) => {
      const all = this.open.get(operationName) ?? new Set();
      this.open.set(operationName, all.add(line));
      return () => void all.delete(line);
    });
  }

  /** How many lines of this operation are open. */
  count(operationName: string): number {
    return this.open.get(operationName)?.size ?? 0;
  }

  say(operationName: string, data: Record<string, unknown>): void {
    for (const line of this.open.get(operationName) ?? []) line.next({ data });
  }
}
