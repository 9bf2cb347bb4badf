import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { noticesKeptDays } from '@yoriai/domain/notifications';
import { renderPage } from '../../testing/render-page.js';
import { NotificationsPage, notificationsQuery } from './notifications.page.js';

const notices = (hasNextPage: boolean, ...titles: string[]) => ({
  request: { query: notificationsQuery, variables: { unreadOnly: false } },
  result: {
    data: {
      notifications: {
        __typename: 'NotificationConnection',
        edges: titles.map((title, i) => ({
          __typename: 'NotificationEdge',
          cursor: String(i),
          node: {
            __typename: 'Notification',
            id: `ntf_${i}`,
            title,
            body: '',
            url: null,
            readAt: null,
            createdAt: '2026-11-29T01:00:00.000Z',
          },
        })),
        pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: '0' },
      },
    },
  },
});
const keptFor = new RegExp(`お知らせは${noticesKeptDays}日たつと消えます`);

describe('the list of notices', () => {
  it('says at its end for how long they are kept', async () => {
    renderPage(<NotificationsPage />, { mocks: [notices(false, '返事がありました')] });
    await screen.findByText('返事がありました');
    screen.getByText(keptFor);
  });

  it('says nothing of it where there is more to come', async () => {
    renderPage(<NotificationsPage />, { mocks: [notices(true, '返事がありました')] });
    await screen.findByText('返事がありました');
    expect(screen.queryByText(keptFor)).toBeNull();
  });
});
