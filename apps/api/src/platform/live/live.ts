import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LiveChannel } from './live-channel.js';
import { Mailbox, type Merge } from './mailbox.js';

/** Ids by name, one or several: what changed, never how. */
export type LivePayload = Readonly<Record<string, string | readonly string[]>>;

/** Two changes of one thing are one that names what either names. */
export const bothChanges = <P extends LivePayload>(waiting: P, next: P): P =>
  Object.fromEntries(
    Object.entries(next).map(([name, value]) => {
      const before = waiting[name];
      return [
        name,
        Array.isArray(value) && Array.isArray(before) ? [...new Set([...before, ...value])] : value,
      ];
    }),
  ) as P;

/** The same said again while it waits is read once. */
const onceIfSame = <P extends LivePayload>(waiting: P, next: P): P | null =>
  JSON.stringify(waiting) === JSON.stringify(next) ? next : null;

/** So many are named in one message: Postgres carries 8,000 bytes. */
const topicsAtOnce = 40;

interface Listener {
  put(payload: LivePayload): void;
  return(): Promise<unknown>;
}
interface Said {
  readonly topics: readonly string[];
  readonly payload: LivePayload;
}

/**
 * Tells the screens of all processes that something changed.
 *
 *   await live.publish(`meeting:${tx.tenantId}:${meetingId}`, { meetingId });    // in an event's reader: what it tells of is committed
 *   liveField(ctx, 'meetingChanged', live.subscribe(`meeting:${tenantId}:${meetingId}`), …)   // in a subscription
 *
 * A hint like the queue's: a client that was away reads anew on coming back. A topic begins with its noun and names its tenant.
 */
@Injectable()
export class Live implements OnApplicationShutdown {
  private readonly subscribers = new Map<string, Set<Listener>>();

  constructor(private readonly channel: LiveChannel) {
    channel.listen((text) => this.hear(text));
  }

  /** To one topic or to several: screens of other topics are not woken. */
  async publish(topics: string | readonly string[], payload: LivePayload): Promise<void> {
    const all = typeof topics === 'string' ? [topics] : topics;
    for (let from = 0; from < all.length; from += topicsAtOnce) {
      const said: Said = { topics: all.slice(from, from + topicsAtOnce), payload };
      await this.channel.say(JSON.stringify(said));
    }
  }

  /**
   * What is said from this moment on. What waits for a slow subscriber is merged: `bothChanges`, or the same once. Beyond a hundred
   * that cannot be merged it loses the oldest.
   */
  subscribe<P extends LivePayload = LivePayload>(
    topics: string | readonly string[],
    merge: Merge<P> = onceIfSame,
  ): AsyncIterableIterator<P> {
    const followed = typeof topics === 'string' ? [topics] : topics;
    const mailbox = new Mailbox<P>(() => {
      for (const topic of followed) {
        const others = this.subscribers.get(topic);
        others?.delete(mailbox);
        if (others?.size === 0) this.subscribers.delete(topic);
      }
    }, merge);
    for (const topic of followed)
      this.subscribers.set(topic, (this.subscribers.get(topic) ?? new Set<Listener>()).add(mailbox));
    return mailbox;
  }

  /** How many screens listen here. */
  get listening(): number {
    return this.heardBy(this.subscribers.keys()).size;
  }

  async onApplicationShutdown(): Promise<void> {
    for (const mailbox of this.heardBy(this.subscribers.keys())) await mailbox.return();
    await this.channel.close();
  }

  private hear(text: string): void {
    const { topics, payload } = JSON.parse(text) as Said;
    for (const mailbox of this.heardBy(topics)) mailbox.put(payload);
  }

  /** Those who follow one of these topics, or several of them, once each. */
  private heardBy(topics: Iterable<string>): Set<Listener> {
    return new Set([...topics].flatMap((topic) => [...(this.subscribers.get(topic) ?? [])]));
  }
}
