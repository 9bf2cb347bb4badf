import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { renderPage } from '../../testing/render-page.js';
import { meetingRolesFragment } from './meeting-roles-fragment.js';
import { MeetingRoles } from './meeting-roles.js';
import { setMeetingRole } from './set-meeting-role.js';
import { swapMeetingRoles } from './swap-meeting-roles.js';

const user = () => userEvent.setup({ delay: null });

const person = (id: string, displayName: string) => ({ __typename: 'Member', id, displayName, kana: '' });

const [sato, yamada] = [person('mem_1', '佐藤 進'), person('mem_2', '山田 花子')];

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
    role: name,
    member,
    because: member && 'ROTATION',
    viewerCan: { __typename: 'MeetingRoleAbilities', set: true, take: false, passOn: false },
  });
  const meeting = (host: object | null, timekeeper: object | null) => ({
    __typename: 'Meeting',
    id: 'mtg_1',
    status: 'SCHEDULED',
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
