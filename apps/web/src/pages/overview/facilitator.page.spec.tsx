import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/render-page.js';
import { FacilitatorPage, facilitatedGroups, facilitatorOverview, moreWaiting } from './facilitator.page.js';

const member = (id: string, displayName: string) => ({ __typename: 'Member', id, displayName });
const request = (n: number) => ({
  __typename: 'SupportRequestEdge',
  cursor: `${n}`,
  node: {
    ...{
      __typename: 'SupportRequest',
      id: `srq_${n}`,
      type: 'EMOTIONAL',
      title: `相談 ${n}`,
      body: '聞いてください',
    },
    status: 'OPEN',
    urgency: 'NORMAL',
    anonymous: true,
    mine: false,
    audience: 'GROUP',
    author: null,
    createdAt: '2026-11-20T10:00:00.000Z',
    replyCount: 0,
    group: null,
  },
});
const page = (endCursor: string | null) => ({
  __typename: 'PageInfo',
  hasNextPage: endCursor !== null,
  endCursor,
});
const groups = {
  request: { query: facilitatedGroups },
  result: {
    data: {
      viewer: {
        __typename: 'Viewer',
        facilitates: [{ __typename: 'Group', id: 'grp_1', name: 'みなと水曜会' }],
      },
    },
  },
};
const worry = {
  __typename: 'SupportWorry',
  id: 'swr_1',
  note: '声に元気がありません',
  replyId: null,
  createdAt: '2026-11-20T10:00:00.000Z',
  request: { __typename: 'SupportRequest', id: 'srq_9', title: '眠れない夜' },
};
const overview = {
  request: { query: facilitatorOverview, variables: { groupId: 'grp_1' } },
  result: {
    data: {
      facilitatorOverview: {
        __typename: 'FacilitatorOverview',
        unanswered: { __typename: 'SupportRequestConnection', edges: [request(1)], pageInfo: page('1') },
        worries: {
          __typename: 'SupportWorryConnection',
          edges: [{ __typename: 'SupportWorryEdge', cursor: 'w', node: worry }],
          pageInfo: page(null),
        },
        quietMembers: [
          {
            __typename: 'QuietMember',
            since: '2026-08-12T10:00:00.000Z',
            member: member('mem_8', '小川 和子'),
          },
        ],
        typesByMonth: [],
        flags: [],
        hardTimes: [],
      },
    },
  },
  maxUsageCount: 2,
};

describe('the facilitator’s page', () => {
  it('holds what waits, worries and the quiet, and pages through what waits without losing the rest', async () => {
    const more = {
      request: { query: moreWaiting, variables: { groupId: 'grp_1', unansweredAfter: '1' } },
      result: {
        data: {
          facilitatorOverview: {
            __typename: 'FacilitatorOverview',
            unanswered: { __typename: 'SupportRequestConnection', edges: [request(2)], pageInfo: page(null) },
          },
        },
      },
    };
    const { container } = renderPage(<FacilitatorPage />, {
      at: '/t/minato/facilitator',
      mocks: [groups, overview, more],
    });
    await screen.findByText('相談 1');
    expect(screen.getByRole('link', { name: '眠れない夜' }).getAttribute('href')).toBe(
      '/t/minato/support/srq_9',
    );
    screen.getByText('声に元気がありません');
    screen.getByRole('link', { name: '小川 和子' });
    expect((await axe(container)).violations).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'もっと見る' }));
    await screen.findByText('相談 2');
    screen.getByText('相談 1');
    screen.getByText('声に元気がありません');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'もっと見る' })).toBeNull());
  });

  it('is not there for a member who facilitates nothing', async () => {
    const nothing = { ...groups, result: { data: { viewer: { __typename: 'Viewer', facilitates: [] } } } };
    renderPage(<FacilitatorPage />, { at: '/t/minato/facilitator', mocks: [nothing] });
    await screen.findByRole('heading', { level: 1, name: /見つかりません/ });
    expect(screen.queryByText('進行役のページ')).toBeNull();
  });
});
