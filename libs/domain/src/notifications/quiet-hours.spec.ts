import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { hours, instantAt, isBefore, localAt, minutes, plus } from '../kernel/index.js';
import { goesOutAt, heldUntil, isQuiet, type QuietHours } from './index.js';

const usual: QuietHours = { quietFrom: '21:00', quietTo: '08:00' };
const tokyo = 'Asia/Tokyo';
const held = (local: string, quiet = usual, zone = tokyo) =>
  localAt(heldUntil('support.posted', instantAt(local, zone), quiet, zone), zone);

describe('quiet hours', () => {
  it.each([
    ['2026-11-20T20:59', '2026-11-20T20:59'],
    ['2026-11-20T21:00', '2026-11-21T08:00'],
    ['2026-11-20T23:59', '2026-11-21T08:00'],
    ['2026-11-21T00:00', '2026-11-21T08:00'],
    ['2026-11-21T07:59', '2026-11-21T08:00'],
    ['2026-11-21T08:00', '2026-11-21T08:00'],
    ['2026-12-31T22:00', '2027-01-01T08:00'],
  ])('a post at %s is mailed at %s', (at, until) => expect(held(at)).toBe(until));

  it.each([
    [{ quietFrom: '12:00', quietTo: '13:30' }, '2026-11-20T12:10', '2026-11-20T13:30'],
    [{ quietFrom: '12:00', quietTo: '13:30' }, '2026-11-20T22:00', '2026-11-20T22:00'],
    [{ quietFrom: '08:00', quietTo: '08:00' }, '2026-11-20T08:00', '2026-11-20T08:00'],
    [{ quietFrom: null, quietTo: null }, '2026-11-20T03:00', '2026-11-20T03:00'],
  ])('with %j, %s becomes %s', (quiet, at, until) => expect(held(at, quiet)).toBe(until));

  it.each([
    'meeting.reminder.7d',
    'meeting.reminder.24h',
    'meeting.reminder.1h',
    'meeting.cancelled',
    'sign-in-code',
    'password-reset',
    'invitation',
  ] as const)('%s never waits', (kind) => {
    const night = instantAt('2026-11-20T23:00', tokyo);
    expect(heldUntil(kind, night, usual, tokyo)).toEqual(night);
  });

  it('an end that daylight saving skips comes after the gap', () =>
    expect(held('2027-03-14T00:30', { quietFrom: '22:00', quietTo: '02:30' }, 'America/New_York')).toBe(
      '2027-03-14T03:30',
    ));

  it('an hour that comes twice does not let a mail out before its end', () => {
    const zone = 'America/New_York';
    const quiet = { quietFrom: '22:00', quietTo: '01:30' };
    const secondTenPastOne = plus(instantAt('2026-11-01T01:10', zone), hours(1));
    const until = heldUntil('support.posted', secondTenPastOne, quiet, zone);
    expect(until).toEqual(plus(instantAt('2026-11-01T01:30', zone), hours(1)));
  });

  const clock = fc
    .integer({ min: 0, max: 1439 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  it('whatever the hours, zone and moment, a held mail waits less than a day and an hour, and goes when the clock says so', () =>
    fc.assert(
      fc.property(
        clock,
        clock,
        fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        fc.constantFrom(
          'Asia/Tokyo',
          'America/New_York',
          'Australia/Lord_Howe',
          'Europe/London',
          'Pacific/Apia',
          'UTC',
        ),
        (quietFrom, quietTo, now, zone) => {
          const quiet = { quietFrom, quietTo };
          const until = heldUntil('support.posted', now, quiet, zone);
          expect(isBefore(until, now)).toBe(false);
          if (!isQuiet(now, quiet, zone)) expect(until).toEqual(now);
          else {
            expect(isBefore(now, until)).toBe(true);
            expect(until.getTime() - now.getTime()).toBeLessThanOrEqual(hours(25));
            const wall = localAt(until, zone).slice(11);
            const skipped = localAt(plus(until, -60_000), zone).slice(11) < quietTo && quietTo < wall;
            expect(wall === quietTo || skipped || wall > quietTo).toBe(true);
          }
        },
      ),
      { numRuns: 2_000 },
    ));
});

describe('a mail that gathers', () => {
  const begun = new Date('2026-11-20T01:00:00Z');
  test.each([
    [0, 5],
    [4, 9],
    [20, 25],
    [26, 30],
    [30, 30],
    [45, 45],
  ])('begun at minute 0, with a notice at minute %i, goes out at minute %i', (now, at) =>
    expect(goesOutAt(begun, plus(begun, minutes(now)))).toEqual(plus(begun, minutes(at))),
  );
});
