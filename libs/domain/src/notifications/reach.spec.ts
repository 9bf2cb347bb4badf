import { describe, expect, it } from '@jest/globals';
import { reachLimits, reachOf, type Reach } from './reach.js';

describe('how far an act reaches', () => {
  it.each([
    ['postSupportRequest', 'POST'],
    ['postGoodNews', 'POST'],
    ['rescheduleMeeting', 'PLAN'],
    ['openDatePoll', 'PLAN'],
    ['inviteMember', 'PEOPLE'],
    ['importRoster', 'ROSTER'],
    ['replyToSupportRequest', 'ANSWER'],
    ['commentOnGoodNews', 'ANSWER'],
    ['sendPrivateNote', 'ANSWER'],
    ['askSecondPerson', 'ANSWER'],
    ['anActThatIsMadeTomorrow', 'ANSWER'],
    ['toString', 'ANSWER'],
    ['runMeeting', null],
    ['markSpeaker', null],
  ] as const)('%s: %s', (mutation, reach) => expect(reachOf(mutation)).toBe(reach));

  it.each(Object.entries(reachLimits))(
    '%s has more in a day than in an hour, and less than in 24 hours of them',
    (_, { hour, day }) => {
      expect(day.times).toBeGreaterThan(hour.times);
      expect(day.times).toBeLessThan(24 * hour.times);
      expect([hour.within, day.within]).toEqual([3_600_000, 86_400_000]);
    },
  );

  it('what the whole tenant hears of is allowed less often than what one person hears of', () => {
    const anHour = (reach: Reach): number => reachLimits[reach].hour.times;
    expect(anHour('POST')).toBeLessThan(anHour('PLAN'));
    expect(anHour('PLAN')).toBeLessThan(anHour('ANSWER'));
  });
});
