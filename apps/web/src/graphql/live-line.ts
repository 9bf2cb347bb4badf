import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';

export interface LiveLine {
  readonly link: GraphQLWsLink;
  readonly hangUp: () => void;
}

/** Opens with the first subscription. What happened while the line was down is fetched when it is back. */
export function openLiveLine(tenant: string | null, onBack: () => void): LiveLine {
  let connectedBefore = false;
  const socket = createClient({
    url: () => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/graphql`,
    connectionParams: tenant === null ? {} : { 'Yoriai-Tenant': tenant },
    retryAttempts: Infinity,
    shouldRetry: () => true,
    on: {
      connected: () => {
        if (connectedBefore) onBack();
        connectedBefore = true;
      },
    },
  });
  return { link: new GraphQLWsLink(socket), hangUp: () => void socket.dispose() };
}
