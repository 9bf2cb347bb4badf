import { describe, expect, it } from '@jest/globals';
import { editMeeting } from './edit-meeting.js';
import { after, code, oneMeeting, today, value } from './meetings.factory.js';

describe('editing', () => {
  it('changes what was given, takes away what was emptied, leaves the rest', () => {
    const { next, events } = value(editMeeting(oneMeeting(), { title: '忘年会', place: '' }, today));
    expect(next).toMatchObject({ title: '忘年会', place: null, format: 'HYBRID', sequence: 1 });
    expect(events.map(({ name }) => name)).toEqual(['meeting.edited', 'meeting.place-changed']);
    expect(value(editMeeting(oneMeeting(), { title: '忘年会' }, today)).events).toHaveLength(1);
    expect(value(editMeeting(oneMeeting(), { title: '月次レビュー' }, today)).events).toEqual([]);
  });
  it('is possible while people are in the room, but not afterwards', () => {
    expect(code(editMeeting(oneMeeting({ status: 'OPEN' }), { title: 'a' }, today))).toBe('OK');
    expect(code(editMeeting(oneMeeting(), { title: 'a' }, after))).toBe('MEETING_OVER');
  });
});
