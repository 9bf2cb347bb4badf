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

const occurrence = (item: ICAL.Event, slot: string, starts = item.startDate): Occurrence => ({
  uid: item.uid,
  slot,
  starts: starts.toJSDate().toISOString(),
  minutes: item.duration.toSeconds() / 60,
  place: item.component.hasProperty('location') ? item.location : null,
  partstat: (item.component.getFirstProperty('attendee')?.getFirstParameter('partstat') as string) ?? null,
  cancelled: textOf(item.component, 'status') === 'CANCELLED',
});

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
    occurrences.push(occurrence(item, next.toString().slice(0, 16), startDate));
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

/**
 * What becomes of single dates when a new state of their series comes. FOLLOWS: they are what the series says now. KEEPS_NEWER: those of an equal
 * or higher SEQUENCE stay, also when the series is taken away. KEEPS_ALL: they stay until a message names them or takes the series away. What
 * stays is shown even beyond the end of the series.
 */
export type Manner = 'FOLLOWS' | 'KEEPS_NEWER' | 'KEEPS_ALL';
export const manners = ['FOLLOWS', 'KEEPS_NEWER', 'KEEPS_ALL'] as const satisfies readonly Manner[];

/** What a member's calendar shows who gets nothing but the invitations in their mails, kept by the rules of iTIP (RFC 5546). */
export class InvitedCalendar {
  private readonly events = new Map<string, Kept>();
  /** Of what was taken away: some programs remember it, and take an invitation of an older SEQUENCE for a late one. */
  private readonly gone = new Map<string, number>();

  constructor(private readonly manner: Manner = 'FOLLOWS') {}

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
    const newer = [...kept.exceptions].filter(
      ([, event]) => master && this.manner === 'KEEPS_NEWER' && numberOf(event) >= numberOf(master),
    );
    if (method === 'CANCEL') {
      if (master) {
        this.events.set(uid, { master: null, exceptions: new Map(newer) });
        this.gone.set(uid, numberOf(master));
      } else for (const event of events) kept.exceptions.set(slotOf(event), event);
      return;
    }
    const exceptions = new Map(!master || this.manner === 'KEEPS_ALL' ? kept.exceptions : newer);
    for (const event of events) if (isException(event)) exceptions.set(slotOf(event), event);
    this.events.set(uid, { master: master ?? kept.master, exceptions });
  }

  /** What is on, in the order of time. */
  shows(until = Infinity): Occurrence[] {
    return [...this.events.values()]
      .flatMap(({ master, exceptions }) => {
        const dates = master ? expand(master, [...exceptions.values()], until, 200) : [];
        const slots = new Set(dates.map(({ slot }) => slot));
        const orphans = [...exceptions].filter(([slot]) => this.manner !== 'FOLLOWS' && !slots.has(slot));
        return [...dates, ...orphans.map(([slot, event]) => occurrence(new ICAL.Event(event), slot))];
      })
      .filter(({ cancelled }) => !cancelled)
      .sort((a, b) => (a.starts < b.starts ? -1 : 1));
  }
}
