import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.js';
import { SimilarRequests, similarRequests } from './similar-requests.js';

beforeEach(() => localStorage.clear());

describe('similar requests', () => {
  it('appear when the writer pauses, with what came of them', async () => {
    const found = {
      __typename: 'SupportRequest',
      id: 'srq_2',
      title: '無断キャンセルを減らしたい',
      status: 'RESOLVED',
      outcome: '前日の確認で半分になりました。',
      replyCount: 2,
    };
    const mocks = [
      {
        request: { query: similarRequests, variables: { text: '無断キャンセルが続いて困っています' } },
        result: { data: { similarRequests: [found] } },
      },
    ];
    renderPage(<SimilarRequests text="無断キャンセルが続いて困っています" />, { mocks });
    await screen.findByRole('link', { name: '無断キャンセルを減らしたい' });
    screen.getByText('その後: 前日の確認で半分になりました。');
  });

  it('are not looked for in a word or two', () => {
    renderPage(<SimilarRequests text="困った" />);
    expect(screen.queryByText('似た相談がありました')).toBeNull();
  });
});
