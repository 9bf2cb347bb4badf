import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/render-page.js';
import { ForAsker } from './for-asker.js';
import { askSecondPerson } from './ask-second-person.js';
import { keepSupportRequestOpen } from './keep-support-request-open.js';

const person = (id: string, displayName: string, businessName: string | null = null) => ({
  __typename: 'Member' as const,
  id,
  displayName,
  businessName,
});
const [sato, suzuki] = [person('mem_2', '佐藤 健一', '佐藤理容店'), person('mem_3', '鈴木 美咲')];
const forAsker = (change = {}) => ({
  __typename: 'SupportRequestForAsker' as const,
  waitedLong: false,
  askedIfOpen: false,
  peopleToAsk: [sato, suzuki],
  askedBesides: [],
  ...change,
});
const changed = (name: string, change: object) => ({
  data: { [name]: { __typename: 'SupportRequest', id: 'srq_1', forAsker: forAsker(change) } },
});
const ways = <button type="button">取り下げる</button>;

describe('what only the asker sees', () => {
  it('is nothing as long as there is nothing to say', () => {
    renderPage(<ForAsker requestId="srq_1" forAsker={forAsker()} ways={ways} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('asks kindly whether it goes on, with every way it can end', async () => {
    const kept = jest.fn(() => changed('keepSupportRequestOpen', {}));
    const { container } = renderPage(
      <ForAsker requestId="srq_1" forAsker={forAsker({ askedIfOpen: true })} ways={ways} />,
      {
        mocks: [
          { request: { query: keepSupportRequestOpen, variables: { requestId: 'srq_1' } }, result: kept },
        ],
      },
    );
    screen.getByText('この相談は、まだ続いていますか');
    screen.getByRole('button', { name: '取り下げる' });
    expect(screen.queryByText(/まだ返事がありません/)).toBeNull();
    expect((await axe(container)).violations).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'まだ助けがほしい' }));
    await waitFor(() => expect(kept).toHaveBeenCalledTimes(1));
  });

  it('says sorry for the wait, and lets them choose whom to ask, never the same person twice', async () => {
    const sent: { input: { memberId: string; idempotencyKey: string } }[] = [];
    const mocks = [
      {
        request: {
          query: askSecondPerson,
          variables: (given: (typeof sent)[number]) => sent.push(given) > 0,
        },
        result: changed('askSecondPerson', { waitedLong: true, askedBesides: [sato] }),
        maxUsageCount: 2,
      },
    ];
    const waiting = forAsker({ waitedLong: true, askedBesides: [suzuki] });
    renderPage(<ForAsker requestId="srq_1" forAsker={waiting} ways={ways} />, { mocks });
    screen.getByText('まだ返事がありません。待たせてしまい申し訳ありません');
    screen.getByRole('link', { name: '相談窓口を見る' });
    screen.getByText('声をかけた方: 鈴木 美咲');
    const names = screen.getAllByRole('option').map(({ textContent }) => textContent);
    expect(names).toEqual(['選んでください', '佐藤 健一(佐藤理容店)']);
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'この方に聞いてみる' });
    expect(button.disabled).toBe(true);
    await userEvent.selectOptions(screen.getByLabelText('聞いてみたい方'), '佐藤 健一(佐藤理容店)');
    await userEvent.click(button);
    await waitFor(() => expect(sent[0]).toMatchObject({ input: { requestId: 'srq_1', memberId: 'mem_2' } }));
    expect(sent[0]!.input.idempotencyKey).toMatch(/:mem_2$/);
  });

  it('offers no one more after three', () => {
    const three = forAsker({ waitedLong: true, askedBesides: [sato, sato, sato] });
    renderPage(<ForAsker requestId="srq_1" forAsker={three} ways={ways} />);
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});
