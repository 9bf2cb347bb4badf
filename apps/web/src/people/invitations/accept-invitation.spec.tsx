import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { AcceptInvitation, acceptInvitation, invitationQuery } from './accept-invitation.js';

/** The office has entered name, furigana and telephone. */
async function open(): Promise<{ sent: unknown[]; box: (label: RegExp) => HTMLInputElement }> {
  const sent: unknown[] = [];
  const invitation = {
    ...{
      __typename: 'InvitationPreview',
      tenantName: '港町商工会',
      invitedBy: '佐藤 進',
      groupNames: ['水曜会'],
    },
    ...{
      displayName: '山田 花子',
      kana: 'やまだ はなこ',
      phone: '090-1111-2222',
      email: 'hanako@example.jp',
    },
    needsSignIn: false,
    expired: false,
  };
  const tenant = { __typename: 'Tenant', id: 'ten_1', slug: 'minato' };
  renderPage(<AcceptInvitation token="t" onDone={() => Promise.resolve()} />, {
    viewer: null,
    mocks: [
      {
        request: { query: invitationQuery, variables: { token: 't' } },
        result: { data: { me: null, invitation } },
      },
      {
        request: { query: acceptInvitation, variables: (given: unknown) => sent.push(given) > 0 },
        result: { data: { acceptInvitation: { __typename: 'Viewer', tenant } } },
      },
    ],
  });
  await screen.findByRole('button', { name: '招待を受ける' });
  return { sent, box: (label) => screen.getByLabelText<HTMLInputElement>(label) };
}
const accept = (): Promise<void> => userEvent.click(screen.getByRole('button', { name: '招待を受ける' }));

describe('accepting an invitation', () => {
  it('shows what the office has entered, and leaves it as it is', async () => {
    const { sent, box } = await open();
    expect(box(/ふりがな/).value).toBe('やまだ はなこ');
    expect(box(/電話/).value).toBe('090-1111-2222');
    await accept();
    await waitFor(() => expect(sent).toEqual([{ input: { token: 't' } }]));
  });

  it('clears only the boxes that were emptied', async () => {
    const { sent, box } = await open();
    await userEvent.clear(box(/電話/));
    await accept();
    await waitFor(() => expect(sent).toEqual([{ input: { token: 't', phone: '' } }]));
  });
});
