import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { of, throwError } from 'rxjs';
import { forgetSeen, keptAnswers, seenTenant, shownFromDevice } from './kept-answers.js';

const home = gql`
  query Home($from: String) {
    greeting
  }
`;
const thread = gql`
  query SupportRequestPage {
    greeting
  }
`;
const shell = gql`
  query Shell {
    viewer
  }
`;

const answering = (data: Record<string, unknown>): ApolloLink => new ApolloLink(() => of({ data }));
const withoutLine = new ApolloLink(() => throwError(() => new TypeError('Failed to fetch')));
const atFault = new ApolloLink(() =>
  of<ApolloLink.Result>({ errors: [{ message: 'no', extensions: { code: 'INTERNAL' } }] }),
);

const ask = (
  end: ApolloLink,
  query = home,
  variables: Record<string, unknown> = {},
  tenant = 'minato',
): Promise<unknown> =>
  new ApolloClient({ link: ApolloLink.from([keptAnswers(tenant), end]), cache: new InMemoryCache() })
    .query({ query, variables })
    .then(({ data }) => data);

describe('what was seen last', () => {
  beforeEach(() => {
    localStorage.clear();
    forgetSeen();
  });

  it('is shown without a line, with the time it is of, also an hour later', async () => {
    await ask(answering({ greeting: 'こんにちは' }), home, { from: '10:00' });
    expect(shownFromDevice.at).toBeNull();
    expect(await ask(withoutLine, home, { from: '11:00' })).toEqual({ greeting: 'こんにちは' });
    expect(shownFromDevice.at).not.toBeNull();
    await ask(answering({ greeting: 'おかえりなさい' }), home);
    expect(shownFromDevice.at).toBeNull();
  });

  it('belongs to one organisation', async () => {
    await ask(answering({ greeting: 'こんにちは' }));
    await expect(ask(withoutLine, home, {}, 'elsewhere')).rejects.toThrow();
  });

  it('is not what stands in for a refusal or a fault', async () => {
    await ask(answering({ greeting: 'こんにちは' }));
    await expect(ask(atFault)).rejects.toThrow();
  });

  it('never holds a thread', async () => {
    await ask(answering({ greeting: 'ここだけの話' }), thread);
    expect(JSON.stringify(localStorage)).not.toContain('ここだけの話');
    await expect(ask(withoutLine, thread)).rejects.toThrow();
  });

  it('goes when the person is no member any more, and at sign-out', async () => {
    await ask(answering({ greeting: 'こんにちは' }));
    await ask(answering({ viewer: null }), shell);
    await expect(ask(withoutLine)).rejects.toThrow();
    await ask(answering({ greeting: 'こんにちは' }));
    forgetSeen();
    await expect(ask(withoutLine)).rejects.toThrow();
  });

  it('goes after a week', async () => {
    await ask(answering({ greeting: 'こんにちは' }));
    const [key = ''] = Object.keys(localStorage);
    const kept = JSON.parse(localStorage.getItem(key)!) as { at: number };
    localStorage.setItem(key, JSON.stringify({ ...kept, at: kept.at - 8 * 24 * 3_600_000 }));
    await expect(ask(withoutLine)).rejects.toThrow();
  });

  it('tells whose frame was seen last', async () => {
    expect(seenTenant()).toBeNull();
    await ask(answering({ viewer: { id: 1 } }), shell, {}, 'hinata');
    expect(seenTenant()).toBe('hinata');
  });

  it('holds two dozen pages at most', async () => {
    for (let id = 0; id < 30; id++) await ask(answering({ greeting: 'こんにちは' }), home, { id });
    expect(Object.keys(localStorage)).toHaveLength(24);
  });
});
