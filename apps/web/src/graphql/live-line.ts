import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';

export interface LiveLine {
  readonly link: GraphQLWsLink;
  readonly hangUp: () => void;
}

/** The server closes the connection when the session ends. */
const notSignedIn = 4403;

/** By then pages have been read for so long that something may have happened to them unheard. */
const slowMs = 1_000;

/** Opens with the first subscription. What changed while the connection was down, or slow to open, is fetched when it is open. */
export function openLiveLine(
  { tenant, page }: { readonly tenant: string | null; readonly page: { readonly member: string | null } },
  onBack: () => void,
): LiveLine {
  const asked = performance.now();
  let connectedBefore = false;
  const socket = createClient({
    url: () => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/graphql`,
    connectionParams: () => ({
      ...(tenant === null ? {} : { 'Yoriai-Tenant': tenant }),
      ...(page.member === null ? {} : { 'Yoriai-Member': page.member }),
    }),
    retryAttempts: Infinity,
    shouldRetry: (why) => (why as Partial<CloseEvent> | null)?.code !== notSignedIn,
    on: {
      connected: () => {
        if (connectedBefore || performance.now() - asked > slowMs) onBack();
        connectedBefore = true;
      },
    },
  });
  return { link: new GraphQLWsLink(socket), hangUp: () => void socket.dispose() };
}
