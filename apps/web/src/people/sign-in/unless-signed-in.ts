import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { failureOf } from '../../graphql/failure.js';
import type { WhoAmIQuery, WhoAmIQueryVariables } from '../../graphql/generated/operations.js';

const whoAmI: TypedDocumentNode<WhoAmIQuery, WhoAmIQueryVariables> = gql`
  query WhoAmI {
    me {
      id
    }
  }
`;

/** A user without a tenant is signed in all the same: an invitation or a joining code may come next. */
export function useUnlessSignedIn(): (error: unknown) => Promise<void> {
  const client = useApolloClient();
  return async (error) => {
    if (failureOf(error).code !== 'NO_MEMBERSHIP') throw error;
    const { data } = await client.query({
      query: whoAmI,
      fetchPolicy: 'network-only',
      context: { guest: true },
    });
    if (!data?.me) throw error;
  };
}
