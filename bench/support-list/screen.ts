/** The support list as a phone asks for it: 20 requests with author, each with its offers and their helpers. */
export const document = `query SupportList($first: Int!) {
  supportRequests(first: $first) {
    edges { cursor node {
      id type wanted urgency title body status anonymous mine replyCount createdAt
      author { id displayName businessName }
      offers { id status terms message createdAt helper { id displayName businessName } }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;
export const variables = { first: 20 };

/** What a server under test needs to know, and what the load needs to send. */
export interface Plan {
  readonly ownerUrl: string;
  readonly slug: string;
  readonly cookie: string;
}

/** From a server under test to the runner. */
export type Told = { readonly ready: string } | { readonly cpuMs: number };
