import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderPage } from '../testing/render-page.js';
import { ErrorText } from './error-text.js';

describe('being asked to wait', () => {
  it.each([
    [1, /1 分ほど/],
    [61, /2 分ほど/],
    [5_400, /90 分ほど/],
    [5_401, /2 時間ほど/],
    [86_400, /24 時間ほど/],
    [undefined, /15 分ほど/],
  ])('%s seconds are said in whole minutes or hours', (retryAfterSeconds, words) => {
    renderPage(<ErrorText failure={{ code: 'RATE_LIMITED', retryAfterSeconds }} />, { viewer: null });
    expect(screen.getByRole('alert').textContent).toMatch(words);
  });

  it('after sending much says that nothing is lost', () => {
    renderPage(<ErrorText failure={{ code: 'TOO_MANY_ACTS', retryAfterSeconds: 600 }} />);
    expect(screen.getByRole('alert').textContent).toMatch(/書いたものはそのまま残っています。10 分ほど/);
  });
});
