import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { clientFor } from './client.js';

/** Asks for a page's data while its frame is still being drawn; the page's own `useQuery` joins the request that is under way. */
export function askAhead<Variables extends OperationVariables>(
  tenant: string | undefined,
  query: TypedDocumentNode<unknown, Variables>,
  variables: Variables,
): void {
  if (tenant === undefined) return;
  // Whatever goes wrong is told by the page, which asks again.
  clientFor(tenant)
    .query({ query, variables, fetchPolicy: 'network-only' } as never)
    .catch(() => undefined);
}
