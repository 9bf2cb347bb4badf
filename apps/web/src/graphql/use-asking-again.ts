import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';

const every = 5_000;

/** Asks for everything on screen until it can be had: at once when the device has a line again, and now and then where it cannot tell. */
export function useAskingAgain(without: boolean): void {
  const client = useApolloClient();
  useEffect(() => {
    if (!without) return;
    const again = (): void => void client.refetchQueries({ include: 'active' }).catch(() => undefined);
    const asking = setInterval(again, every);
    window.addEventListener('online', again);
    return () => {
      clearInterval(asking);
      window.removeEventListener('online', again);
    };
  }, [client, without]);
}
