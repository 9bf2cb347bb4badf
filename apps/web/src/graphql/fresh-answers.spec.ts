import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { describe, expect, it } from '@jest/globals';
import { Observable, type Observer } from 'rxjs';
import { freshAnswers } from './fresh-answers.js';

/** A server that answers when it is told to. */
function slowServer() {
  const asked: { name: string; answer: (value: string) => void }[] = [];
  const cache = new InMemoryCache();
  const client = new ApolloClient({
    cache,
    link: ApolloLink.from([
      freshAnswers(),
      new ApolloLink(
        (operation) =>
          new Observable((observer: Observer<ApolloLink.Result>) => {
            const root = operation.operationType === 'query' ? 'rsvp' : 'say';
            const answer = (value: string) => {
              observer.next({ data: { [root]: { __typename: 'Attendee', id: 'one', rsvp: value } } });
              if (operation.operationType !== 'subscription') observer.complete();
            };
            asked.push({ name: operation.operationType, answer });
          }),
      ),
    ]),
  });
  return { cache, client, asked };
}
const query = gql`
  {
    rsvp {
      id
      rsvp
    }
  }
`;
const mutation = gql`
  mutation {
    say {
      id
      rsvp
    }
  }
`;
const live = gql`
  subscription {
    say {
      id
      rsvp
    }
  }
`;

describe('an answer that was under way', () => {
  it('is asked for again where a change was answered meanwhile, and does not undo it', async () => {
    const { cache, client, asked } = slowServer();
    const page = client.query({ query });
    const tap = client.mutate({ mutation });
    asked[1]!.answer('YES');
    await tap;
    asked[0]!.answer('NONE');
    expect(asked.map(({ name }) => name)).toEqual(['query', 'mutation', 'query']);
    expect(cache.extract()['Attendee:one']).toMatchObject({ rsvp: 'YES' });
    asked[2]!.answer('YES');
    await page;
    expect(cache.extract()['Attendee:one']).toMatchObject({ rsvp: 'YES' });
  });

  it('is taken as it is where nothing changed, and where changes never end', async () => {
    const { client, asked } = slowServer();
    const page = client.query({ query });
    asked[0]!.answer('NONE');
    await page;
    expect(asked).toHaveLength(1);

    const screen = client.subscribe({ query: live }).subscribe(() => undefined);
    const busy = client.query({ query, fetchPolicy: 'network-only' });
    for (let i = 2; i < 5; i += 1) {
      asked[1]!.answer(`live ${i}`);
      asked[i]!.answer(`page ${i}`);
    }
    await busy;
    screen.unsubscribe();
    expect(asked.map(({ name }) => name)).toEqual(['query', 'subscription', 'query', 'query', 'query']);
  });
});
