import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import type { SupportRequestFilter } from '../../graphql/generated/operations.js';
import { LiveLines } from '../../testing/live-lines.js';
import { renderPage } from '../../testing/render-page.js';
import { RequestList, supportRequests } from './request-list.js';

const request = (n: number, changes: object = {}) => ({
  __typename: 'SupportRequest',
  id: `srq_${n}`,
  type: 'INFORMATIONAL',
  title: `相談 ${n}`,
  body: '常連さんにどう伝えましたか。',
  status: 'OPEN',
  urgency: 'NORMAL',
  anonymous: true,
  mine: false,
  audience: 'GROUP',
  createdAt: new Date().toISOString(),
  replyCount: 0,
  author: null,
  group: null,
  ...changes,
});

/** The list as the server has it at each asking, one after the other; the number of askings; and a change that comes over the line. */
async function show(filter: SupportRequestFilter, ...answers: (readonly number[])[]) {
  const lines = new LiveLines();
  let asked = 0;
  renderPage(<RequestList filter={filter} empty={null} />, {
    lines,
    mocks: answers.map((numbers) => ({
      request: { query: supportRequests, variables: { filter, after: null } },
      result: () => {
        asked += 1;
        return {
          data: {
            supportRequests: {
              __typename: 'SupportRequestConnection',
              edges: numbers.map((n) => ({
                __typename: 'SupportRequestEdge',
                cursor: `c${n}`,
                node: request(n),
              })),
              pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
            },
          },
        };
      },
      delay: 0,
    })),
  });
  await screen.findByText('相談 1');
  const change = (n: number, changes: object = {}): void =>
    act(() => lines.say('SupportListChanged', { supportRequestChanged: request(n, changes) }));
  return { change, timesAsked: () => asked };
}

describe('the list of requests', () => {
  it('shows what changed in a request without asking for the list anew', async () => {
    const { change, timesAsked } = await show({}, [1], [1]);
    change(1, { title: '言いなおした相談', replyCount: 3 });
    await screen.findByText('言いなおした相談');
    change(2);
    await waitFor(() => expect(timesAsked()).toBe(2));
  });

  it('asks for itself anew when a request comes', async () => {
    const { change } = await show({}, [1], [2, 1]);
    change(2);
    await screen.findByText('相談 2');
  });

  it('asks for itself anew when a request is no longer of those that are looked for', async () => {
    const { change } = await show({ status: ['OPEN'] }, [1, 2], [1]);
    screen.getByText('相談 2');
    change(2, { status: 'RESOLVED' });
    await waitFor(() => expect(screen.queryByText('相談 2')).toBeNull());
    screen.getByText('相談 1');
  });
});
