import { gql } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { ReactNode } from 'react';
import { renderPage } from '../../testing/render-page.js';
import { createJoinLink } from './create-join-link.js';
import { JoinLinks, joinLinksFragment } from './join-links.js';

const query = gql`
  query GroupPage {
    node(id: "grp_1") {
      id
      ...JoinLinks
    }
  }
  ${joinLinksFragment}
`;
const group = {
  __typename: 'Group',
  id: 'grp_1',
  joinLinks: [],
  viewerCan: { __typename: 'GroupAbilities', invite: true },
};
function Screen(): ReactNode {
  const { data } = useQuery<{ node: Parameters<typeof JoinLinks>[0]['group'] }>(query);
  return data ? <JoinLinks group={data.node} /> : null;
}

interface Sent {
  readonly days: number;
  readonly idempotencyKey: string;
}
const asked = (sent: Sent[], answer: object) => ({
  request: { query: createJoinLink, variables: ({ input }: { input: Sent }) => sent.push(input) > 0 },
  ...answer,
});
const made = { result: { data: { createJoinLink: { __typename: 'JoinLink', id: 'jln_1' } } } };

describe('making a way in', () => {
  it('makes one link of a tap whose answer was lost and of the tap after it, and another of the next', async () => {
    const [lost, again, other] = [[], [], []] as [Sent[], Sent[], Sent[]];
    const { container } = renderPage(<Screen />, {
      mocks: [
        { request: { query }, result: { data: { node: group } }, maxUsageCount: Number.POSITIVE_INFINITY },
        asked(lost, { error: new TypeError('no line') }),
        asked(again, made),
        asked(other, made),
      ] as never,
    });
    await userEvent.selectOptions(await screen.findByLabelText('使える日数'), '7日間');
    const make = (): Promise<void> =>
      userEvent.click(screen.getByRole('button', { name: '参加リンクを作成' }));
    await make();
    await screen.findByRole('alert');
    expect((await axe(container)).violations).toEqual([]);
    await make();
    await waitFor(() => expect(again).not.toEqual([]));
    await waitFor(() => expect(screen.getByRole('button').dataset['loading']).toBeUndefined());
    await make();
    await waitFor(() => expect(other).not.toEqual([]));
    expect(lost[0]!.days).toBe(7);
    expect(again[0]).toEqual(lost[0]);
    expect(other[0]!.idempotencyKey).not.toBe(lost[0]!.idempotencyKey);
  });
});
