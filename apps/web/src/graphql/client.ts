import {
  ApolloClient,
  ApolloLink,
  DocumentTransform,
  HttpLink,
  InMemoryCache,
  type FieldMergeFunction,
  type StoreObject,
} from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { getMainDefinition, relayStylePagination } from '@apollo/client/utilities';
import { from, map, mergeMap } from 'rxjs';
import { takeAskedEarly } from './asked-early.js';
import { canonicalDocument } from './canonical-document.js';
import { freshAnswers } from './fresh-answers.js';
import { forgetSeen, keptAnswers } from './kept-answers.js';
import { words } from '../words/i18n.js';
import type { LiveLine } from './live-line.js';

/** The slug of a tenant, or null on the pages that belong to none: there the session's last tenant answers. */
export type TenantSlug = string | null;

interface Line {
  readonly client: ApolloClient;
  readonly hangUp: () => void;
}

/** Whose pages these are, once that is known. */
interface Page {
  member: string | null;
}

const lines = new Map<TenantSlug, Line>();

/** One client and one cache per tenant: two tabs, two tenants, one cookie. */
export function clientFor(tenant: TenantSlug): ApolloClient {
  const line = lines.get(tenant) ?? openLine(tenant);
  lines.set(tenant, line);
  return line.client;
}

/** At every change of who is signed in: neither answers nor live lines of the one before may outlast it. */
export async function forgetEverything(): Promise<void> {
  forgetSeen();
  for (const [tenant, { client, hangUp }] of lines) {
    hangUp();
    await client.clearStore();
    if (tenant !== null) lines.delete(tenant);
  }
}

/**
 * An attendee has no id in a meeting's list, so what this answer left out is kept from an earlier one. Otherwise the page would miss
 * it and ask for all again, with an answer that may be older than a tap made meanwhile.
 */
const byMember: FieldMergeFunction<readonly StoreObject[]> = (
  existing = [],
  incoming,
  { readField, mergeObjects },
) => {
  const memberOf = (one: StoreObject): unknown => readField('id', readField<StoreObject>('member', one));
  return incoming.map((one) => {
    const known = existing.find((other) => memberOf(other) === memberOf(one));
    return known ? mergeObjects(known, one) : one;
  });
};

export const makeCache = (): InMemoryCache =>
  new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          groups: relayStylePagination(),
          members: relayStylePagination(['search', 'status']),
          invitations: relayStylePagination(),
          meetings: relayStylePagination(['groupId', 'from', 'to']),
          datePolls: relayStylePagination(['groupId', 'openOnly']),
          supportRequests: relayStylePagination(['filter']),
          goodNews: relayStylePagination(['groupId']),
          notifications: relayStylePagination(['unreadOnly']),
          strengthsReceived: relayStylePagination(),
          thanksReceived: relayStylePagination(),
          facilitatorOverview: { merge: true },
        },
      },
      Group: { fields: { meetings: relayStylePagination(), viewerCan: { merge: true } } },
      DatePoll: { fields: { viewerCan: { merge: true } } },
      MeetingSeries: { fields: { meetings: relayStylePagination() } },
      Meeting: { fields: { viewerCan: { merge: true }, attendees: { merge: byMember } } },
      CheckIn: { fields: { remarks: relayStylePagination() } },
      Topic: { fields: { remarks: relayStylePagination() } },
      SupportRequest: {
        fields: {
          replies: relayStylePagination(),
          privateNotes: relayStylePagination(),
          viewerCan: { merge: true },
        },
      },
      FacilitatorOverview: {
        fields: { unanswered: relayStylePagination(), worries: relayStylePagination() },
      },
      GoodNews: { fields: { comments: relayStylePagination(), viewerCan: { merge: true } } },
      Viewer: { keyFields: [], fields: { settings: { merge: true }, viewerCan: { merge: true } } },
    },
  });

function openLine(tenant: TenantSlug): Line {
  const page: Page = { member: null };
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: tenant === null ? {} : { 'Yoriai-Tenant': tenant },
    // Mails to a new visitor follow the language on their screen, which need not be the browser's.
    fetch: (address, init) => {
      const headers = new Headers(init?.headers);
      headers.set('accept-language', words.language);
      if (page.member !== null) headers.set('Yoriai-Member', page.member);
      const ask = (): Promise<Response> => fetch(address, { ...init, headers });
      return takeAskedEarly(init?.body)?.catch(ask) ?? ask();
    },
  });
  // Fetched with the first subscription: visitors who are not signed in never need it.
  let live: Promise<LiveLine> | undefined;
  const subscriptions = new ApolloLink((operation) => {
    live ??= import('./live-line.js')
      .then(({ openLiveLine }) =>
        openLiveLine({ tenant, page }, () => void client.refetchQueries({ include: 'active' })),
      )
      .catch((error: unknown) => {
        // The next subscription asks for the file again: a lift or a tunnel must not end what is live until a reload.
        live = undefined;
        throw error;
      });
    return from(live).pipe(mergeMap(({ link }) => link.request(operation)));
  });
  const client = new ApolloClient({
    link: ApolloLink.from([
      askToSignIn,
      ...(tenant === null ? [] : [takeNote(page)]),
      freshAnswers(),
      keptAnswers(tenant),
      ApolloLink.split(({ query }) => isSubscription(query), subscriptions, http),
    ]),
    cache: makeCache(),
    dataMasking: true,
    documentTransform: new DocumentTransform(canonicalDocument),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
  return {
    client,
    hangUp: () =>
      void live?.then(
        ({ hangUp }) => hangUp(),
        () => undefined,
      ),
  };
}

/** The first answer that says who is here makes the page theirs, before anything on it can be tapped. */
const takeNote = (page: Page): ApolloLink =>
  new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      map((answer) => {
        const { viewer } = (answer.data ?? {}) as { viewer?: { member?: { id?: string } } | null };
        page.member ??= viewer?.member?.id ?? null;
        return answer;
      }),
    ),
  );

function isSubscription(query: Parameters<typeof getMainDefinition>[0]): boolean {
  const main = getMainDefinition(query);
  return main.kind === 'OperationDefinition' && main.operation === 'subscription';
}

/** The page belongs to another member than the session: the shell says whose, and hides it. */
export const pageOfAnother = 'yoriai:page-of-another';

/** A session that ended in mid-page: sign in, then come back here. Pages that work without one say `guest: true`. */
const askToSignIn = new ErrorLink(({ error, operation }) => {
  if (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => extensions?.['code'] === 'MEMBER_MISMATCH')
  ) {
    forgetSeen();
    window.dispatchEvent(new Event(pageOfAnother));
  }
  if (operation.getContext()['guest'] === true || !CombinedGraphQLErrors.is(error)) return;
  if (error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')) {
    forgetSeen();
    window.dispatchEvent(new Event(signInNeeded));
  }
});
/** Heard by the shell, which knows the way to the sign-in page and back. */
export const signInNeeded = 'yoriai:sign-in-needed';
