import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TextInput } from '@mantine/core';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { optional, required } from '@yoriai/domain/kernel';
import type { ReactNode } from 'react';
import { aViewer, renderPage } from '../testing/render-page.js';
import { EntryForm } from './entry-form.js';
import { useEntryForm } from './use-entry-form.js';

interface Typed {
  title: string;
  place: string;
}

function Meeting({ onSubmit }: { onSubmit: (values: Typed, key: string) => Promise<unknown> }): ReactNode {
  const form = useEntryForm<Typed>({
    initial: { title: '', place: '' },
    labels: { title: '会の名前', place: '場所' },
    rules: { title: (text) => required('title', text, 10), place: (text) => optional('place', text, 5) },
    draft: 'meeting',
  });
  return (
    <EntryForm form={form} submit="決定" onSubmit={(values) => onSubmit(values, form.idempotencyKey)}>
      <TextInput {...form.field('title', { required: true })} />
      <TextInput {...form.field('place')} />
    </EntryForm>
  );
}

const refusedWith = (extensions: Record<string, unknown>): CombinedGraphQLErrors =>
  new CombinedGraphQLErrors({ errors: [{ message: 'refused', extensions }] });

const title = (): HTMLInputElement => screen.getByLabelText(/会の名前/);

beforeEach(() => localStorage.clear());

describe('a form', () => {
  it('names what is missing beside the box and takes the writer there', async () => {
    const sent = jest.fn(() => Promise.resolve());
    renderPage(<Meeting onSubmit={sent} />);
    await userEvent.click(screen.getByRole('button', { name: '決定' }));
    screen.getByText('会の名前を入力してください');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/会の名前/)));
    expect(sent).not.toHaveBeenCalled();
  });

  it('sums up several mistakes above the boxes', async () => {
    renderPage(<Meeting onSubmit={() => Promise.resolve()} />);
    await userEvent.type(screen.getByLabelText('場所'), 'とても遠い会場');
    await userEvent.click(screen.getByRole('button', { name: '決定' }));
    within(screen.getByRole('alert')).getByText('2か所、確かめてください');
    await userEvent.click(screen.getByRole('button', { name: '場所は5文字以内で入力してください' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('場所')));
  });

  it('counts an emoji as one character', async () => {
    const sent = jest.fn(() => Promise.resolve());
    renderPage(<Meeting onSubmit={sent} />);
    await userEvent.type(screen.getByLabelText(/会の名前/), '🍵'.repeat(10));
    await userEvent.click(screen.getByRole('button', { name: '決定' }));
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('puts the refusal of the server beside the box it is about', async () => {
    const refuse = (): Promise<never> =>
      Promise.reject(refusedWith({ code: 'BAD_USER_INPUT', params: { field: 'place', rule: 'MALFORMED' } }));
    renderPage(<Meeting onSubmit={refuse} />);
    await userEvent.type(screen.getByLabelText(/会の名前/), '定例会');
    await userEvent.click(screen.getByRole('button', { name: '決定' }));
    await screen.findByText('場所の書き方を確かめてください');
  });

  it('keeps what was typed when the line breaks, and sends the same thing again rather than a second one', async () => {
    const keys: string[] = [];
    const breakOnce = (_: Typed, key: string): Promise<unknown> =>
      keys.push(key) === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve();
    renderPage(<Meeting onSubmit={breakOnce} />);
    await userEvent.type(screen.getByLabelText(/会の名前/), '定例会');
    await userEvent.click(screen.getByRole('button', { name: '決定' }));
    await screen.findByText(/つながりません/);
    expect(title().value).toBe('定例会');
    await userEvent.click(screen.getByRole('button', { name: '決定' }));
    await waitFor(() => expect(keys).toHaveLength(2));
    expect(keys[1]).toBe(keys[0]);
  });

  it('says that the first one stands when something else was sent under its key, and sends this too', async () => {
    const first = new Map<string, string>();
    const keep = ({ title: said }: Typed, key: string): Promise<unknown> => {
      const stands = first.get(key) ?? said;
      first.set(key, stands);
      return stands === said
        ? Promise.resolve()
        : Promise.reject(refusedWith({ code: 'IDEMPOTENCY_CONFLICT' }));
    };
    // Two tabs of one person find one draft, and send two different texts.
    const before = renderPage(<Meeting onSubmit={keep} />);
    await userEvent.type(title(), '定例会');
    before.unmount();
    const left = renderPage(<Meeting onSubmit={keep} />);
    const right = renderPage(<Meeting onSubmit={keep} />);
    await userEvent.type(within(right.container).getByLabelText(/会の名前/), '・秋');
    await userEvent.click(within(left.container).getByRole('button', { name: '決定' }));
    await userEvent.click(within(right.container).getByRole('button', { name: '決定' }));
    const said = await within(right.container).findByRole('alert');
    within(said).getByText(/先に送ったものは届いていて/);
    expect(within(right.container).getByLabelText<HTMLInputElement>(/会の名前/).value).toBe('定例会・秋');
    expect([...first.values()]).toEqual(['定例会']);
    await userEvent.click(within(said).getByRole('button', { name: 'これも送る' }));
    await waitFor(() => expect([...first.values()]).toEqual(['定例会', '定例会・秋']));
    await waitFor(() => expect(within(right.container).queryByRole('alert')).toBeNull());
    expect(document.activeElement).toBe(within(right.container).getByRole('button', { name: '決定' }));
    expect((await axe(right.container)).violations).toEqual([]);
  });

  it('finds the draft again on the next visit, until it is thrown away', async () => {
    const first = renderPage(<Meeting onSubmit={() => Promise.resolve()} />);
    await userEvent.type(screen.getByLabelText(/会の名前/), '定例会');
    first.unmount();
    renderPage(<Meeting onSubmit={() => Promise.resolve()} />);
    expect(title().value).toBe('定例会');
    await userEvent.click(screen.getByRole('button', { name: '書きかけを消す' }));
    expect(title().value).toBe('');
  });

  it('does not show the draft of another member on the same computer', async () => {
    const first = renderPage(<Meeting onSubmit={() => Promise.resolve()} />);
    await userEvent.type(screen.getByLabelText(/会の名前/), '内密の会');
    first.unmount();
    const other = aViewer();
    renderPage(<Meeting onSubmit={() => Promise.resolve()} />, {
      viewer: { ...other, member: { ...other.member, id: 'mem_2' } },
    });
    expect(title().value).toBe('');
  });
});
