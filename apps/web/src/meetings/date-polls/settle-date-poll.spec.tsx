import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { agendaTemplateChoices } from '../agendas/agenda-select.js';
import { doubleBookings } from '../meeting/double-bookings.js';
import { settleDatePoll, SettleDatePoll } from './settle-date-poll.js';

const user = () => userEvent.setup({ delay: null });

/** For those tests that are about something else. */
const noDoubleBookings = {
  request: { query: doubleBookings, variables: () => true },
  result: { data: { doubleBookings: [] } },
  maxUsageCount: 100,
};

describe('settling a date poll', () => {
  it('says how many people are expected elsewhere then', async () => {
    const option = {
      __typename: 'DatePollOption' as const,
      id: 'dpo_1',
      date: '2098-01-12',
      startsAtLocal: null,
      timeZone: null,
      yes: 3,
      ifNeedBe: 0,
      no: 0,
      best: true,
      chosen: false,
      viewerAnswer: null,
      answers: [],
    };
    const at = (time: string, people: number[]) => ({
      request: {
        query: doubleBookings,
        variables: {
          groupId: 'grp_1',
          timeZone: 'Asia/Tokyo',
          durationMinutes: 120,
          startsAtLocal: [`2098-01-12T${time}`],
        },
      },
      result: {
        data: {
          doubleBookings: people.map((many) => ({
            __typename: 'DoubleBooking' as const,
            startsAtLocal: `2098-01-12T${time}`,
            people: many,
          })),
        },
      },
    });
    const noAgendas = {
      request: { query: agendaTemplateChoices, variables: { id: 'grp_1' } },
      result: { data: { node: { __typename: 'Group' as const, id: 'grp_1', agendaTemplates: [] } } },
    };
    renderPage(
      <SettleDatePoll pollId="dpl_1" groupId="grp_1" timeZone="Asia/Tokyo" version={3} option={option} />,
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
      pollId: 'dpl_1',
      optionId: 'dpo_1',
      time: null,
      durationMinutes: 120,
      format: 'IN_PERSON',
      place: '',
      url: null,
      agendaTemplate: 'agt_1',
      expectedVersion: 3,
      idempotencyKey: expect.any(String),
    };
    const seen: object[] = [];
    renderPage(
      <SettleDatePoll
        pollId="dpl_1"
        groupId="grp_1"
        timeZone="Asia/Tokyo"
        version={3}
        option={{
          __typename: 'DatePollOption',
          id: 'dpo_1',
          date: '2098-01-12',
          startsAtLocal: '2098-01-12T19:00',
          timeZone: 'Asia/Tokyo',
          yes: 3,
          ifNeedBe: 0,
          no: 0,
          best: true,
          chosen: false,
          viewerAnswer: null,
          answers: [],
        }}
      />,
      {
        mocks: [
          noDoubleBookings,
          {
            request: { query: agendaTemplateChoices, variables: { id: 'grp_1' } },
            result: {
              data: {
                node: {
                  __typename: 'Group' as const,
                  id: 'grp_1',
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
