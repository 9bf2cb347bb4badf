import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { meetingEntries } from '../../meetings/meeting/meeting-entries.js';
import { rsvpToMeeting } from '../../meetings/meeting/rsvp-to-meeting.js';
import { sameClock, silence } from '../../testing/answers.js';
import { LiveLines } from '../../testing/live-lines.js';
import { renderPage } from '../../testing/render-page.js';
import { MeetingPage, meetingPageQuery } from './meeting.page.js';

const member = (n: number, displayName: string) => ({
  __typename: 'Member',
  id: `mem_${n}`,
  displayName,
  kana: null,
});
const [viewer, mate] = [member(1, '山田 花子'), member(2, '佐藤 健')];
const attendee = (who: object, rsvp: string | null) => ({
  __typename: 'Attendee',
  member: who,
  rsvp,
  note: null,
  presence: null,
  late: false,
  attended: null,
});
const step = {
  __typename: 'AgendaStep',
  id: 'stp_1',
  key: null,
  name: '今月の相談者',
  minutes: 40,
  speakerRule: 'ALL',
  allowed: [],
  prompt: null,
};
const abilities = (may: object = {}) => ({
  __typename: 'MeetingAbilities',
  edit: false,
  run: false,
  attend: false,
  rsvp: true,
  rsvpForOthers: false,
  correctAttendance: false,
  commit: false,
  checkIn: true,
  remark: true,
  takeTopic: false,
  seeReadiness: false,
  ...may,
});
const inDays = (days: number, hours = 0) =>
  new Date(Date.now() + days * 86_400_000 + hours * 3_600_000).toISOString();

/** A meeting in a week, as a member of its group sees it. */
const meeting = (changes: object = {}) => ({
  __typename: 'Meeting',
  id: 'mtg_1',
  title: '月次レビュー',
  startsAt: inDays(7),
  endsAt: inDays(7, 2),
  startsAtLocal: '2026-11-20T19:00',
  timeZone: 'Asia/Tokyo',
  durationMinutes: 120,
  preparationClosesAt: inDays(14),
  format: 'IN_PERSON',
  place: '商工会館 2階',
  url: null,
  status: 'SCHEDULED',
  cancelReason: null,
  version: 1,
  group: {
    __typename: 'Group',
    id: 'grp_1',
    name: 'みなと水曜会',
    memberships: [],
    agendaTemplates: [],
    commitmentAverage: null,
  },
  series: null,
  agenda: [step],
  run: null,
  attendees: [attendee(viewer, null), attendee(mate, 'YES')],
  attendanceCorrections: [],
  recording: null,
  viewerRsvp: null,
  viewerRsvpNote: null,
  afterParty: null,
  roles: [],
  commitments: [],
  decisions: [],
  viewerCanReopen: false,
  minutes: null,
  closingRound: null,
  goals: [],
  viewerCheckIn: null,
  checkIns: [],
  topics: [],
  viewerCan: abilities(),
  ...changes,
});

const request = { query: meetingPageQuery, variables: { id: 'mtg_1' } };
const found = (changes?: object) => ({ request, result: { data: { node: meeting(changes) } }, delay: 0 });
const entries = {
  request: { query: meetingEntries, variables: { id: 'mtg_1' } },
  result: { data: { node: meeting() } },
  delay: 0,
};
const show = (...mocks: object[]) => {
  const lines = new LiveLines();
  const page = renderPage(<MeetingPage />, {
    lines,
    mocks: [sameClock, entries, ...mocks] as never,
    at: '/t/minato/meetings/mtg_1',
    path: '/t/:tenant/meetings/:id',
  });
  return { ...page, lines };
};
const each = (names: string, value: unknown) =>
  Object.fromEntries(names.split(' ').map((name) => [name, value]));
const title = () => screen.findByRole('heading', { level: 1, name: '月次レビュー' });

describe('the page of a meeting', () => {
  it('says when, where and with whom, and what there is to do before it', async () => {
    const { container } = show(found());
    await title();
    expect(screen.getByRole('link', { name: 'みなと水曜会' }).getAttribute('href')).toBe(
      '/t/minato/groups/grp_1',
    );
    screen.getByText(/商工会館 2階/);
    screen.getByText('返事がまだです');
    screen.getByText(/今月の相談者/);
    within(screen.getByRole('region', { name: '出欠' })).getByText(/佐藤 健/);
    await screen.findByRole('button', { name: '近況メモを出す' });
    expect((await axe(container)).violations).toEqual([]);
  });

  it('shows the controls of the host to the host alone', async () => {
    const { unmount } = show(found());
    await title();
    expect(screen.queryByRole('region', { name: '進行役の操作' })).toBeNull();
    unmount();
    show(found({ viewerCan: abilities({ edit: true, run: true }) }));
    await title();
    within(screen.getByRole('region', { name: '進行役の操作' })).getByRole('button', { name: '中止' });
  });

  it('says that it is on its way', async () => {
    show(silence(meetingPageQuery, { id: 'mtg_1' }));
    await screen.findByRole('heading', { level: 1, name: '予定' });
    screen.getByText('読み込んでいます');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what went wrong, and asks again', async () => {
    show({ request, error: new TypeError('no line') }, found());
    const failed = await screen.findByRole('alert');
    await userEvent.click(within(failed).getByRole('button', { name: 'もう一度読み込む' }));
    await title();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is not there for those who may not see it', async () => {
    show({ request, result: { data: { node: null } } });
    await screen.findByRole('heading', { name: 'ページが見つかりません' });
  });

  it('takes the answer with one tap, and names the member among those who come', async () => {
    show(found(), {
      request: { query: rsvpToMeeting, variables: { meetingId: 'mtg_1', rsvp: 'YES', note: null } },
      result: {
        data: {
          rsvpToMeeting: meeting({
            viewerRsvp: 'YES',
            attendees: [attendee(viewer, 'YES'), attendee(mate, 'YES')],
          }),
        },
      },
    });
    await title();
    const coming = screen.getByRole('region', { name: '出欠' });
    expect(within(coming).queryByText(/山田 花子/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '出席' }));
    await within(coming).findByText(/山田 花子/);
    screen.getByText('「出席」で返事をしました。あとから変えられます。');
  });

  it('says at once that it was called off, over its one live line', async () => {
    const { lines } = show(found());
    await title();
    await waitFor(() => expect(lines.count('MeetingUpdates')).toBe(1));
    const details = meeting({
      status: 'CANCELLED',
      cancelReason: '台風のため',
      version: 2,
      viewerCan: abilities({ rsvp: false }),
    });
    act(() =>
      lines.say('MeetingUpdates', {
        meetingUpdates: {
          __typename: 'MeetingUpdate',
          meetingId: 'mtg_1',
          details,
          ...each('attendance checkIns topics afterParty roles minutes agenda run', null),
          ...each('commitments decisions recording', null),
          ...each('changedCheckIns changedTopics changedAttendees', []),
          ...each('changedCommitments changedDecisions', []),
        },
      }),
    );
    await screen.findByText('理由: 台風のため');
    expect(screen.queryByRole('button', { name: '出席' })).toBeNull();
  });
});
