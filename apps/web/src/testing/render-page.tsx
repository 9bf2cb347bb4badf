import { beforeAll } from '@jest/globals';
import { ApolloLink } from '@apollo/client';
import { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { MantineProvider } from '@mantine/core';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router';
import { DraftOwner } from '../forms/draft.js';
import { makeCache } from '../graphql/client.js';
import { ViewerContext, type ShellViewer } from '../shell/viewer.js';
import type { LiveLines } from './live-lines.js';
import { theme } from '../ui/theme.js';
import { loadWords } from '../words/i18n.js';
import { pageWords } from '../words/ja/pages.js';
import '../words/member-words.js';

// The router loads a page's words with the page; here they are there before.
beforeAll(() => loadWords(Object.keys(pageWords)));

interface Options {
  readonly mocks?: readonly MockLink.MockedResponse[];
  /** All live updates come over these; without them they are answered like queries. */
  readonly lines?: LiveLines;
  /** The path of the page; `:tenant` is `minato`. */
  readonly at?: string;
  /** The route's pattern, when the page reads parameters from it. */
  readonly path?: string;
  readonly viewer?: ShellViewer | null;
  /** Other places the page may lead to. */
  readonly routes?: readonly RouteObject[];
}

/** Shows a page as 山田 花子 of 港町商工会 would see it, with the given answers instead of a server. */
export function renderPage(page: ReactNode, options: Options = {}): RenderResult & { here: () => string } {
  const {
    mocks = [],
    lines,
    at = '/t/minato',
    path = at.replace(/[?#].*$/, ''),
    viewer = aViewer(),
    routes = [],
  } = options;
  const router = createMemoryRouter([{ path, element: page }, ...routes, { path: '*', element: null }], {
    initialEntries: [at],
  });
  const rendered = render(
    <MantineProvider theme={theme} env="test">
      <MockedProvider
        mocks={mocks}
        cache={makeCache()}
        {...(lines && { link: ApolloLink.split(isLive, lines, new MockLink([...mocks])) })}
      >
        <ViewerContext value={viewer}>
          <DraftOwner value={viewer && `${viewer.tenant.slug}:${viewer.member.id}`}>
            <RouterProvider router={router} />
          </DraftOwner>
        </ViewerContext>
      </MockedProvider>
    </MantineProvider>,
  );
  return {
    ...rendered,
    here: () => router.state.location.pathname + router.state.location.search + router.state.location.hash,
  };
}

const isLive = ({ operationType }: ApolloLink.Operation): boolean => operationType === 'subscription';

export const aViewer = (changes: Partial<ShellViewer> = {}): ShellViewer => ({
  __typename: 'Viewer',
  user: {
    __typename: 'User',
    id: 'usr_1',
    email: 'hanako@example.jp',
    emailProven: true,
    locale: 'JA',
    textSize: 'NORMAL',
  },
  tenant: { __typename: 'Tenant', id: 'ten_1', slug: 'minato', name: '港町商工会', timeZone: 'Asia/Tokyo' },
  member: {
    __typename: 'Member',
    id: 'mem_1',
    displayName: '山田 花子',
    kana: 'やまだ はなこ',
    role: 'MEMBER',
  },
  tenants: [{ __typename: 'Tenant', id: 'ten_1', slug: 'minato', name: '港町商工会' }],
  unreadNotifications: 0,
  groups: [{ __typename: 'Group', id: 'grp_1', name: 'みなと水曜会' }],
  viewerCan: { __typename: 'TenantAbilities', manageMembers: false, createGroups: false },
  ...changes,
});
