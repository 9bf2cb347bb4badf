import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { earlyScript } from '../../ask-early.js';
import { homeFrom } from '../overview/home-from.js';
import { takeAskedEarly } from './asked-early.js';
import { forgetSeen } from './kept-answers.js';

const sent = jest.fn<typeof fetch>();
const open = (path: string): void => {
  window.history.replaceState(null, '', path);
  new Function(earlyScript((name) => `query ${name} { x }`))();
};
const body = (operationName: string, variables: object): string =>
  JSON.stringify({ operationName, variables, query: `query ${operationName} { x }` });
const answer = {} as Response;

beforeEach(() => {
  sent.mockReset().mockResolvedValue(answer);
  window.fetch = sent;
  delete window.askedEarly;
});
afterEach(() => void jest.useRealTimers());

describe('what a page asks before the application is here', () => {
  it('is taken by the first that asks the same, once', async () => {
    open('/t/aoba/meetings/mtg_1');
    expect(sent.mock.calls.map(([, init]) => JSON.parse(String(init!.body)).operationName)).toEqual([
      'Shell',
      'MeetingPage',
    ]);
    expect(sent.mock.calls[1]![1]!.headers).toMatchObject({ 'Yoriai-Tenant': 'aoba' });
    expect(takeAskedEarly(body('MeetingPage', { id: 'mtg_2' }))).toBeNull();
    expect(takeAskedEarly(body('Calendar', { id: 'mtg_1' }))).toBeNull();
    expect(await takeAskedEarly(body('MeetingPage', { id: 'mtg_1' }))).toBe(answer);
    expect(takeAskedEarly(body('MeetingPage', { id: 'mtg_1' }))).toBeNull();
    expect(await takeAskedEarly(body('Shell', {}))).toBe(answer);
  });

  it('is no answer any more after half a minute', () => {
    jest.useFakeTimers();
    open('/t/aoba');
    jest.setSystemTime(Date.now() + 30_000);
    expect(takeAskedEarly(body('Shell', {}))).toBeNull();
  });

  it('is home from twelve hours ago, by the hour', () => {
    jest.useFakeTimers({ now: new Date('2026-11-17T01:23:45Z') });
    open('/t/aoba/');
    expect(homeFrom()).toBe('2026-11-16T13:00:00.000Z');
    expect(takeAskedEarly(body('Home', { from: '2026-11-16T13:00:00.000Z' }))).not.toBeNull();
  });

  it('is forgotten with the session: the next one to sign in asks anew', () => {
    open('/t/aoba');
    forgetSeen();
    expect(takeAskedEarly(body('Home', { from: homeFrom() }))).toBeNull();
  });

  it.each(['/t/%E0/', '/t/aoba/members', '/sign-in', '/t/aoba/meetings/new'])('is nothing on %s', (path) => {
    open(path);
    expect(sent).not.toHaveBeenCalled();
  });
});
