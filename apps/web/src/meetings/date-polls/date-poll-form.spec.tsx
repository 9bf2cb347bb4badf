import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/render-page.js';
import { DatePollForm, type PollSending } from './date-poll-form.js';

const user = () => userEvent.setup({ delay: null });

const form = (onSubmit: (entry: PollSending) => Promise<unknown>) => (
  <DatePollForm
    timeZone="Asia/Tokyo"
    submit="日程調整を始める"
    draft="test-poll"
    initial={{
      title: '',
      note: '',
      closesOn: '',
      options: [
        { date: '2098-01-12', time: '19:00' },
        { date: '2098-01-13', time: '' },
      ],
    }}
    onSubmit={onSubmit}
  />
);

describe('starting a date poll', () => {
  it('takes a title and days; a day without a time is a day alone', async () => {
    const sent: PollSending[] = [];
    renderPage(form(async (entry) => void sent.push(entry)));
    await user().click(screen.getByRole('button', { name: '日程調整を始める' }));
    expect(sent).toEqual([]);
    await user().type(screen.getByRole('textbox', { name: /何の日程ですか/ }), '新年会');
    screen.getByLabelText('候補2の日');
    expect((screen.getByLabelText('候補1の時刻(任意)') as HTMLInputElement).value).toBe('19:00');
  });
  it('offers the day after the last one, and takes one away again', async () => {
    renderPage(form(async () => undefined));
    await user().click(screen.getByRole('button', { name: '候補を追加' }));
    expect((screen.getByLabelText('候補3の日') as HTMLInputElement).value).toBe('2098-01-14');
    await user().click(screen.getByRole('button', { name: '候補1を外す' }));
    expect((screen.getByLabelText('候補1の日') as HTMLInputElement).value).toBe('2098-01-13');
    const options = screen.getByRole('group', { name: '候補の日' });
    for (const button of within(options).getAllByRole('button', { name: /を外す/ }))
      expect((button as HTMLButtonElement).disabled).toBe(true);
  });
  it('is accessible', async () => {
    const { container } = renderPage(form(async () => undefined));
    expect((await axe(container)).violations).toEqual([]);
  });
});
