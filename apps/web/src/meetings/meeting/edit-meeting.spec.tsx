import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, type ReactNode } from 'react';
import { renderPage } from '../../testing/render-page.js';
import { EditMeeting, editableMeetingFragment, editMeeting } from './edit-meeting.js';

const query = gql`
  query OneEditableMeeting {
    node(id: "mtg_1") {
      id
      ...EditableMeeting
    }
  }
  ${editableMeetingFragment}
`;
const meeting = (changes: object = {}) => ({
  __typename: 'Meeting',
  id: 'mtg_1',
  title: '月次レビュー',
  format: 'IN_PERSON',
  place: '本館',
  url: null,
  version: 1,
  ...changes,
});
const asked = (changes?: object) => ({ request: { query }, result: { data: { node: meeting(changes) } } });
const input = { meetingId: 'mtg_1', title: '秋の会', format: 'IN_PERSON', place: '別館', url: '' };
const sent = (expectedVersion: number, result: object) => ({
  request: { query: editMeeting, variables: { input: { ...input, expectedVersion } } },
  result,
});

/** The page behind the dialog gets others' changes by its subscription; here it asks again when the window comes back. */
function Screen(): ReactNode {
  const { data, refetch } = useQuery<{ node: Parameters<typeof EditMeeting>[0]['meeting'] }>(query);
  useEffect(() => {
    const look = (): void => void refetch();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [refetch]);
  return data ? <EditMeeting meeting={data.node} /> : null;
}
const retitle = async (): Promise<void> => {
  await userEvent.click(await screen.findByRole('button', { name: '内容の変更' }));
  const title = await screen.findByLabelText(/会の名前/);
  await userEvent.clear(title);
  await userEvent.type(title, '秋の会');
};
const box = (label: RegExp): string => screen.getByLabelText<HTMLInputElement>(label).value;
const save = () => userEvent.click(screen.getByRole('button', { name: '保存' }));

describe('editing a meeting that another facilitator is editing', () => {
  it('says what they changed, keeps what was typed, and sends both', async () => {
    const done = { data: { editMeeting: { ...meeting(input), sequence: 2, version: 3 } } };
    renderPage(<Screen />, { mocks: [asked(), asked({ place: '別館', version: 2 }), sent(2, done)] });
    await retitle();
    fireEvent.focus(window);
    await screen.findByText('いまの内容: 月次レビュー / 会場 / 別館');
    await userEvent.click(screen.getByRole('button', { name: 'いまの内容を確認して続ける' }));
    expect([box(/会の名前/), box(/場所/)]).toEqual(['秋の会', '別館']);
    await save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('does not pass off as seen what came in behind the dialog', async () => {
    const refused = { errors: [{ message: 'CONFLICT', extensions: { code: 'CONFLICT' } }] };
    const stale = sent(1, refused);
    stale.request.variables.input.place = '本館';
    renderPage(<Screen />, { mocks: [asked(), stale as never, asked({ place: '別館', version: 2 })] });
    await retitle();
    await save();
    await screen.findByText(/ほかの人が先に変更しました。/);
    await screen.findByText('いまの内容: 月次レビュー / 会場 / 別館');
    expect(box(/会の名前/)).toBe('秋の会');
  });
});
