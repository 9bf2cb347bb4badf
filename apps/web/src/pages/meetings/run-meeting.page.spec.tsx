import { afterEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { isServerThere } from '../../graphql/use-asking-again.js';
import { sameClock, silence } from '../../testing/answers.js';
import { LiveLines } from '../../testing/live-lines.js';
import { renderPage } from '../../testing/render-page.js';
import { consolePage, consoleUpdates, RunMeetingPage } from './run-meeting.page.js';
import { runMeeting } from '../../meetings/console/run-meeting.js';
import { startMeeting } from '../../meetings/console/start-meeting.js';
import { takeBackStart } from '../../meetings/console/take-back-start.js';

const step = (n: number, name: string) => ({
  __typename: 'AgendaStep',
  id: `stp_${n}`,
  name,
  minutes: 5,
  speakerRule: 'ALL',
  prompt: null,
});
const person = { __typename: 'Member', id: 'mem_1', displayName: '山田 花子', kana: null };
const begun = new Date().toISOString();
const meeting = (run: object = {}, changes: object = {}) => ({
  __typename: 'Meeting',
  id: 'mtg_1',
  title: '月次レビュー',
  startsAt: begun,
  endsAt: new Date(Date.now() + 3_600_000).toISOString(),
  timeZone: 'Asia/Tokyo',
  format: 'IN_PERSON',
  status: 'OPEN',
  agenda: [step(1, 'よかったこと'), step(2, '今月の相談者')],
  run: {
    __typename: 'MeetingRun',
    startedAt: begun,
    stepId: 'stp_1',
    since: begun,
    paused: false,
    pausedMs: 0,
    looseMs: 0,
    steps: [],
    version: 1,
    ...run,
  },
  attendees: [
    { __typename: 'Attendee', member: person, rsvp: 'YES', presence: 'PRESENT', late: false, attended: true },
  ],
  airtime: [],
  evenness: null,
  handedTo: null,
  recording: null,
  recordingConsent: null,
  decisions: [{ __typename: 'Decision', id: 'dec_1', text: '会費は据え置き' }],
  commitments: [],
  group: { __typename: 'Group', id: 'grp_1', commitmentAverage: null },
  viewerCan: {
    __typename: 'MeetingAbilities',
    run: true,
    edit: true,
    handOver: true,
    commit: true,
    attend: true,
  },
  ...changes,
});
const request = { query: consolePage, variables: { id: 'mtg_1' } };
const asked = (run?: object, changes?: object) => ({
  request,
  result: { data: { node: meeting(run, changes) } },
});
const noLine = (query: object = request) => ({
  request: query,
  error: new TypeError('no line'),
  maxUsageCount: Number.POSITIVE_INFINITY,
});
const there = { request: { query: isServerThere }, result: { data: { __typename: 'Query' } } };
const anyTap = { query: runMeeting, variables: () => true };
const show = (...mocks: object[]) =>
  renderPage(<RunMeetingPage />, {
    mocks: [sameClock, silence(consoleUpdates, { id: 'mtg_1' }), ...mocks] as never,
    at: '/t/minato/meetings/mtg_1/run',
    path: '/t/:tenant/meetings/:id/run',
  });
const next = () => screen.findByRole('button', { name: '次へ進む: 今月の相談者' });
const cutOff = '電波がありません。押したことは、電波が戻ったら送ります。';

afterEach(() => localStorage.clear());

describe('the console, loaded again without a line', () => {
  it('stands as it was, with what was tapped, and says that there is no line', async () => {
    const { unmount } = show(asked(), noLine(anyTap));
    await userEvent.click(await next());
    await screen.findByText('電波が戻ったら送ります(1件)');
    unmount();
    show(noLine(), noLine(anyTap));
    await screen.findByText('2 / 2');
    await screen.findByText('会費は据え置き');
    await screen.findByText('電波が戻ったら送ります(1件)');
    await userEvent.click(screen.getByRole('button', { name: '一時停止' }));
    await screen.findByText('電波が戻ったら送ります(2件)');
    expect(screen.queryByRole('alert', { name: /つながりません/ })).toBeNull();
  });

  it('says so without a tap too, and goes on by itself once there is a line', async () => {
    const { unmount } = show(asked());
    await next();
    unmount();
    show({ ...noLine(), maxUsageCount: 1 }, there, asked({ stepId: 'stp_2', version: 2 }));
    await screen.findByText(cutOff);
    window.dispatchEvent(new Event('online'));
    await screen.findByText('2 / 2');
    await waitFor(() => expect(screen.queryByText(cutOff)).toBeNull());
  });

  it('keeps nothing of a meeting that is over', async () => {
    const { unmount } = show(asked());
    await next();
    unmount();
    show(asked({}, { status: 'CLOSED' }));
    await screen.findByText(/この会は終わりました/);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('keeps what was tapped for the person who tapped it, when another member is signed in', async () => {
    const refused = {
      request: anyTap,
      result: { data: null, errors: [{ message: 'x', extensions: { code: 'MEMBER_MISMATCH' } }] },
    };
    const { unmount } = show(asked(), refused);
    await userEvent.click(await next());
    await waitFor(() => expect(JSON.stringify(localStorage)).toContain('NEXT'));
    unmount();
    show(asked(), noLine(anyTap));
    await screen.findByText('電波が戻ったら送ります(1件)');
  });

  it('shows nothing of a meeting it never showed', async () => {
    show(noLine());
    await screen.findByText(/つながりません/);
    expect(screen.queryByRole('button', { name: '一時停止' })).toBeNull();
  });
});

describe('the console of a meeting that others write in', () => {
  const attendee = (n: number, displayName: string, presence: string | null) => ({
    __typename: 'Attendee',
    rsvp: 'YES',
    note: null,
    presence,
    late: false,
    attended: presence && true,
    member: { __typename: 'Member', id: `mem_${n}`, displayName, kana: null },
  });
  const two = [attendee(1, '山田 花子', 'PRESENT'), attendee(2, '佐藤 健', null)];
  const parts = ['details', 'agenda', 'run', 'commitments', 'decisions', 'recording'];
  const nothing = {
    ...Object.fromEntries(parts.map((part) => [part, null])),
    changedAttendees: [],
    changedCommitments: [],
    changedDecisions: [],
  };
  /** The page's query is answered once: asked again it would fail on screen. */
  async function watch() {
    const lines = new LiveLines();
    renderPage(<RunMeetingPage />, {
      mocks: [sameClock, asked({}, { attendees: two })] as never,
      lines,
      at: '/t/minato/meetings/mtg_1/run',
      path: '/t/:tenant/meetings/:id/run',
    });
    await next();
    return (update: object) => {
      expect(lines.count('ConsoleUpdates')).toBe(1);
      const meetingUpdates = { __typename: 'MeetingUpdate', meetingId: 'mtg_1', ...nothing, ...update };
      act(() => lines.say('ConsoleUpdates', { meetingUpdates }));
    };
  }

  it('shows a decision, one more and one less, and reads nothing again for it', async () => {
    const say = await watch();
    const decision = { __typename: 'Decision', id: 'dec_2', text: '来月は見学会' };
    const first = meeting().decisions[0]!;
    say({ decisions: meeting({}, { decisions: [first, decision] }), changedDecisions: [decision] });
    await screen.findByText('来月は見学会');
    expect(screen.getByText('会費は据え置き')).toBeTruthy();
    say({ decisions: meeting({}, { decisions: [decision] }) });
    await waitFor(() => expect(screen.queryByText('会費は据え置き')).toBeNull());
    expect(screen.getByText('来月は見学会')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('follows the clock', async () => {
    const say = await watch();
    say({ run: meeting({ stepId: 'stp_2', version: 2 }) });
    await screen.findByText('2 / 2');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows who has come, and leaves the others as they are', async () => {
    const say = await watch();
    await screen.findByText(/1\s*\/\s*2/);
    say({ changedAttendees: [attendee(2, '佐藤 健', 'ONLINE')] });
    say({ changedAttendees: [attendee(3, '鈴木 美咲', 'PRESENT')] });
    await waitFor(() => expect(screen.getAllByText(/鈴木 美咲/).length).toBeGreaterThan(0));
    for (const name of [/山田 花子/, /佐藤 健/]) expect(screen.getAllByText(name).length).toBeGreaterThan(0);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('starting a meeting', () => {
  const inDays = (days: number) => ({
    status: 'SCHEDULED',
    run: null,
    startsAt: new Date(Date.now() + days * 86_400_000).toISOString(),
    endsAt: new Date(Date.now() + days * 86_400_000 + 7_200_000).toISOString(),
  });
  const started = {
    request: { query: startMeeting, variables: { id: 'mtg_1' } },
    result: { data: { startMeeting: meeting() } },
  };

  it('ten days early asks once more, with its date, and can be taken back', async () => {
    const back = {
      request: { query: takeBackStart, variables: { id: 'mtg_1' } },
      result: { data: { takeBackStart: meeting({}, inDays(10)) } },
    };
    show(asked({}, inDays(10)), started, back);
    await userEvent.click(await screen.findByRole('button', { name: '会を始める' }));
    await screen.findByText(/この会の予定は\d+年\d+月\d+日/);
    await userEvent.click(screen.getByRole('button', { name: 'それでも、いま始める' }));
    await userEvent.click(await screen.findByRole('button', { name: '開始を取り消す' }));
    await screen.findByRole('button', { name: '会を始める' });
  });
  it('at its time asks nothing more', async () => {
    show(asked({}, inDays(0)), started);
    await userEvent.click(await screen.findByRole('button', { name: '会を始める' }));
    await screen.findByRole('button', { name: '一時停止' });
  });
  it('cannot be taken back once its clock was touched', async () => {
    show(asked({ version: 2 }));
    await next();
    expect(screen.queryByRole('button', { name: '開始を取り消す' })).toBeNull();
  });
});
