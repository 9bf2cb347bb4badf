import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { LiveChannel } from './live-channel.js';

const channel = 'yoriai:live';
const beatMs = 10_000;

/** Pub/sub of Redis. ioredis connects and subscribes again by itself; a connection that does not answer is dropped for that. */
export class RedisChannel extends LiveChannel {
  private readonly speaker: Redis;
  private readonly listener: Redis;
  private heartbeat: NodeJS.Timeout | null = null;
  private answered = true;

  constructor(redisUrl: string, logger: Logger) {
    super();
    let complainedAt = -Infinity;
    const complain = (error: Error) => {
      if (performance.now() - complainedAt < 60_000) return;
      complainedAt = performance.now();
      logger.warn({ err: error }, 'live updates pause until Redis can be reached');
    };
    // Live updates are hints: better lost than saved up while Redis is away.
    this.speaker = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: true });
    this.listener = new Redis(redisUrl, { maxRetriesPerRequest: null });
    for (const redis of [this.speaker, this.listener]) redis.on('error', complain);
  }

  listen(hear: (text: string) => void): void {
    this.listener.on('message', (_channel, text) => hear(text));
    this.listener.subscribe(channel).catch(() => undefined);
    this.heartbeat = setInterval(() => this.checkPulse(), beatMs);
    this.heartbeat.unref();
  }

  async say(text: string): Promise<void> {
    await this.speaker.publish(channel, text);
  }

  async close(): Promise<void> {
    if (this.heartbeat) clearInterval(this.heartbeat);
    this.speaker.disconnect();
    this.listener.disconnect();
  }

  private checkPulse(): void {
    if (this.listener.status !== 'ready') return;
    if (!this.answered) this.listener.disconnect(true);
    this.answered = false;
    this.listener.ping().then(
      () => (this.answered = true),
      () => undefined,
    );
  }
}
