import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { ReactNode } from 'react';
import { deviceSays } from '../../testing/device-says.js';
import { renderPage } from '../../testing/render-page.js';
import {
  AfterParty,
  afterPartyFragment,
  answerAfterParty,
  planAfterParty,
} from '../after-party/after-party.js';
import { ownAgendas } from '../agendas/agenda-select.js';
import { doubleBookings } from './double-bookings.js';
import {
  MeetingRoles,
  meetingRolesFragment,
  setMeetingRole,
  swapMeetingRoles,
} from '../roles/meeting-roles.js';
import { RescheduleForm, rescheduleMeeting, restOfSeries } from './reschedule-form.js';
import { settleDatePoll, SettlePoll } from '../date-polls/settle-poll.js';

const user = () => userEvent.setup({ delay: null });
const person = (id: string, displayName: string) => ({ __typename: 'Member', id, displayName, kana: '' });
const [sato, yamada] = [person('mem_1', '佐藤 進'), person('mem_2', '山田 花子')];
/** For those tests that are about something else. */
const nobodyElsewhere = {
  request: { query: doubleBookings, variables: () => true },
  result: { data: { doubleBookings: [] } },
  maxUsageCount: 100,
};

describe('moving a meeting and all that follow', () => {
  deviceSays('2026-04-01T00:00:00Z');
  const form = (sent: object) =>
    renderPage(
      <RescheduleForm
        meeting={{
          ...{ __typename: 'Meeting', id: 'mtg_1', version: 4, durationMinutes: 120, timeZone: 'Asia/Tokyo' },
          ...{ startsAt: '2026-04-08T10:00:00Z', endsAt: '2026-04-08T12:00:00Z' },
          startsAtLocal: '2026-04-08T19:00',
          group: { __typename: 'Group', id: 'grp_1' },
          series: { __typename: 'MeetingSeries', id: 'mts_1', rule: 'FREQ=MONTHLY;BYDAY=2WE;COUNT=12' },
        }}
        onDone={() => undefined}
      />,
      {
        mocks: [
          nobodyElsewhere,
          {
            request: { query: restOfSeries, variables: { id: 'mtg_1' } },
            result: {
              data: {
                node: {
                  __typename: 'Meeting' as const,
                  id: 'mtg_1',
                  restOfSeries: {
                    __typename: 'RestOfSeries' as const,
                    rule: 'FREQ=MONTHLY;BYDAY=2WE;COUNT=5',
                    dates: [
                      ['2026-04-08T19:00', '2026-04-08T19:00'],
                      ['2026-05-13T19:00', '2026-05-13T19:00'],
                      ['2026-06-10T19:00', null],
                      ['2026-07-08T19:00', '2026-07-08T19:00'],
                      ['2026-08-12T19:00', '2026-08-19T10:00'],
                    ].map(([slot, local]) => ({ __typename: 'SeriesDate' as const, slot, local })),
                  },
                },
              },
            },
          },
          {
            request: { query: rescheduleMeeting, variables: { input: sent } },
            result: { errors: [{ message: 'x', extensions: { code: 'MEETING_OVER' } }] },
          } as never,
        ],
      },
    );

  it('shows every date to come with its holidays, and puts one off by a week', async () => {
    form({
      ...{ meetingId: 'mtg_1', expectedVersion: 4, startsAtLocal: '2026-04-07T19:00' },
      ...{ durationMinutes: 120, andFollowing: true, postpone: ['2026-05-05T19:00'] },
    });
    expect(screen.queryByRole('region', { name: 'できる日程' })).toBeNull();
    await user().click(screen.getByRole('radio', { name: 'この会から後ろすべて' }));
    fireEvent.change(screen.getByLabelText(/新しい日/), { target: { value: '2026-04-07' } });
    const dates = within(await screen.findByRole('region', { name: 'できる日程' }));
    // The first Tuesday; the one that was called off stays so.
    dates.getByText('2026年4月7日(火) 19:00〜21:00');
    dates.getByText('2026年7月7日(火) 19:00〜21:00');
    dates.getByText(/こどもの日/);
    expect(dates.queryByText(/2026年6月/)).toBeNull();
    // Moved singly before: it keeps its time, and the form says so.
    dates.getByText('2026年8月19日(水) 10:00〜12:00');
    dates.getByText('個別に変えた日時のまま');
    await user().click(dates.getByRole('button', { name: '2026年5月5日(火): 翌週にずらす' }));
    dates.getByText('2026年5月12日(火) 19:00〜21:00');
    await user().click(screen.getByRole('button', { name: '日時を変更' }));
    await screen.findByText(/終わ/);
  });
});

