import type { Events } from '@yoriai/domain/events';
import type { DomainEvent, Instant, MemberId } from '@yoriai/domain/kernel';

/** Every event and its ids: those of the domain; specs of the platform declare theirs here. */
export interface KnownEvents extends Events {}
export type EventName = keyof KnownEvents & string;

/** What `tx.publish` takes: the ids are those of the event's name. */
export type PublishedEvent<Name extends EventName = EventName> = {
  [N in Name]: DomainEvent<N, KnownEvents[N]>;
}[Name];

/** One of the named events, told apart by its name. */
export type StoredEvent<Name extends EventName = EventName> = {
  [N in Name]: {
    readonly id: string;
    readonly name: N;
    readonly ids: KnownEvents[N];
    /** Null for the system and for anonymous acts. */
    readonly actorId: MemberId | null;
    readonly at: Instant;
  };
}[Name];
