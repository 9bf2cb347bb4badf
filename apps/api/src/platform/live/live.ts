import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LiveChannel } from './live-channel.js';
import { Mailbox } from './mailbox.js';

/** Ids by name: what changed, never how. */
export type LivePayload = Readonly<Record<string, string>>;

interface Said {
  readonly topic: string;
  readonly payload: LivePayload;
}

/**
 * Tells the screens of all processes that something changed.
 *
 *   await live.publish(`meeting:${tx.tenantId}:${meetingId}`, { meetingId });    // in an event's reader: what it tells of is committed
 *   liveField(ctx, 'meetingChanged', live.subscribe(`meeting:${tenantId}:${meetingId}`), …)   // in a subscription
 *
 * A hint like the queue's: whoever was away reads anew on coming back. A topic begins with its noun and names its tenant.
 */
@Injectable()
export class Live implements OnApplicationShutdown {
  private readonly subscribers = new Map<string, Set<Mailbox<LivePayload>>>();

  constructor(private readonly channel: LiveChannel) {
    channel.listen((text) => this.hear(text));
  }

  async publish(topic: string, payload: LivePayload): Promise<void> {
    await this.channel.say(JSON.stringify({ topic, payload } satisfies Said));
  }

  /** What is said from this moment on. A subscriber that reads too slowly loses the oldest. */
  subscribe<P extends LivePayload = LivePayload>(topic: string): AsyncIterableIterator<P> {
    const mailbox = new Mailbox<LivePayload>(() => {
      const others = this.subscribers.get(topic);
      others?.delete(mailbox);
      if (others?.size === 0) this.subscribers.delete(topic);
    });
    const all = this.subscribers.get(topic) ?? new Set();
    this.subscribers.set(topic, all.add(mailbox));
    return mailbox as AsyncIterableIterator<LivePayload> as AsyncIterableIterator<P>;
  }

  /** How many screens listen here. */
  get listening(): number {
    return [...this.subscribers.values()].reduce((sum, all) => sum + all.size, 0);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const all of [...this.subscribers.values()]) for (const mailbox of [...all]) await mailbox.return();
    await this.channel.close();
  }

  private hear(text: string): void {
    const { topic, payload } = JSON.parse(text) as Said;
    for (const mailbox of this.subscribers.get(topic) ?? []) mailbox.put(payload);
  }
}
