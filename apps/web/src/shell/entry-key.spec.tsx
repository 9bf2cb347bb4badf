import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, render, screen, waitFor } from '@testing-library/react';
import { createBrowserRouter, Outlet, RouterProvider, ScrollRestoration } from 'react-router';
import { giveEntryKey } from './entry-key.js';

let height = 0;
const { scrollTo } = window;
beforeEach(() => {
  Object.assign(window, { scrollTo: (_: number, y: number) => void (height = y) });
  Object.defineProperty(window, 'scrollY', { configurable: true, get: () => height });
});
afterEach(() => {
  Object.assign(window, { scrollTo });
  Object.defineProperty(window, 'scrollY', { configurable: true, writable: true, value: 0 });
  sessionStorage.clear();
});

/** What a document does that the browser loads; answers with how to leave it. */
async function load(): Promise<{ leave: () => void; goTo: (path: string) => Promise<void> }> {
  height = 0;
  giveEntryKey();
  const page = (
    <>
      <Outlet />
      <ScrollRestoration />
    </>
  );
  const children = ['/calendar', '/groups'].map((path) => ({ path, element: <p>{path}</p> }));
  const router = createBrowserRouter([{ element: page, children }]);
  const { unmount } = render(<RouterProvider router={router} />);
  await screen.findByText(location.pathname);
  return {
    goTo: (path) => act(() => router.navigate(path)),
    leave: () => {
      window.dispatchEvent(new Event('pagehide'));
      unmount();
      router.dispose();
    },
  };
}
/** As if the address had been typed. */
const type = (path: string): void => history.pushState(null, '', path);
const back = async (): Promise<void> => {
  const went = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
  history.back();
  await went;
};

describe('where a page begins', () => {
  it('is its top when it is loaded, though another one was loaded and read in the same tab', async () => {
    type('/calendar');
    const first = await load();
    height = 700;
    first.leave();
    type('/groups');
    const second = await load();
    expect(height).toBe(0);
    height = 300;
    second.leave();
    type('/calendar');
    const third = await load();
    expect(height).toBe(0);
    third.leave();
  });

  it('is where it was left when it is loaded again or come back to', async () => {
    type('/calendar');
    const first = await load();
    height = 700;
    first.leave();
    const again = await load();
    expect(height).toBe(700);
    again.leave();
    type('/groups');
    const second = await load();
    height = 300;
    second.leave();
    await back();
    const third = await load();
    expect(height).toBe(700);
    await third.goTo('/groups');
    expect(height).toBe(0);
    await act(back);
    await waitFor(() => expect(height).toBe(700));
    third.leave();
  });
});
