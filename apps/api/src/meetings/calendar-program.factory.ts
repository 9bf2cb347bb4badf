import ICAL from 'ical.js';

export interface Occurrence {
  readonly uid: string;
  readonly slot: string;
  readonly starts: string;
  readonly minutes: number;
  readonly place: string | null;
  readonly partstat: string | null;
  readonly cancelled: boolean;
}

/** Reads a text as another programme does; its zones are those that it brings along. */
export function parseCalendar(text: string): ICAL.Component {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar;
}

const isException = (event: ICAL.Component): boolean => event.hasProperty('recurrence-id');
const textOf = (event: ICAL.Component, name: string): string =>
  String(event.getFirstPropertyValue(name) ?? '');
const numberOf = (event: ICAL.Component): number => Number(event.getFirstPropertyValue('sequence'));
const slotOf = (event: ICAL.Component): string => textOf(event, 'recurrence-id').slice(0, 16);

/** All occurrences of one event, exceptions included, that begin before `until`. */
function expand(
  master: ICAL.Component,
  exceptions: readonly ICAL.Component[],
  until: number,
  most: number,
): Occurrence[] {
  const event = new ICAL.Event(master, { exceptions: [] });
  for (const exception of exceptions) event.relateException(exception);
  const occurrences: Occurrence[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next && occurrences.length < most; next = iterator.next()) {
    const { item, startDate } = event.getOccurrenceDetails(next);
    if (startDate.toUnixTime() * 1000 > until) break;
    occurrences.push({
      uid: event.uid,
      slot: next.toString().slice(0, 16),
      starts: startDate.toJSDate().toISOString(),
      minutes: item.duration.toSeconds() / 60,
      place: item.component.hasProperty('location') ? item.location : null,
      partstat:
        (item.component.getFirstProperty('attendee')?.getFirstParameter('partstat') as string) ?? null,
      cancelled: textOf(item.component, 'status') === 'CANCELLED',
    });
  }
  return occurrences;
}

/** The occurrences in a published calendar, by UID. */
export function occurrencesIn(text: string, until = Infinity, most = 50): Map<string, Occurrence[]> {
  const events = parseCalendar(text).getAllSubcomponents('vevent');
  return new Map(
    events
      .filter((event) => !isException(event))
      .map((master) => {
        const uid = textOf(master, 'uid');
        const exceptions = events.filter((event) => isException(event) && textOf(event, 'uid') === uid);
        return [uid, expand(master, exceptions, until, most)];
      }),
  );
}

interface Kept {
  readonly master: ICAL.Component | null;
  readonly exceptions: Map<string, ICAL.Component>;
}

/** What somebody's calendar shows who gets nothing but the invitations in their mails, kept by the rules of iTIP (RFC 5546). */
export class InvitedCalendar {
  private readonly events = new Map<string, Kept>();
  /** Of what was taken away: some programs remember it, and take an invitation of an older SEQUENCE for a late one. */
  private readonly gone = new Map<string, number>();

  /** `keepsNewer`: a new state of a series leaves its single dates of an equal or higher SEQUENCE as they are, shown even beyond its end. */
  constructor(private readonly keepsNewer = false) {}

  /** Takes a message in; throws at one that a calendar would refuse or take for an older state. */
  receive(text: string, mailMethod?: string): void {
    if (!/^(?:[^\r\n]{1,75}\r\n)+$/.test(text.replace(/[^\p{ASCII}]/gu, ' ')))
      throw new Error('not in lines');
    const calendar = parseCalendar(text);
    const method = textOf(calendar, 'method');
    if (mailMethod !== undefined && mailMethod !== method) throw new Error(`${mailMethod} holds ${method}`);
    const events = calendar.getAllSubcomponents('vevent');
    const uids = new Set(events.map((event) => textOf(event, 'uid')));
    if (uids.size !== 1) throw new Error(`${uids.size} UIDs in one message`);
    for (const event of events) {
      for (const needed of ['organizer', 'attendee', 'dtstamp', 'sequence', 'dtstart', 'summary'])
        if (!event.hasProperty(needed)) throw new Error(`no ${needed}`);
      const off = textOf(event, 'status') === 'CANCELLED';
      if (off !== (method === 'CANCEL')) throw new Error(`${method} of what is ${textOf(event, 'status')}`);
    }
    const [uid] = [...uids] as [string];
    const kept = this.events.get(uid) ?? { master: null, exceptions: new Map() };
    const master = events.find((event) => !isException(event));
    for (const event of events) {
      const older = isException(event) ? (kept.exceptions.get(slotOf(event)) ?? kept.master) : kept.master;
      const least = older ? numberOf(older) : (this.gone.get(uid) ?? 0);
      if (numberOf(event) < least) throw new Error('SEQUENCE goes back');
    }
    if (method === 'CANCEL') {
      if (master) {
        this.events.delete(uid);
        this.gone.set(uid, numberOf(master));
      } else for (const event of events) kept.exceptions.set(slotOf(event), event);
      return;
    }
    const stays = ([, event]: [string, ICAL.Component]): boolean =>
      !master || (this.keepsNewer && numberOf(event) >= numberOf(master));
    const exceptions = new Map([...kept.exceptions].filter(stays));
    for (const event of events) if (isException(event)) exceptions.set(slotOf(event), event);
    this.events.set(uid, { master: master ?? kept.master, exceptions });
  }

  /** What is on, in the order of time. */
  shows(until = Infinity): Occurrence[] {
    return [...this.events.values()]
      .flatMap(({ master, exceptions }) => {
        const dates = master ? expand(master, [...exceptions.values()], until, 200) : [];
        const slots = new Set(dates.map(({ slot }) => slot));
        const orphans = [...exceptions].filter(([slot]) => this.keepsNewer && !slots.has(slot));
        return [...dates, ...orphans.flatMap(([, event]) => expand(event, [], until, 1))];
      })
      .filter(({ cancelled }) => !cancelled)
      .sort((a, b) => (a.starts < b.starts ? -1 : 1));
  }
}
