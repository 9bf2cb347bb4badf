import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render-page.js';
import { ReplyToSupportRequest } from './reply-to-support-request.js';

beforeEach(() => localStorage.clear());

describe('a reply to an asker who wants to be heard', () => {
  const request = {
    id: 'srq_1',
    title: '眠れない夜',
    body: '聞いてください',
    mine: false,
    anonymous: true,
    type: 'EMOTIONAL' as const,
    adviceWaits: true,
    adviceWelcome: false,
    leaveAsked: false,
    viewerCan: { welcomeAdvice: false, askLeave: true },
  };
  const kind = () => screen.getByLabelText<HTMLSelectElement>('どんな返事ですか');

  it('is encouragement unless something else is chosen, and advice waits', async () => {
    renderPage(<ReplyToSupportRequest request={request} />);
    expect(kind().value).toBe('EMOTIONAL');
    screen.getByRole('button', { name: 'アドバイスしてもいいですか' });
    await userEvent.type(screen.getByLabelText(/返事を書く/), 'こうしたら');
    await userEvent.selectOptions(kind(), '率直な意見');
    await userEvent.click(screen.getByRole('button', { name: '返事を送る' }));
    screen.getByText(/アドバイスは、相談した人が望んでから送れます/);
  });

  it('says when advice was asked about, and when it is welcome', () => {
    renderPage(<ReplyToSupportRequest request={{ ...request, leaveAsked: true }} />);
    screen.getByText(/アドバイスしてもよいか、たずねました/);
    expect(screen.queryByRole('button', { name: 'アドバイスしてもいいですか' })).toBeNull();
    renderPage(<ReplyToSupportRequest request={{ ...request, adviceWaits: false, adviceWelcome: true }} />);
    screen.getByText('アドバイスも聞きたいそうです。');
  });
});
