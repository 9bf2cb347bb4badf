import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/render-page.js';
import { HelpLinesPage } from './help-lines.page.js';

const page = () => renderPage(<HelpLinesPage />, { at: '/help-lines', viewer: null });
const open = () => within(screen.getByRole('region', { name: /つながる窓口/ }));

describe('help lines', () => {
  beforeEach(
    () => void jest.useFakeTimers({ now: new Date('2026-11-20T17:10:00Z'), doNotFake: ['queueMicrotask'] }),
  );
  afterEach(() => void jest.useRealTimers());

  it('asks about danger to life before anything else', () => {
    page();
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links.slice(0, 2)).toEqual(['tel:119', 'tel:110']);
  });

  it('puts the lines that answer at ten past two at night first, and folds the closed ones away', () => {
    page();
    screen.getByRole('heading', { name: 'いま(02:10)つながる窓口' });
    open().getByRole('link', { name: /よりそいホットライン/ });
    expect(open().queryByText('法テラス・サポートダイヤル')).toBeNull();
    expect(screen.getByText('法テラス・サポートダイヤル').closest('details')?.open).toBe(false);
  });

  it('narrows down to what it is about, and says so in the address', async () => {
    jest.useRealTimers();
    const { here } = page();
    await userEvent.click(screen.getByRole('button', { name: '体のこと' }));
    expect(here()).toBe('/help-lines?topic=BODY');
    screen.getByText('救急安心センター #7119');
    expect(screen.queryByText('ひまわりほっとダイヤル')).toBeNull();
  });

  it('has nothing in the way of a screen reader', async () => {
    jest.useRealTimers();
    const { container } = page();
    expect((await axe(container)).violations).toEqual([]);
  });
});
