import { describe, expect, it } from '@jest/globals';
import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { makeCache } from '../../graphql/client.js';
import { renderPage } from '../../testing/render-page.js';
import { FindMember } from './find-member.js';

const members = Array.from({ length: 2_000 }, (_, i) => ({
  __typename: 'Member' as const,
  id: `mem_${i}`,
  displayName: `会員 ${i}`,
  businessName: i % 2 === 0 ? `商店${i}` : null,
}));

/** A server that finds people by name and answers when it is told to, or at once. */
function office({ atOnce }: { atOnce: boolean }) {
  const asked: (string | null)[] = [];
  const waiting: (() => void)[] = [];
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        const search = (variables['search'] as string | null) ?? null;
        asked.push(search);
        const answer = (): void => {
          const edges = members
            .filter(({ displayName }) => displayName.includes(search ?? ''))
            .slice(0, 20)
            .map((node) => ({ __typename: 'MemberEdge', node }));
          observer.next({ data: { members: { __typename: 'MemberConnection', edges } } });
          observer.complete();
        };
        if (atOnce) setTimeout(answer, 5);
        else waiting.push(answer);
      }),
  );
  const answer = (): void => act(() => waiting.shift()?.());
  return { asked, waiting, answer, client: new ApolloClient({ cache: makeCache(), link }) };
}

function Box(): ReactNode {
  const [chosen, setChosen] = useState('');
  return (
    <>
      <FindMember
        id="who"
        label="会員"
        value={chosen}
        error={null}
        required={false}
        onChange={setChosen}
        without={[]}
      />
      <output>{chosen}</output>
    </>
  );
}
const show = (client: ApolloClient): HTMLElement => {
  renderPage(
    <ApolloProvider client={client}>
      <Box />
    </ApolloProvider>,
  );
  return screen.getByRole('combobox', { name: '会員' });
};
const whileDebouncing = (times: number): Promise<void> =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, times * 300));
  });

describe('looking for a member among two thousand', () => {
  it('asks once for what was typed, and not again for who was chosen', async () => {
    const { asked, client } = office({ atOnce: true });
    const box = show(client);
    // In one go, as from an IME: typed letter by letter, a slow machine asks after each.
    await userEvent.click(box);
    await userEvent.paste('会員 12');
    await userEvent.click(await screen.findByRole('option', { name: '会員 12(商店12)', hidden: true }));
    expect(box).toHaveProperty('value', '会員 12(商店12)');
    await whileDebouncing(6);
    expect(screen.getByRole('status').textContent).toBe('mem_12');
    expect(box).toHaveProperty('value', '会員 12(商店12)');
    expect(asked.filter((search) => search !== null && search !== '会員 12')).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(3);
  }, 30_000);

  it('asks one question at a time, and of those that come up meanwhile only the last', async () => {
    const { asked, waiting, answer, client } = office({ atOnce: false });
    const box = show(client);
    await waitFor(() => expect(waiting).toHaveLength(1));
    for (const letters of ['会員', ' 1', '2', '3']) {
      await userEvent.type(box, letters);
      await whileDebouncing(1);
    }
    expect(asked).toEqual([null]);
    answer();
    await waitFor(() => expect(asked).toEqual([null, '会員 123']));
    answer();
    await screen.findByRole('option', { name: '会員 123', hidden: true });
    await whileDebouncing(2);
    expect(asked).toEqual([null, '会員 123']);
  }, 30_000);
});
