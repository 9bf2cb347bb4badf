import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { gql } from '@apollo/client';
import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { clientFor, forgetEverything, signInNeeded } from '../graphql/client.js';
import { tellOtherTabs } from '../graphql/other-tabs.js';
import { aViewer } from '../testing/render-page.js';
import { theme } from '../ui/theme.js';
import { speak } from '../words/i18n.js';
import { TenantRoot } from './tenant-root.js';

interface Asked {
  readonly operation: string;
  readonly page: string | null;
}
const asked: Asked[] = [];
/** Who is signed in, not what the page shows; null when signed out. */
let session: string | null;
const realFetch = globalThis.fetch;
const realSocket = globalThis.WebSocket;
/** A live connection that never opens. */
class DeadLine extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly readyState = 0;
  send(): void {}
  close(): void {}
}

const shellOf = (id: string) => ({
  me: { __typename: 'User', id: `usr_${id}` },
  viewer: { ...aViewer(), member: { ...aViewer().member, id } },
});
/** The server's rule for pages. */
const serve = (_: unknown, init?: RequestInit): Promise<Response> => {
  const { operationName } = JSON.parse(String(init?.body)) as { operationName: string };
  const page = new Headers(init?.headers).get('Yoriai-Member');
  asked.push({ operation: operationName, page });
  if (session === 'no line') return Promise.reject(new TypeError('Failed to fetch'));
  const answer =
    session === null
      ? { data: { me: null, viewer: null } }
      : page !== null && page !== session
        ? { data: null, errors: [{ message: 'x', extensions: { code: 'MEMBER_MISMATCH' } }] }
        : { data: shellOf(session) };
  return Promise.resolve(
    new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }),
  );
};

const later = gql`
  query Later {
    me {
      id
    }
  }
`;
const askLater = (): Promise<unknown> =>
  clientFor('minato').query({ query: later, fetchPolicy: 'network-only' });

const open = () => {
  const router = createMemoryRouter(
    [
      {
        path: '/t/:tenant',
        element: <TenantRoot />,
        children: [{ index: true, element: <p>花子のページ</p> }],
      },
      { path: '*', element: <p>サインインのページ</p> },
    ],
    { initialEntries: ['/t/minato'] },
  );
  return render(
    <MantineProvider theme={theme} env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  );
};

beforeEach(async () => {
  localStorage.clear();
  asked.length = 0;
  session = 'mem_1';
  globalThis.fetch = serve as typeof fetch;
  globalThis.WebSocket = DeadLine as never;
  await forgetEverything();
});
afterEach(async () => {
  globalThis.fetch = realFetch;
  globalThis.WebSocket = realSocket;
  await speak('ja');
});

describe('a page under a member’s name', () => {
  it('says with everything it asks whose it is, from the first answer on', async () => {
    open();
    await screen.findByText('花子のページ');
    expect(asked[0]).toEqual({ operation: 'Shell', page: null });
    await askLater();
    expect(asked.at(-1)).toEqual({ operation: 'Later', page: 'mem_1' });
    expect(asked.slice(1).every(({ page }) => page === 'mem_1')).toBe(true);
  });

  it('is taken away when another member has signed in, says whose it was, and offers the way on', async () => {
    const { container } = open();
    await screen.findByText('花子のページ');
    session = 'mem_2';
    tellOtherTabs();
    await screen.findByRole('heading', { name: 'これは山田 花子 さんのページです' });
    expect(screen.queryByText('花子のページ')).toBeNull();
    expect(
      screen.getByRole('link', { name: 'いまサインインしている人として続ける' }).getAttribute('href'),
    ).toBe('/');
    expect(
      screen.getByRole('link', { name: '山田 花子 さんとしてサインインし直す' }).getAttribute('href'),
    ).toContain('/sign-in');
    expect((await axe(container)).violations).toEqual([]);
  });

  it('says so in English too, and also when no other tab told this one', async () => {
    open();
    await screen.findByText('花子のページ');
    await speak('en');
    session = 'mem_2';
    await askLater().catch(() => undefined);
    await screen.findByRole('heading', { name: 'This page is 山田 花子’s' });
    screen.getByRole('link', { name: 'Go on as whoever is signed in' });
  });

  it('gives way to the sign-in when another tab has signed out', async () => {
    open();
    await screen.findByText('花子のページ');
    session = null;
    tellOtherTabs();
    await screen.findByText('サインインのページ');
  });

  it.each([
    ['is another member’s', 'mem_2', 'これは山田 花子 さんのページです'],
    ['has ended', null, 'サインインのページ'],
  ])('whose session has ended looks first who is here now, which %s', async (_, now, shown) => {
    open();
    await screen.findByText('花子のページ');
    session = now;
    window.dispatchEvent(new Event(signInNeeded));
    await screen.findByText(shown);
  });

  it('stays when the same person has signed in again', async () => {
    open();
    await screen.findByText('花子のページ');
    const before = asked.length;
    tellOtherTabs();
    await waitFor(() => expect(asked.length).toBeGreaterThan(before));
    await screen.findByText('花子のページ');
  });

  it('that was drawn without a line is theirs as well', async () => {
    const first = open();
    await screen.findByText('花子のページ');
    first.unmount();
    const seen = { ...localStorage };
    await forgetEverything();
    Object.assign(localStorage, seen);
    session = 'no line';
    open();
    await screen.findByText('花子のページ');
    session = 'mem_2';
    await askLater().catch(() => undefined);
    expect(asked.at(-1)).toEqual({ operation: 'Later', page: 'mem_1' });
    await screen.findByRole('heading', { name: 'これは山田 花子 さんのページです' });
    expect(Object.keys(localStorage).filter((key) => key.startsWith('yoriai:seen:'))).toEqual([]);
  });
});
