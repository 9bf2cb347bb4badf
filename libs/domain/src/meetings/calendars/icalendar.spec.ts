import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { cancelMeeting } from '../meeting/cancel-meeting.js';
import { icalendar, type CalendarEntry } from './icalendar.js';
import { mailtoUri } from './icalendar-text.js';
import { oneMeeting, scheduled, today } from '../meeting/meetings.factory.js';
import { rescheduleMeeting } from '../meeting/reschedule-meeting.js';

const write = (entry: CalendarEntry): string =>
  icalendar([entry], {
    locale: 'ja',
    now: today,
    linkTo: (meeting) => `https://yoriai.example/t/a/meetings/mtg_${meeting.id}`,
    linkToAll: 'https://yoriai.example/t/a/calendar',
  });
const unfold = (text: string): string => text.replaceAll('\r\n ', '');

describe('the calendar', () => {
  const { series, meetings } = scheduled({ skip: ['2027-02-10T19:00'] });
  it('says that there is a meeting, when and where, and nothing about what or who', () => {
    const text = unfold(write({ series, meetings }));
    expect(text).toContain('SUMMARY:寄り合い 定例会');
    expect(text).toContain('LOCATION:産業振興センター 2階');
    expect(text).not.toContain('月次レビュー');
    expect(text).toContain('RRULE:FREQ=MONTHLY;BYDAY=2WE;COUNT=12');
    expect(text).toContain('DTSTART;TZID=Asia/Tokyo:20261209T190000');
    expect(text).toContain('EXDATE;TZID=Asia/Tokyo:20270210T190000');
  });
  it('of a series leads from each date to its own meeting, and from dates not laid out yet to all of them', () => {
    const [master, ...dates] = unfold(write({ series, meetings })).split('BEGIN:VEVENT').slice(1);
    expect(master).toContain('URL:https://yoriai.example/t/a/calendar\r\n');
    expect(master).not.toContain('mtg_');
    expect(dates).toHaveLength(meetings.length);
    meetings.forEach((meeting, i) => {
      const slot = meeting.recurrenceId.replace(/[-:]/g, '');
      expect(dates[i]).toContain(`RECURRENCE-ID;TZID=Asia/Tokyo:${slot}00\r\n`);
      expect(dates[i]).toContain(`URL:https://yoriai.example/t/a/meetings/mtg_${meeting.id}\r\n`);
    });
  });
  it('shows a moved and a cancelled meeting by their slots', () => {
    const moved = rescheduleMeeting(meetings[1]!, { startsAtLocal: '2027-01-13T20:00' }, today);
    const off = cancelMeeting(meetings[2]!, null, today);
    if (!moved.ok || !off.ok) throw new Error();
    // The second meeting holds the third slot's place after the skipped one.
    const text = unfold(write({ series, meetings: [meetings[0]!, moved.value.next, off.value.next] }));
    expect(text).toContain(
      'RECURRENCE-ID;TZID=Asia/Tokyo:20270113T190000\r\nSEQUENCE:1\r\nSTATUS:CONFIRMED\r\nDTSTART;TZID=Asia/Tokyo:20270113T200000',
    );
    expect(text).toContain('RECURRENCE-ID;TZID=Asia/Tokyo:20270310T190000\r\nSEQUENCE:1\r\nSTATUS:CANCELLED');
  });
  it('cannot be broken out of by a place with line breaks, commas and emoji', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (place) => {
        const lines = write({
          series: { ...series, rule: null },
          meetings: [oneMeeting({ place: `A, B; C\\\r\nBEGIN:VEVENT\n${place}` })],
        }).split('\r\n');
        expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
        expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
        expect(lines.some((line) => line.includes('\n'))).toBe(false);
      }),
    );
  });
  it('brings the clock changes of a zone along', () => {
    const berlin = scheduled({ timeZone: 'Europe/Berlin' });
    const text = unfold(write(berlin));
    expect(text).toContain(
      'BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT',
    );
    expect(text).toContain(
      'BEGIN:STANDARD\r\nDTSTART:20271031T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD',
    );
  });
  it.each(['2027-03-28T03:00', '2027-03-29T02:00', '2027-03-27T19:00'])(
    'brings along the change of the clocks at the very moment of the first meeting, or a day around it: %s',
    (startsAtLocal) => {
      const berlin = scheduled({ timeZone: 'Europe/Berlin', rule: 'FREQ=MONTHLY;COUNT=3', startsAtLocal });
      expect(unfold(write(berlin))).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\n');
    },
  );
});

describe('the zone of a series without end', () => {
  const rulesIn = (timeZone: string): string[] =>
    unfold(write(scheduled({ timeZone, rule: 'FREQ=MONTHLY;BYDAY=2WE' })))
      .split('\r\n')
      .filter((line) => /^RRULE:FREQ=YEARLY/.test(line));
  test.each([
    ['Asia/Tokyo', []],
    ['Europe/Berlin', ['BYMONTH=3;BYDAY=-1SU', 'BYMONTH=10;BYDAY=-1SU']],
    ['America/New_York', ['BYMONTH=3;BYDAY=2SU', 'BYMONTH=11;BYDAY=1SU']],
    ['Australia/Lord_Howe', ['BYMONTH=4;BYDAY=1SU', 'BYMONTH=10;BYDAY=1SU']],
    ['Asia/Jerusalem', ['BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR', 'BYMONTH=10;BYDAY=-1SU']],
  ])('%s changes its clocks by a rule without end', (zone, rules) =>
    expect(rulesIn(zone).sort()).toEqual(rules.map((rule) => `RRULE:FREQ=YEARLY;${rule}`).sort()),
  );
  it('writes forty years one by one where no rule describes them', () => {
    const text = unfold(write(scheduled({ timeZone: 'Africa/Casablanca', rule: 'FREQ=MONTHLY;BYDAY=2WE' })));
    expect(text).toMatch(/DTSTART:2070\d{4}T/);
  });
  it('is not needed for a series that ends', () => {
    const text = unfold(write(scheduled({ timeZone: 'Europe/Berlin' })));
    expect(text).not.toContain('RRULE:FREQ=YEARLY');
  });
});

describe('an address in a calendar', () => {
  test.each([
    ['hanako@example.jp', 'hanako@example.jp'],
    ['hanako+kai@example.jp', 'hanako+kai@example.jp'],
    ['50%off?cc=x#y@example.jp', '50%25off%3Fcc%3Dx%23y@example.jp'],
    ['a/b&c@example.jp', 'a%2Fb%26c@example.jp'],
    ['"a b"@example.jp', '%22a%20b%22@example.jp'],
    ['花子@例え.jp', '%E8%8A%B1%E5%AD%90@%E4%BE%8B%E3%81%88.jp'],
  ])('%s is mailto:%s', (address, uri) => expect(mailtoUri(address)).toBe(`mailto:${uri}`));
  it('comes back as it was, whatever stands in it, and is a URI', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (local) => {
        const uri = mailtoUri(`${local}@example.jp`);
        expect(decodeURIComponent(uri.slice('mailto:'.length))).toBe(`${local}@example.jp`);
        expect(uri).toMatch(/^mailto:[A-Za-z0-9%+$!'()*._~-]+@example\.jp$/);
      }),
    );
  });
});