describe('who does what', () => {
  const query = gql`
    query OneMeetingsRoles {
      node(id: "mtg_1") {
        id
        ...MeetingRoles
      }
    }
    ${meetingRolesFragment}
  `;
  const role = (name: string, member: object | null) => ({
    __typename: 'MeetingRole',
    ...{ role: name, member, because: member && 'ROTATION' },
    viewerCan: { __typename: 'MeetingRoleAbilities', set: true, take: false, passOn: false },
  });
  const meeting = (host: object | null, timekeeper: object | null) => ({
    ...{ __typename: 'Meeting', id: 'mtg_1', status: 'SCHEDULED' },
    roles: [role('HOST', host), role('TIMEKEEPER', timekeeper)],
    attendees: [sato, yamada].map((member) => ({ __typename: 'Attendee', member })),
  });
  function Screen(): ReactNode {
    const { data } = useQuery<{ node: Parameters<typeof MeetingRoles>[0]['meeting'] }>(query);
    return data ? <MeetingRoles meeting={data.node} /> : null;
  }
  const asked = { request: { query }, result: { data: { node: meeting(sato, yamada) } } };
  const host = () => screen.findByRole<HTMLSelectElement>('combobox', { name: '司会を決める' });

  it('asks whether two people change places when one has a role already', async () => {
    const swapped = {
      request: {
        query: swapMeetingRoles,
        variables: { meetingId: 'mtg_1', role: 'HOST', withRole: 'TIMEKEEPER' },
      },
      result: { data: { swapMeetingRoles: meeting(yamada, sato) } },
    };
    renderPage(<Screen />, { mocks: [asked, swapped as never] });
    await user().selectOptions(await host(), '山田 花子');
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByText(/山田 花子 さんは時計係です。佐藤 進 さんの司会と入れ替えますか。/);
    await user().click(within(dialog).getByRole('button', { name: '係を入れ替える' }));
    await waitFor(async () => expect((await host()).value).toBe('mem_2'));
  });

  it('lets one person do both where that is meant', async () => {
    const both = {
      request: {
        query: setMeetingRole,
        variables: { meetingId: 'mtg_1', role: 'HOST', memberId: 'mem_2' },
      },
      result: { data: { setMeetingRole: meeting(yamada, yamada) } },
    };
    renderPage(<Screen />, { mocks: [asked, both as never] });
    await user().selectOptions(await host(), '山田 花子');
    await user().click(await screen.findByRole('button', { name: '入れ替えずに、両方お願いする' }));
    await waitFor(async () => expect((await host()).value).toBe('mem_2'));
  });
});

