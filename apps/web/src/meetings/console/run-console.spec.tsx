import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { ReactNode } from 'react';
import { sameClock, silence } from '../../testing/answers.js';
import { renderPage } from '../../testing/render-page.js';
import { digits } from './meeting-clock.js';
import { RunConsole } from './run-console.js';
import { consoleFragment, runMeeting } from './run-meeting.js';
import { markSpeaker } from './mark-speaker.js';

const query = gql`
  query OneConsole {
    node(id: "mtg_1") {
      id
      ...Console @unmask
    }
  }
  ${consoleFragment}
`;
const step = (n: number, name: string, prompt: string | null = null) => ({
  __typename: 'AgendaStep',
  id: `stp_${n}`,
  name,
  minutes: 5,
  speakerRule: 'ALL',
  prompt,
});
const meeting = (run: object = {}) => ({
  __typename: 'Meeting',
  id: 'mtg_1',
  format: 'HYBRID',
  status: 'OPEN',
  agenda: [
    step(1, 'よかったこと'),
    step(2, '事実を確かめる質問', 'いまは、事実を確かめる質問だけにしましょう。'),
  ],
  run: {
    __typename: 'MeetingRun',
    startedAt: new Date().toISOString(),
    stepId: 'stp_1',
    since: new Date().toISOString(),
    paused: false,
    pausedMs: 0,
    looseMs: 0,
    steps: [],
    version: 1,
    ...run,
  },
  attendees: [
    {
      __typename: 'Attendee',
      member: { __typename: 'Member', id: 'mem_1', displayName: '山田 花子', kana: null },
      presence: 'PRESENT',
      late: false,
      attended: true,
    },
  ],
  airtime: [],
  evenness: null,
});
const asked = (run?: object) => ({ request: { query }, result: { data: { node: meeting(run) } } });
const next = (answer: object) => ({
  request: {
    query: runMeeting,
    variables: ({ input }: { input: { act: string; expectedVersion: number } }) =>
      input.act === 'NEXT' && input.expectedVersion === 1,
  },
  ...answer,
});
const refused = (code: string) => ({
  result: { errors: [{ message: code, extensions: { code, params: {} } }] },
});

function Screen(): ReactNode {
  const { data, refetch } = useQuery<{ node: Parameters<typeof RunConsole>[0]['meeting'] }>(query);
  return data ? <RunConsole meeting={data.node} refetch={() => void refetch()} /> : null;
}
const show = (...mocks: object[]) => renderPage(<Screen />, { mocks: [sameClock, ...mocks] as never });
const prompt = 'いまは、事実を確かめる質問だけにしましょう。';

afterEach(() => localStorage.clear());

describe('the console', () => {
  it('moves on at the tap and shows the prompt of the step', async () => {
    const arrived = { result: { data: { runMeeting: meeting({ stepId: 'stp_2', version: 2 }) } } };
    show(asked(), next(arrived));
    await userEvent.click(await screen.findByRole('button', { name: '次へ進む: 事実を確かめる質問' }));
    await screen.findByText(prompt);
    expect(screen.queryByText(/電波が戻ったら送ります/)).toBeNull();
  });

  it('keeps what was tapped without a connection, over a reload too', async () => {
    const { unmount } = show(asked(), next({ error: new TypeError('no line') }));
    await userEvent.click(await screen.findByRole('button', { name: '次へ進む: 事実を確かめる質問' }));
    await screen.findByText('電波が戻ったら送ります(1件)');
    await screen.findByText(prompt);
    unmount();
    const arrived = { result: { data: { runMeeting: meeting({ stepId: 'stp_2', version: 2 }) } } };
    show(asked(), next(arrived));
    await screen.findByText(prompt);
    expect(await screen.findByText('2 / 2')).toBeTruthy();
    expect(screen.queryByText(/電波が戻ったら送ります/)).toBeNull();
  });

  it('says so when another console was first, and shows how it stands', async () => {
    show(asked(), next(refused('CONFLICT')), asked({ paused: true, version: 2 }));
    await userEvent.click(await screen.findByRole('button', { name: '次へ進む: 事実を確かめる質問' }));
    await screen.findByText('もう1台の画面で、先に操作がありました。いまの状態を表示しています。');
    await screen.findByRole('button', { name: '再開' });
  });

  it('takes attendance and airtime by one tap per person', async () => {
    const speaks = ({ input }: { input?: { memberId: string } }) => input?.memberId === 'mem_1';
    show(asked(), silence(markSpeaker, speaks));
    const people = await screen.findByRole('region', { name: '出席' });
    within(people).getByRole('button', { name: '山田 花子 さん: 来た', pressed: true });
    await userEvent.click(screen.getByRole('button', { name: '山田 花子 さん、話し始め' }));
    await screen.findByRole('button', { name: '山田 花子 さん、話し終わり', pressed: true });
  });

  it('is accessible', async () => {
    const { container } = show(asked());
    await screen.findByRole('button', { name: '一時停止' });
    expect((await axe(container)).violations).toEqual([]);
  });
});

it.each([
  [0, '0:00'],
  [1, '0:01'],
  [59_001, '1:00'],
  [-1_500, '0:01'],
  [3_750_000, '1:02:30'],
])('%d ms read %s', (ms, text) => expect(digits(ms)).toBe(text));
