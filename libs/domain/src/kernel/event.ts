/** What an event names. Nothing but ids, and the few words of a closed list: no text, no names, no figures. */
export type EventIds = Readonly<Record<string, string | undefined>>;
/** For an event that names nothing. */
export type NoIds = Readonly<Record<never, string>>;

/** Something that happened, told with ids only. `anonymous` events carry no actor. */
export interface DomainEvent<Name extends string = string, Ids extends EventIds = EventIds> {
  readonly name: Name;
  readonly ids: Ids;
  readonly anonymous?: true;
}

declare const carried: unique symbol;
/** One kind of event; the ids that it carries are known to the compiler alone. */
export interface EventKind<Ids extends EventIds = EventIds> {
  /** Only the audit trail reads it, on purpose. */
  readonly isUnread: boolean;
  readonly [carried]?: Ids;
}
/** A noun's events by their names, which are stored and never change. */
export type EventKinds = Readonly<Record<string, EventKind>>;

/** `'meeting.closed': carries<{ meetingId: MeetingId }>()`: an event that some job reads. An id that older events lack is optional. */
export const carries = <Ids extends EventIds>(): EventKind<Ids> => ({ isUnread: false });
/** An event that only the audit trail reads. */
export const unread = <Ids extends EventIds>(): EventKind<Ids> => ({ isUnread: true });

/** The ids of each event in a map. */
export type IdsByEvent<Kinds> = {
  readonly [Name in keyof Kinds & string]: Kinds[Name] extends EventKind<infer Ids> ? Readonly<Ids> : never;
};
/** The events of a map, or those of some of its names, as a union told apart by name. */
export type EventOf<Kinds, Name extends keyof Kinds & string = keyof Kinds & string> = {
  [N in Name]: DomainEvent<N, IdsByEvent<Kinds>[N]>;
}[Name];

/** The keys of a map, typed. */
export const namesIn = <Map extends object>(map: Map) => Object.keys(map) as (keyof Map & string)[];
