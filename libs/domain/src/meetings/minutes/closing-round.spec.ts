import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { days, minutes, plus, type MeetingId } from '../../kernel/index.js';
import { minutesText, readMinutes, summaryDueAt, type MinutesContent } from './minutes.js';
import { releaseSafety, type Safety } from './closing-round.js';
import { after, code, hanako, oneMeeting, today, value } from '../meeting/meetings.factory.js';
import type { MemberId } from '../../kernel/index.js';
import { oneYearAfter } from '../topics/bring-topic-back.js';
import { canStillReopen, closeMeeting, reopenMeeting } from './close-meeting.js';
import { answerClosingRound, type ClosingRoundWish } from './answer-closing-round.js';

const later = (ms: number): Date => plus(today, ms) as Date;

describe('closing a meeting', () => {
  test.each([
    ['OPEN', today, 'OK'],
    ['SCHEDULED', today, 'MEETING_NOT_STARTED'],
    ['SCHEDULED', after, 'OK'],
    ['CLOSED', after, 'MEETING_OVER'],
    ['CANCELLED', after, 'MEETING_CANCELLED'],
  ] as const)('%s: %s', (status, now, expected) =>
    expect(code(closeMeeting(oneMeeting({ status }), now))).toBe(expected),
  );

  it('can be undone for ten minutes by the member who did it', () => {
    const closed = oneMeeting({ status: 'CLOSED' });
    const sealed = { sealedAt: today, sealedBy: hanako };
    const undo = (by = hanako, now = today, hadBegun = true) =>
      reopenMeeting(closed, sealed, hadBegun, by, now);
    expect(value(undo()).next.status).toBe('OPEN');
    expect(value(undo(hanako, today, false)).next.status).toBe('SCHEDULED');
    expect(code(undo('other' as MemberId))).toBe('FORBIDDEN');
    expect(code(undo(hanako, later(minutes(10))))).toBe('OK');
    expect(code(undo(hanako, later(minutes(10) + 1)))).toBe('MINUTES_SEALED');
    expect(canStillReopen(sealed, later(minutes(11)))).toBe(false);
    expect(code(reopenMeeting(oneMeeting({ status: 'OPEN' }), sealed, true, hanako, today))).toBe(
      'MEETING_NOT_STARTED',
    );
  });

  it('seals the same characters for the same content, whatever it is', () =>
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 3 }),
        fc.array(fc.record({ owner: fc.string(), statement: fc.string() }), { maxLength: 3 }),
        (decisions, people) => {
          const content: MinutesContent = {
            title: '月次レビュー',
            startsAtLocal: '2026-12-09T19:00',
            timeZone: 'Asia/Tokyo',
            place: null,
            present: 5,
            invited: 8,
            decisions,
            made: people.map((one) => ({ ...one, dueOn: '2027-01-13' })),
            settled: people.map((one) => ({ status: 'KEPT', ...one })),
          };
          const text = minutesText(content);
          expect(readMinutes({ text })).toEqual(content);
          expect(minutesText(readMinutes({ text }))).toBe(text);
        },
      ),
    ));

  it('sends the summary at eight the next morning, and looks back after a year', () => {
    expect(summaryDueAt(new Date('2026-12-09T12:30:00Z'), 'Asia/Tokyo').toISOString()).toBe(
      '2026-12-09T23:00:00.000Z',
    );
    expect(summaryDueAt(new Date('2026-12-09T15:30:00Z'), 'Asia/Tokyo').toISOString()).toBe(
      '2026-12-10T23:00:00.000Z',
    );
    const leapDay = { startsAtLocal: '2028-02-29T19:00', timeZone: 'Asia/Tokyo' };
    expect(oneYearAfter(leapDay).toISOString()).toBe('2029-02-27T23:00:00.000Z');
  });
});

