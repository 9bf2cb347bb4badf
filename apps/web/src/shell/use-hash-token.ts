import { useLocation } from 'react-router';

/** The token behind the `#`: it stays in the browser, so no server log and no other site ever sees it. */
export const useHashToken = (): string => decodeURIComponentSafely(useLocation().hash.slice(1));

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
