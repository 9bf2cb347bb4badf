import { useNavigate } from 'react-router';
import { forgetEverything } from '../graphql/client.js';
import { tellOtherTabs } from '../graphql/other-tabs.js';

/** After every sign-in: nothing of the session before stays, then on to where the person wanted to go. */
export function useEnter(): (path: string) => Promise<void> {
  const navigate = useNavigate();
  return async (path) => {
    await forgetEverything();
    tellOtherTabs();
    await navigate(path, { replace: true });
  };
}