describe('the closing round', () => {
  const closed = oneMeeting({ status: 'CLOSED' });
  const answer = (
    wish: ClosingRoundWish,
    { takesPart = true, hadHotSeat = false, now = today, status = 'CLOSED' as 'CLOSED' | 'OPEN' } = {},
  ) => answerClosingRound({ ...closed, status }, today, { id: hanako, takesPart, hadHotSeat }, wish, now);

  it('is open from closing until seven days after', () => {
    expect(code(answer({ plus: 'よかった' }))).toBe('OK');
    expect(code(answer({}, { now: later(days(7)) }))).toBe('OK');
    expect(code(answer({}, { now: later(days(7) + 1) }))).toBe('CLOSING_ROUND_OVER');
    expect(code(answer({}, { status: 'OPEN' }))).toBe('CLOSING_ROUND_OVER');
  });

  test.each<[string, ClosingRoundWish, string]>([
    ['nothing at all', {}, 'OK'],
    ['200 characters', { takeAway: '🍵'.repeat(200) }, 'OK'],
    ['201 characters', { delta: 'あ'.repeat(201) }, 'BAD_USER_INPUT'],
    ['a NUL', { goal: 'a\u0000' }, 'BAD_USER_INPUT'],
    ['a 0', { safety: { spoke: 0, safe: 5, heard: 5 } }, 'BAD_USER_INPUT'],
    ['a 6', { safety: { spoke: 1, safe: 5, heard: 6 } }, 'BAD_USER_INPUT'],
    ['a half', { safety: { spoke: 1.5, safe: 5, heard: 5 } }, 'BAD_USER_INPUT'],
    ['a year later without a hot seat', { oneYearLater: false }, 'BAD_USER_INPUT'],
  ])('%s', (_, wish, expected) => expect(code(answer(wish))).toBe(expected));

  it('takes what is empty away, and no goal or score of a person from outside', () => {
    const said = { plus: ' ', goal: '新しい客を3人', goalWanted: 'APPRAISAL' as const };
    const safety = { spoke: 5, safe: 4, heard: 5 };
    expect(value(answer({ ...said, safety })).round).toEqual({
      plus: null,
      delta: null,
      takeAway: null,
      oneYearLater: null,
      goal: { text: '新しい客を3人', wanted: 'APPRAISAL' },
      safety,
    });
    expect(value(answer({ ...said, safety }, { takesPart: false })).round).toMatchObject({
      goal: null,
      safety: null,
    });
  });
});

describe('how safe it felt', () => {
  const meeting = oneMeeting();
  const answers = (n: number, safe = 4): Safety[] => Array(n).fill({ spoke: 5, safe, heard: 3 });
  it('is shown from five people on, and again only when five more have answered', () => {
    expect(releaseSafety(null, meeting, answers(4))).toBeNull();
    const first = releaseSafety(null, meeting, answers(5))!;
    expect(first).toMatchObject({ n: 5, spoke: 5, safe: 4, heard: 3 });
    for (const n of [5, 6, 9]) expect(releaseSafety(first, meeting, answers(n, 1))).toBeNull();
    expect(releaseSafety(first, meeting, answers(10, 1))).toMatchObject({ n: 10, safe: 1 });
    const next = { ...meeting, id: 'next' as MeetingId };
    expect(releaseSafety(first, next, answers(4))).toBeNull();
    expect(releaseSafety(first, next, answers(6))).toMatchObject({ meetingId: 'next', n: 6 });
  });

  it('never shows two values that fewer than five people lie between, in whatever order they come', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 }), (arriving) => {
        let shown: ReturnType<typeof releaseSafety> = null;
        const released: number[] = [];
        arriving.forEach((_, i) => {
          const next = releaseSafety(
            shown,
            meeting,
            arriving.slice(0, i + 1).map((safe) => ({ spoke: safe, safe, heard: safe })),
          );
          if (next) released.push((shown = next).n);
        });
        released.forEach((n, i) => expect(n - (released[i - 1] ?? 0)).toBeGreaterThanOrEqual(5));
      }),
    ));
});
