import { describe, expect, it } from '@jest/globals';
import { cancelFollowing, cancelMeeting } from './cancel-meeting.js';
import { after, code, oneMeeting, scheduled, slotsOf, today, value } from './meetings.factory.js';

describe('calling off', () => {
  it('one meeting keeps it in the list, with the reason', () => {
    const { next } = value(cancelMeeting(oneMeeting(), '台風のため', today));
    expect(next).toMatchObject({ status: 'CANCELLED', cancelReason: '台風のため', sequence: 1 });
    expect(code(cancelMeeting(next, null, today))).toBe('MEETING_CANCELLED');
    expect(code(cancelMeeting(oneMeeting(), 'x'.repeat(201), today))).toBe('BAD_USER_INPUT');
    expect(code(cancelMeeting(oneMeeting(), null, after))).toBe('MEETING_OVER');
  });
  it('the rest ends the series with the meeting before', () => {
    const { series, meetings } = scheduled();
    const off = value(cancelFollowing(series, meetings, meetings[3]!, null, today));
    expect(off.meetings.map((meeting) => meeting.id)).toEqual(meetings.slice(3).map((meeting) => meeting.id));
    expect(off.meetings.every((meeting) => meeting.status === 'CANCELLED')).toBe(true);
    expect(slotsOf(off.series)).toEqual(meetings.slice(0, 3).map((meeting) => meeting.recurrenceId));
    expect(value(cancelFollowing(series, meetings, meetings[0]!, null, today)).series.ended).toBe(true);
  });
});
