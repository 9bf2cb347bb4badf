import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { renderPage } from '../../testing/render-page.js';
import { CloseMeeting, closeableMeetingFragment, closeMeeting } from './close-meeting.js';

const query = gql`
  query OneCloseableMeeting {
    node(id: "mtg_1") {
      id
      ...CloseableMeeting
    }
  }
  ${closeableMeetingFragment}
`;
const hour = 3_600_000;
const meeting = (changes: object = {}) => ({
  __typename: 'Meeting',
  id: 'mtg_1',
  status: 'OPEN',
  endsAt: new Date(Date.now() + hour).toISOString(),
  viewerCan: { __typename: 'MeetingAbilities', run: true },
  ...changes,
});
const asked = (changes?: object) => ({ request: { query }, result: { data: { node: meeting(changes) } } });
const sent = jest.fn<(decisions: string[], key: string) => void>();
const answers = (answer: object) => ({
  request: {
    query: closeMeeting,
    variables: ({ input }: { input: { decisions: string[]; idempotencyKey: string } }) => {
      sent(input.decisions, input.idempotencyKey);
      return true;
    },
  },
  ...answer,
});
const closed = {
  result: {
    data: {
      closeMeeting: {
        ...meeting({ status: 'CLOSED' }),
        viewerCanReopen: true,
        minutes: { __typename: 'Minutes', hash: 'a' },
        closingRound: null,
        decisions: [],
        viewerCan: { __typename: 'MeetingAbilities', run: true, commit: true },
      },
    },
  },
};

function Screen(): ReactNode {
  const { data } = useQuery<{ node: Parameters<typeof CloseMeeting>[0]['meeting'] }>(query);
  return data ? (
    <>
      <p>ここ</p>
      <CloseMeeting meeting={data.node} />
    </>
  ) : null;
}
const show = (...mocks: object[]) => renderPage(<Screen />, { mocks: mocks as never });
const box = () => screen.findByLabelText<HTMLTextAreaElement>(/まだ書いていない/);
const open = async () => userEvent.click(await screen.findByRole('button', { name: '会を終える' }));
const send = async () => {
  const buttons = await screen.findAllByRole('button', { name: '会を終える' });
  await userEvent.click(buttons.at(-1)!);
};

afterEach(() => {
  localStorage.clear();
  sent.mockClear();
});

describe('closing a meeting', () => {
  it('takes along what was not written down yet, one decision a line', async () => {
    show(asked(), answers(closed));
    await open();
    await userEvent.type(await box(), '会費は据え置き\n\n 次回は工場で');
    await send();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent.mock.calls[0]![0]).toEqual(['会費は据え置き', '次回は工場で']);
  });

  it('says what is wrong before anything is sent', async () => {
    show(asked());
    await open();
    await userEvent.click(await box());
    await userEvent.paste('あ'.repeat(201));
    await send();
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true'));
    expect(sent).not.toHaveBeenCalled();
  });

  it('without a line it says so and keeps what was typed, over a reload too; sent again it counts once', async () => {
    const noLine = answers({ error: new TypeError('no line') });
    const { unmount } = show(asked(), noLine, answers(closed));
    await open();
    await userEvent.type(await box(), '会費は据え置き');
    await send();
    await screen.findByRole('alert');
    unmount();
    show(asked(), answers(closed));
    await open();
    expect((await box()).value).toBe('会費は据え置き');
    await send();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const keys = new Set(sent.mock.calls.map(([, key]) => key));
    expect(keys.size).toBe(1);
  });

  it.each([
    ['who does not run it', { viewerCan: { __typename: 'MeetingAbilities', run: false } }],
    ['before a meeting that has not begun is over', { status: 'SCHEDULED' }],
  ])('is not offered to those %s', async (_, changes) => {
    show(asked(changes));
    await screen.findByText('ここ');
    expect(screen.queryByRole('button', { name: '会を終える' })).toBeNull();
  });

  it('is offered after a meeting that was held on paper', async () => {
    show(asked({ status: 'SCHEDULED', endsAt: new Date(Date.now() - hour).toISOString() }));
    await screen.findByRole('button', { name: '会を終える' });
  });
});
