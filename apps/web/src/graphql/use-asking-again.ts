import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import type { IsServerThereQuery, IsServerThereQueryVariables } from './generated/operations.js';

/** A small question first: what is on screen does not flicker, and is not read aloud anew, each time that there is no line still. */
export const isServerThere: TypedDocumentNode<IsServerThereQuery, IsServerThereQueryVariables> = gql`
  query IsServerThere {
    __typename
  }
`;

const every = 5_000;

/** Asks for everything on screen until it can be had: at once when the device has a line again, and now and then where it cannot tell. */
export function useAskingAgain(without: boolean): void {
  const client = useApolloClient();
  useEffect(() => {
    if (!without) return;
    const again = (): void =>
      void client
        .query({ query: isServerThere, fetchPolicy: 'no-cache', context: { guest: true } })
        .then(() => client.refetchQueries({ include: 'active' }))
        .catch(() => undefined);
    const asking = setInterval(again, every);
    window.addEventListener('online', again);
    return () => {
      clearInterval(asking);
      window.removeEventListener('online', again);
    };
  }, [client, without]);
}