describe('what comes after the meeting', () => {
  const query = gql`
    query OneMeetingsParty {
      node(id: "mtg_1") {
        id
        ...AfterParty
      }
    }
    ${afterPartyFragment}
  `;
  const party = (changes: object = {}) => ({
    ...{ __typename: 'AfterParty', details: '居酒屋みなと', feeYen: 4000, viewerComes: null, version: 2 },
    answers: [sato, yamada].map((member) => ({ __typename: 'AfterPartyAnswer', coming: null, member })),
    viewerCan: { __typename: 'AfterPartyAbilities', answer: true, answerForOthers: false },
    ...changes,
  });
  const meeting = (afterParty: object | null, edit = false) => ({
    ...{ __typename: 'Meeting', id: 'mtg_1', afterParty },
    viewerCan: { __typename: 'MeetingAbilities', edit },
  });
  function Screen(): ReactNode {
    const { data } = useQuery<{ node: Parameters<typeof AfterParty>[0]['meeting'] }>(query);
    return data ? (
      <main>
        <AfterParty meeting={data.node} />
        <p>ここまで</p>
      </main>
    ) : null;
  }
  const asked = (node: object) => ({ request: { query }, result: { data: { node } } });

  it('is answered by one tap, beside the meeting itself', async () => {
    const comes = party({
      viewerComes: true,
      answers: [sato, yamada].map((member, i) => ({
        ...{ __typename: 'AfterPartyAnswer', coming: i === 1 ? true : null, member },
      })),
    });
    const answered = {
      request: { query: answerAfterParty, variables: { id: 'mtg_1', coming: true, memberId: null } },
      result: { data: { answerAfterParty: meeting(comes) } },
    };
    const { container } = renderPage(<Screen />, { mocks: [asked(meeting(party())), answered as never] });
    await screen.findByText('会費 4,000円');
    await user().click(screen.getByRole('button', { name: '参加する' }));
    await screen.findByText('参加 1人');
    expect(screen.queryByText('佐藤 進')).toBeNull();
    expect(screen.queryByRole('button', { name: '懇親会の変更' })).toBeNull();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('does not exist for members until it is planned', async () => {
    renderPage(<Screen />, { mocks: [asked(meeting(null))] });
    await screen.findByText('ここまで');
    expect(screen.queryByText('懇親会')).toBeNull();
  });

  it('is planned with a fee typed as people type it', async () => {
    const input = { meetingId: 'mtg_1', details: '', feeYen: 4500, expectedVersion: 0 };
    const planned = {
      request: { query: planAfterParty, variables: { input } },
      result: { data: { planAfterParty: meeting(party({ details: null, feeYen: 4500 }), true) } },
    };
    renderPage(<Screen />, { mocks: [asked(meeting(null, true)), planned as never] });
    await user().click(await screen.findByRole('button', { name: '懇親会を入れる' }));
    await user().type(await screen.findByLabelText('会費(円・任意)'), '4,500円');
    await user().click(screen.getByRole('button', { name: '保存' }));
    await screen.findByText('会費 4,500円');
  });
});

describe('settling a date poll', () => {
  it('says how many people are expected elsewhere then', async () => {
    const option = {
      ...{ __typename: 'DatePollOption' as const, id: 'dpo_1', date: '2098-01-12', startsAtLocal: null },
      ...{ timeZone: null, yes: 3, ifNeedBe: 0, no: 0, best: true, chosen: false },
      ...{ viewerAnswer: null, answers: [] },
    };
    const at = (time: string, people: number[]) => ({
      request: {
        query: doubleBookings,
        variables: {
          ...{ groupId: 'grp_1', timeZone: 'Asia/Tokyo', durationMinutes: 120 },
          startsAtLocal: [`2098-01-12T${time}`],
        },
      },
      result: {
        data: {
          doubleBookings: people.map((many) => ({
            ...{ __typename: 'DoubleBooking' as const, startsAtLocal: `2098-01-12T${time}`, people: many },
          })),
        },
      },
    });
    const noAgendas = {
      request: { query: ownAgendas, variables: { id: 'grp_1' } },
      result: { data: { node: { __typename: 'Group' as const, id: 'grp_1', agendaTemplates: [] } } },
    };
    renderPage(
      <SettlePoll pollId="dpl_1" groupId="grp_1" timeZone="Asia/Tokyo" version={3} option={option} />,
      {
        mocks: [at('19:00', [2]), at('20:00', []), noAgendas],
      },
    );
    await user().click(screen.getByRole('button', { name: /この日に決める/ }));
    await screen.findByText('この時間に別の会がある方が2人います');
    fireEvent.change(screen.getByLabelText(/始まりの時刻/), { target: { value: '20:00' } });
    await waitFor(() => expect(screen.queryByText(/別の会がある方/)).toBeNull());
  });

  it('chooses how the meeting goes, the group’s own agendas first', async () => {
    const input = {
      ...{ pollId: 'dpl_1', optionId: 'dpo_1', time: null, durationMinutes: 120, format: 'IN_PERSON' },
      ...{ place: '', url: null, agendaTemplate: 'agt_1', expectedVersion: 3 },
      idempotencyKey: expect.any(String),
    };
    const seen: object[] = [];
    renderPage(
      <SettlePoll
        pollId="dpl_1"
        groupId="grp_1"
        timeZone="Asia/Tokyo"
        version={3}
        option={{
          ...{
            __typename: 'DatePollOption',
            id: 'dpo_1',
            date: '2098-01-12',
            startsAtLocal: '2098-01-12T19:00',
            timeZone: 'Asia/Tokyo',
          },
          ...{ yes: 3, ifNeedBe: 0, no: 0, best: true, chosen: false, viewerAnswer: null, answers: [] },
        }}
      />,
      {
        mocks: [
          nobodyElsewhere,
          {
            request: { query: ownAgendas, variables: { id: 'grp_1' } },
            result: {
              data: {
                node: {
                  ...{ __typename: 'Group' as const, id: 'grp_1' },
                  agendaTemplates: [{ __typename: 'AgendaTemplate' as const, id: 'agt_1', name: '見学会' }],
                },
              },
            },
          },
          {
            request: {
              query: settleDatePoll,
              variables: (variables: { input: object }) => seen.push(variables.input) > 0,
            },
            result: { errors: [{ message: 'x', extensions: { code: 'POLL_CLOSED' } }] },
          } as never,
        ],
      },
    );
    await user().click(screen.getByRole('button', { name: /この日に決める/ }));
    const agenda = await screen.findByRole<HTMLSelectElement>('combobox', { name: '会の進め方' });
    expect(agenda.value).toBe('');
    await within(agenda).findByRole('option', { name: '見学会' });
    await user().selectOptions(agenda, '見学会');
    await user().click(screen.getByRole('button', { name: 'この日に決める' }));
    await waitFor(() => expect(seen).toEqual([input]));
  });
});
