import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { cancelFollowing, cancelMeeting } from '../meeting/cancel-meeting.js';
import { editMeeting } from '../meeting/edit-meeting.js';
import type { Meeting, MeetingSeries } from '../meeting/meeting.js';
import { countingIds, newSeriesId, scheduled, seriesId, today, value } from '../meeting/meetings.factory.js';
import { rescheduleFollowing, rescheduleMeeting } from '../meeting/reschedule-meeting.js';
import { extendSeries } from '../meeting/schedule-meetings.js';
import { announcedOf, newsOfMeetings } from './announced-meetings.js';

const { series, meetings } = scheduled();
const told = meetings.map(announcedOf);
const move = (meeting: Meeting, startsAtLocal: string): Meeting =>
  value(rescheduleMeeting(meeting, { startsAtLocal }, today)).next;
const off = (meeting: Meeting): Meeting => value(cancelMeeting(meeting, null, today)).next;
const changed = (touch: (meeting: Meeting, i: number) => Meeting) =>
  newsOfMeetings(told, meetings.map(touch), [series]);

describe('what there is to tell', () => {
  it('of five moves in a row is the last', () => {
    const news = changed((one, i) =>
      i === 2
        ? ['10:00', '11:00', '12:00', '13:00', '14:00'].reduce((m, at) => move(m, `2027-02-11T${at}`), one)
        : one,
    );
    expect(news.changes).toEqual([{ meetingId: meetings[2]!.id, change: 'MOVED' }]);
    expect(news.calendars).toEqual([{ seriesId, about: [meetings[2]!.id], gone: [] }]);
  });
  it('of there and back is nothing, whatever was moved and by how many moves', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(11), { minLength: 1 }), (which) => {
        const news = changed((one, i) => {
          const away = which.includes(i) ? move(one, `2028-01-0${(i % 9) + 1}T10:00`) : one;
          return move(away, one.startsAtLocal);
        });
        expect(news).toEqual({ changes: [], calendars: [] });
      }),
    );
  });
  it('of all that follow, moved there and back, is nothing, though calendars hold them under another UID', () => {
    const away = value(
      rescheduleFollowing(
        series,
        meetings,
        meetings[3]!,
        { startsAtLocal: '2027-03-10T18:00' },
        newSeriesId,
        today,
      ),
    );
    const back = value(
      rescheduleFollowing(
        ...([
          away.newSeries,
          away.meetings,
          away.meetings[0]!,
          { startsAtLocal: '2027-03-10T19:00' },
        ] as const),
        ...(['third' as MeetingSeries['id'], today] as const),
      ),
    );
    const now = [...meetings.slice(0, 3), ...back.meetings];
    const all = [away.oldSeries, back.oldSeries, back.newSeries];
    expect(newsOfMeetings(told, now, all)).toEqual({ changes: [], calendars: [] });
    // The next change brings the calendars up to date: the new series, and the end of the one they hold.
    const later = now.map((one, i) => (i === 5 ? move(one, '2027-05-13T10:00') : one));
    expect(newsOfMeetings(told, later, all).calendars).toEqual([
      { seriesId: 'third', about: null, gone: [] },
      { seriesId, about: null, gone: meetings.slice(3).map(({ recurrenceId }) => recurrenceId) },
    ]);
  });
  test.each<[string, (one: Meeting, i: number) => Meeting, object]>([
    ['a new place', (one, i) => (i === 1 ? value(editMeeting(one, { place: '別館' }, today)).next : one),
      { changes: [{ meetingId: meetings[1]!.id, change: 'PLACE' }], calendars: [{ seriesId, about: [meetings[1]!.id], gone: [] }] }],
    ['moved, then called off', (one, i) => (i === 1 ? value(cancelMeeting(move(one, '2027-01-14T10:00'), null, today)).next : one),
      { changes: [{ meetingId: meetings[1]!.id, change: 'CANCELLED' }], calendars: [{ seriesId, about: [meetings[1]!.id], gone: [meetings[1]!.recurrenceId] }] }],
    ['two called off, one elsewhere', (one, i) => (i < 2 ? off(one) : i === 2 ? value(editMeeting(one, { place: '別館' }, today)).next : one),
      { changes: (['CANCELLED', 'CANCELLED', 'PLACE'] as const).map((change, i) => ({ meetingId: meetings[i]!.id, change })),
        calendars: [{ seriesId, about: null, gone: meetings.slice(0, 2).map(({ recurrenceId }) => recurrenceId) }] }],
    ['two called off', (one, i) => (i < 2 ? off(one) : one),
      { changes: meetings.slice(0, 2).map(({ id }) => ({ meetingId: id, change: 'CANCELLED' })),
        calendars: [{ seriesId, about: meetings.slice(0, 2).map(({ id }) => id), gone: meetings.slice(0, 2).map(({ recurrenceId }) => recurrenceId) }] }],
    ['another title', (one, i) => (i === 1 ? value(editMeeting(one, { title: '秋の会' }, today)).next : one), { changes: [], calendars: [] }],
    ['five different ones moved', (one, i) => (i < 5 ? move(one, one.startsAtLocal.replace('19:00', '20:00')) : one),
      { changes: meetings.slice(0, 5).map(({ id }) => ({ meetingId: id, change: 'MOVED' })), calendars: [{ seriesId, about: null, gone: [] }] }],
  ])('%s', (_, touch, news) => expect(changed(touch)).toEqual(news)); // oxfmt-ignore
  it('of a series that was never announced and is off again is nothing; otherwise all of it', () => {
    expect(newsOfMeetings([], meetings, [series]).calendars).toEqual([{ seriesId, about: null, gone: [] }]);
    const off = value(cancelFollowing(series, meetings, meetings[0]!, null, today));
    expect(newsOfMeetings([], off.meetings, [off.series])).toEqual({ changes: [], calendars: [] });
  });
  it('of dates that an endless series lays out later is nothing until one of them changes', () => {
    const endless = scheduled({ rule: 'FREQ=MONTHLY;BYDAY=2WE' });
    const more = extendSeries(
      ...([endless.series, endless.meetings.at(-1)!.recurrenceId] as const),
      ...([{ headCount: 8, meetingsSoFar: 13 }, countingIds(), new Date('2027-02-20T00:00:00Z')] as const),
    ).map((one, i) => ({ ...one, id: `later-${i}` as Meeting['id'] }));
    const known = endless.meetings.map(announcedOf);
    expect(newsOfMeetings(known, [...endless.meetings, ...more], [endless.series]).changes).toEqual([]);
    const off = value(cancelMeeting(more[0]!, null, today)).next;
    expect(newsOfMeetings(known, [...endless.meetings, off], [endless.series]).changes).toEqual([
      { meetingId: off.id, change: 'CANCELLED' },
    ]);
  });
});
