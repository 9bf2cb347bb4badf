import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { hours, plus } from '../../kernel/index.js';
import type { Meeting } from '../meeting/meeting.js';
import { code, hanako, oneMeeting, today, value } from '../meeting/meetings.factory.js';
import {
  checkInVisibilities,
  figuresMonth,
  narrower,
  readFigure,
  type CheckIn,
  type CheckInId,
} from './check-in.js';
import { submitCheckIn, withdrawCheckIn, type CheckInDraft } from './submit-check-in.js';

const facts = { id: '00000000-0000-7000-8000-000000000777' as CheckInId, memberId: hanako, now: today };
const write = (draft: CheckInDraft, before: CheckIn | null = null, meeting: Meeting = oneMeeting()) =>
  submitCheckIn(meeting, before, draft, facts);
const written = (draft: CheckInDraft, before: CheckIn | null = null): CheckIn =>
  value(write(draft, before)).next;

describe('a note before a meeting', () => {
  test.each<[string, CheckInDraft, string]>([
    ['one box', { note: '順調です' }, 'OK'],
    ['a mood alone', { mood: 3 }, 'OK'],
    ['one figure alone', { figures: { customers: 0 } }, 'OK'],
    ['nothing', {}, 'BAD_USER_INPUT'],
    ['blanks', { note: ' \n ', progress: '' }, 'BAD_USER_INPUT'],
    ['2,000 characters', { note: '長'.repeat(2_000) }, 'OK'],
    ['2,001 characters', { request: '長'.repeat(2_001) }, 'BAD_USER_INPUT'],
    ['a NUL', { note: 'a\u0000' }, 'BAD_USER_INPUT'],
    ['mood 0', { mood: 0 }, 'BAD_USER_INPUT'],
    ['mood 2.5', { mood: 2.5 }, 'BAD_USER_INPUT'],
    ['mood 6', { mood: 6 }, 'BAD_USER_INPUT'],
    ['a copy that is stale', { note: 'a', expectedVersion: 1 }, 'CONFLICT'],
  ])('of %s', (_what, draft, expected) => expect(code(write(draft))).toBe(expected));

  test.each<[string, Partial<Meeting>, number, string]>([
    ['long before', {}, -24 * 300, 'OK'],
    ['while it runs', { status: 'OPEN' }, 1, 'OK'],
    ['when it is closed', { status: 'CLOSED' }, 3, 'OK'],
    ['six days after', {}, 2 + 24 * 7 - 0.001, 'OK'],
    ['seven days after', {}, 2 + 24 * 7, 'PREPARATION_OVER'],
    ['when it is called off', { status: 'CANCELLED' }, -5, 'MEETING_CANCELLED'],
  ])('is taken %s: %s', (_when, changes, hoursAfterStart, expected) => {
    const meeting = oneMeeting(changes);
    const now = plus(meeting.startsAt, hours(hoursAfterStart));
    expect(code(submitCheckIn(meeting, null, { note: 'a' }, { ...facts, now }))).toBe(expected);
  });

  it('keeps its readers unless its writer says otherwise, and is for the group at first', () => {
    expect(written({ note: 'a' })).toMatchObject({ visibility: 'GROUP', moodVisibility: 'FACILITATOR' });
    const kept = written({ note: 'a', visibility: 'FACILITATOR', mood: 1, moodVisibility: 'SELF' });
    expect(written({ note: 'b', mood: 2 }, kept)).toMatchObject({
      visibility: 'FACILITATOR',
      moodVisibility: 'SELF',
      version: 2,
      id: kept.id,
    });
  });

  it('never shows mood or figures further than itself, and not to the group unless that was said', () => {
    const visibility = fc.option(fc.constantFrom(...checkInVisibilities));
    const draft = fc.record({ visibility, moodVisibility: visibility, figuresVisibility: visibility });
    fc.assert(
      fc.property(draft, fc.option(draft), (now, earlier) => {
        const before = earlier && written({ note: 'a', mood: 3, ...earlier });
        const next = written({ note: 'b', mood: 4, figures: { salesYen: 1 }, ...now }, before);
        for (const part of ['moodVisibility', 'figuresVisibility'] as const) {
          expect(narrower(next[part], next.visibility)).toBe(next[part]);
          if (next[part] === 'GROUP') expect(now[part] ?? before?.[part]).toBe('GROUP');
        }
      }),
    );
  });

  it('makes no sound in the group while the group cannot read it', () => {
    const names = (draft: CheckInDraft, before: CheckIn | null = null) =>
      value(write(draft, before)).events.map(({ name, ids }) => [name, 'meetingId' in ids]);
    const kept = written({ note: 'a', visibility: 'SELF' });
    expect(names({ note: 'a', visibility: 'SELF' })).toEqual([['check-in.kept', false]]);
    expect(names({ note: 'a', visibility: 'GROUP' }, kept)).toEqual([['meeting.check-in-shared', true]]);
    expect(names({ note: 'a', visibility: 'SELF' }, written({ note: 'a' }))).toEqual([
      ['meeting.check-in-shared', true],
    ]);
    expect(withdrawCheckIn(kept).map(({ name }) => name)).toEqual(['check-in.withdrawn']);
  });
});

describe('figures', () => {
  test.each([
    ['salesYen', 0, 'OK'],
    ['salesYen', -1, 'BAD_USER_INPUT'],
    ['salesYen', 1.5, 'BAD_USER_INPUT'],
    ['salesYen', Number.MAX_SAFE_INTEGER, 'OK'],
    ['salesYen', Number.MAX_SAFE_INTEGER + 1, 'BAD_USER_INPUT'],
    ['grossProfitYen', -300_000, 'OK'],
    ['customers', 40, 'OK'],
    ['customers', 0.5, 'BAD_USER_INPUT'],
    ['ownHours', 210.5, 'OK'],
    ['ownHours', 745, 'BAD_USER_INPUT'],
    ['ownHours', Infinity, 'BAD_USER_INPUT'],
  ] as const)('%s %s: %s', (name, figure, expected) => expect(code(readFigure(name, figure))).toBe(expected));
  test.each([
    ['2026-12-09T19:00', '2026-11-01'],
    ['2026-12-15T19:00', '2026-11-01'],
    ['2026-12-16T19:00', '2026-12-01'],
    ['2027-01-08T09:00', '2026-12-01'],
    ['2028-02-29T09:00', '2028-02-01'],
  ])('at %s are those of the month from %s', (startsAtLocal, month) =>
    expect(figuresMonth({ startsAtLocal })).toBe(month),
  );
});
