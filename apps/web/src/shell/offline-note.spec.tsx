import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { afterEach, describe, it, jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { shownFromDevice } from '../graphql/kept-answers.js';
import { isServerThere } from '../graphql/use-asking-again.js';
import { renderPage } from '../testing/render-page.js';
import { OfflineNote } from './offline-note.js';

const query = gql`
  query WhoIsHere {
    me {
      id
    }
  }
`;
const answer = (id: string) => ({
  request: { query },
  result: { data: { me: { __typename: 'User', id } } },
});
function Screen(): ReactNode {
  const { data } = useQuery<{ me: { id: string } }>(query);
  return (
    <>
      <OfflineNote />
      {data?.me.id}
    </>
  );
}
const there = { request: { query: isServerThere }, result: { data: { __typename: 'Query' } } };
const seen = Date.parse('2026-11-20T10:00:00Z');

afterEach(() => {
  act(() => shownFromDevice.set(null));
  jest.useRealTimers();
});

describe('what was seen last, without a line', () => {
  it('is asked for again once the device has a line', async () => {
    renderPage(<Screen />, { mocks: [answer('as it was'), there, answer('as it is')] });
    await screen.findByText('as it was');
    act(() => shownFromDevice.set(seen));
    screen.getByText(/に見たときの内容です/);
    act(() => void window.dispatchEvent(new Event('online')));
    await screen.findByText('as it is');
  });

  it('is asked for again by itself where the device believes that it has a line', async () => {
    renderPage(<Screen />, { mocks: [answer('as it was'), there, answer('as it is')] });
    await screen.findByText('as it was');
    jest.useFakeTimers();
    act(() => shownFromDevice.set(seen));
    await act(() => jest.advanceTimersToNextTimerAsync(3));
    screen.getByText('as it is');
  });
});
