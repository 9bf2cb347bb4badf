import { ApolloLink } from '@apollo/client';
import { mergeMap, of, tap } from 'rxjs';

/** So often at most: where something changes all the time, a page must come all the same. */
const mostTries = 3;

/**
 * A query that was under way when a change was answered, or told live, may bring what stood before it, and would undo it on screen:
 * it is asked again.
 */
export function freshAnswers(): ApolloLink {
  let changes = 0;
  return new ApolloLink((operation, forward) => {
    if (operation.operationType !== 'query')
      return forward(operation).pipe(tap({ next: () => void (changes += 1) }));
    const ask = (tries: number, known = changes): ReturnType<typeof forward> =>
      forward(operation).pipe(
        mergeMap((answer) => (changes === known || tries === 1 ? of(answer) : ask(tries - 1))),
      );
    return ask(mostTries);
  });
}
