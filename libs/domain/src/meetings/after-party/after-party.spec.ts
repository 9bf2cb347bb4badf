import { describe, expect, it, test } from '@jest/globals';
import { answerAfterParty, type AfterParty } from './after-party.js';
import { after, code, hanako, oneMeeting, today, value } from '../meeting/meetings.factory.js';
import { callOffAfterParty, planAfterParty, type AfterPartyPlan } from './plan-after-party.js';

const meeting = oneMeeting();
const plan = (changes: AfterPartyPlan = {}, before: AfterParty | null = null, now = today) =>
  planAfterParty(meeting, before, { details: '居酒屋みなと 21時から', feeYen: 4000, ...changes }, now);
const party = value(plan()).next;

describe('what comes after a meeting', () => {
  it('says where, and what it costs', () =>
    expect(party).toEqual({
      meetingId: meeting.id,
      groupId: meeting.groupId,
      details: '居酒屋みなと 21時から',
      feeYen: 4000,
      version: 1,
    }));
  it('may leave both open', () =>
    expect(value(plan({ details: ' ', feeYen: null })).next).toMatchObject({ details: null, feeYen: null }));
  it('is changed only from a copy of how it is', () => {
    expect(value(plan({ feeYen: 0, expectedVersion: 1 }, party)).next).toMatchObject({
      feeYen: 0,
      version: 2,
    });
    expect(code(plan({ feeYen: 0, expectedVersion: 0 }, party))).toBe('CONFLICT');
    expect(value(plan({ expectedVersion: 0 }, party))).toEqual({ next: party, events: [] });
  });
  it('has answers of its own', () => {
    const { given, events } = value(
      answerAfterParty(meeting, party, { memberId: hanako, coming: true }, today),
    );
    expect([given.coming, events[0]!.name]).toEqual([true, 'meeting.after-party-answered']);
    expect(code(answerAfterParty(meeting, null, { memberId: hanako, coming: true }, today))).toBe(
      'NOT_FOUND',
    );
  });
  it('is called off once', () => {
    expect(value(callOffAfterParty(meeting, party, today))[0]!.name).toBe('meeting.after-party-called-off');
    expect(code(callOffAfterParty(meeting, null, today))).toBe('NOT_FOUND');
  });
  test.each<[string, AfterPartyPlan]>([
    ['a negative fee', { feeYen: -1 }],
    ['a fee of a fraction', { feeYen: 0.5 }],
    ['a fee that is none', { feeYen: Number.NaN }],
    ['a fortune', { feeYen: 100_001 }],
    ['a novel', { details: 'あ'.repeat(10_000) }],
    ['a NUL', { details: 'a\u0000' }],
  ])('with %s is turned down', (_, changes) => expect(code(plan(changes))).toBe('BAD_USER_INPUT'));
  it('is settled with the meeting: over or called off, nothing changes', () => {
    expect(code(plan({}, party, after))).toBe('MEETING_OVER');
    expect(code(callOffAfterParty({ ...meeting, status: 'CANCELLED' }, party, today))).toBe(
      'MEETING_CANCELLED',
    );
  });
});
