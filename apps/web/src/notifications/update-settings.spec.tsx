import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPage } from '../testing/render-page.js';
import { ChooseNotices, updateSettings } from './update-settings.js';
import type { Me } from '../shell/me.js';

const settings: Me['settings'] = {
  __typename: 'MemberSettings',
  mailContent: false,
  quietFrom: '21:00',
  quietTo: '08:00',
  muted: [],
  version: 3,
};

/** A server that keeps the settings, and refuses when it is told to. */
function show(refuse: (asked: number) => string | null = () => null) {
  const sent: Record<string, unknown>[] = [];
  let kept = settings;
  const rendered = renderPage(<ChooseNotices settings={settings} />, {
    mocks: [
      {
        request: {
          query: updateSettings,
          variables: ({ input }: { input: Record<string, unknown> }) => sent.push(input) > 0,
        },
        maxUsageCount: 20,
        result: ({ input }) => {
          const code = refuse(sent.length);
          if (code) return { errors: [{ message: code, extensions: { code } }] };
          const { expectedVersion: _, ...change } = input as Record<string, unknown>;
          kept = { ...kept, ...change, version: kept.version + 1 };
          return { data: { updateSettings: kept } };
        },
      },
    ],
  });
  return { ...rendered, sent };
}
const content = (): HTMLElement => screen.getByRole('switch', { name: /^メールに内容も書く/ });
const status = (): HTMLElement => screen.getByRole('status');

describe('settings that look like switches', () => {
  it('are saved at the tap, and say so', async () => {
    const { sent, container } = show();
    expect(screen.queryByRole('button', { name: '保存' })).toBeNull();
    await userEvent.click(content());
    await waitFor(() => expect(status().textContent).toBe('保存しました'));
    expect(sent).toEqual([{ mailContent: true, expectedVersion: 3 }]);
    expect((await axe(container)).violations).toEqual([]);
  });

  it('work from the keyboard', async () => {
    const { sent } = show();
    content().focus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(status().textContent).toBe('保存しました'));
    expect(sent).toHaveLength(1);
    expect(document.activeElement).toBe(content());
  });

  it('can be taken back', async () => {
    const { sent } = show();
    await userEvent.click(screen.getByRole('checkbox', { name: '会の前日' }));
    await userEvent.click(await screen.findByRole('button', { name: '元に戻す' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[0]).toEqual({ muted: ['meeting.reminder.24h'], expectedVersion: 3 });
    expect(sent[1]).toEqual({ muted: [], expectedVersion: 4 });
    await waitFor(() => expect(status().textContent).toBe('保存しました'));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '会の前日' }).checked).toBe(true);
  });

  it('go back to how they are when they could not be saved, and say why', async () => {
    show(() => 'INTERNAL');
    await userEvent.click(content());
    const said = await screen.findByRole('alert');
    within(said).getByText(/処理できませんでした/);
    screen.getByText('設定は、もとのままです。');
    expect((content() as HTMLInputElement).checked).toBe(false);
    expect(status().textContent).toBe('');
  });

  it('send quick taps one after the other, each on what the one before left', async () => {
    const { sent } = show();
    for (const name of ['会の1週間前', '会の前日', '会の1時間前'])
      await userEvent.click(screen.getByRole('checkbox', { name }));
    await waitFor(() => expect(sent).toHaveLength(3));
    await waitFor(() => expect(status().textContent).toBe('保存しました'));
    expect(sent.map(({ expectedVersion }) => expectedVersion)).toEqual([3, 4, 5]);
    expect(sent[2]!['muted']).toEqual(['meeting.reminder.7d', 'meeting.reminder.24h', 'meeting.reminder.1h']);
  });

  it('save a time when one leaves its box, and both ends at once', async () => {
    const { sent } = show();
    const from = screen.getByLabelText('から');
    await userEvent.clear(from);
    await userEvent.type(from, '22:30');
    expect(sent).toEqual([]);
    await userEvent.tab();
    await waitFor(() => expect(sent).toEqual([{ quietFrom: '22:30', quietTo: '08:00', expectedVersion: 3 }]));
    await userEvent.click(screen.getByRole('switch', { name: /^夜は静かにする/ }));
    await waitFor(() => expect(sent[1]).toEqual({ quietFrom: null, quietTo: null, expectedVersion: 4 }));
  });
});
