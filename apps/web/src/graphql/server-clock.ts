import { gql, type ApolloClient, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { ServerNowQuery, ServerNowQueryVariables } from './generated/operations.js';

export const serverNow: TypedDocumentNode<ServerNowQuery, ServerNowQueryVariables> = gql`
  query ServerNow {
    now
  }
`;

/** How far the server's clock is ahead of this device's, in milliseconds; phones are often minutes off. */
let ahead = 0;
const samples = 3;

/** The answer that was on its way for the shortest time is the truest: the server's clock, half a way ago. */
async function measure(client: ApolloClient): Promise<void> {
  let shortest = Infinity;
  for (let n = 0; n < samples; n++) {
    const sentAt = Date.now();
    const { data } = await client.query({ query: serverNow, fetchPolicy: 'no-cache' });
    const onItsWay = Date.now() - sentAt;
    if (!data || onItsWay >= shortest) continue;
    shortest = onItsWay;
    ahead = Date.parse(data.now) + onItsWay / 2 - Date.now();
  }
}

export const howFarAhead = (): number => ahead;
/** As it was measured before, until it can be measured again. */
export const assumeAhead = (milliseconds: number): void => {
  ahead = milliseconds;
};

/** What the server's clock shows at this moment. */
export const serverTime = (): Date => new Date(Date.now() + ahead);

/** The server's time, four times a second, so that all screens turn to the next second together. */
export function useServerTime(): Date {
  const client = useApolloClient();
  const [now, setNow] = useState(serverTime);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') void measure(client).catch(() => undefined);
    };
    look();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    const ticking = setInterval(() => setNow(serverTime()), 250);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
      clearInterval(ticking);
    };
  }, [client]);
  return now;
}
