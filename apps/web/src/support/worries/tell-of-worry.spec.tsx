import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/render-page.js';
import { Worry, tellOfWorry } from './tell-of-worry.js';

beforeEach(() => localStorage.clear());

describe('この人が心配', () => {
  it('says what to say and whom to call, and tells the facilitators alone', async () => {
    const sent: unknown[] = [];
    const mocks = [
      {
        request: { query: tellOfWorry, variables: (given: unknown) => sent.push(given) > 0 },
        result: { data: { tellOfWorry: true } },
      },
    ];
    const { baseElement } = renderPage(<Worry requestId="srq_1" name="佐藤 健一" canTell />, { mocks });
    await userEvent.click(screen.getByRole('button', { name: 'この人が心配' }));
    const dialog = await screen.findByRole('dialog', { name: '佐藤 健一 さんが心配' });
    within(dialog).getByRole('link', { name: '119に電話' });
    within(dialog).getByText('言わないようにすること');
    expect((await axe(baseElement)).violations).toEqual([]);
    await userEvent.type(within(dialog).getByLabelText('気がかりなこと(任意)'), '声が小さい');
    await userEvent.click(within(dialog).getByRole('button', { name: '進行役だけに伝える' }));
    await waitFor(() =>
      expect(sent[0]).toMatchObject({ input: { requestId: 'srq_1', replyId: null, note: '声が小さい' } }),
    );
  });

  it('about an anonymous asker, where no facilitator reads, gives the numbers all the same', async () => {
    renderPage(<Worry requestId="srq_1" name={null} canTell={false} />);
    await userEvent.click(screen.getByRole('button', { name: 'この人が心配' }));
    const dialog = await screen.findByRole('dialog', { name: '相談した人が心配' });
    within(dialog).getByRole('link', { name: '相談窓口を見る' });
    expect(within(dialog).queryByRole('button', { name: '進行役だけに伝える' })).toBeNull();
  });
});
