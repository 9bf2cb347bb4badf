import type { QueueName } from '../queue/queues.js';

/** Which readers take an event, and in which queue. Filled at boot from the `*.job.ts` classes. */
export class ReaderCatalogue {
  private readonly byEvent = new Map<string, { reader: string; queue: QueueName }[]>();
  private readonly timers = new Map<string, QueueName>();

  addReader(reader: string, queue: QueueName, events: readonly string[]): void {
    for (const event of events)
      this.byEvent.set(event, [...(this.byEvent.get(event) ?? []), { reader, queue }]);
  }

  addTimer(name: string, queue: QueueName): void {
    this.timers.set(name, queue);
  }

  of(event: string): readonly { reader: string; queue: QueueName }[] {
    return this.byEvent.get(event) ?? [];
  }

  /** The audit trail, which takes every event, is no reader. */
  isHeard(event: string): boolean {
    return this.byEvent.has(event);
  }

  heardEvents(): string[] {
    return [...this.byEvent.keys()];
  }

  queueOfTimer(name: string): QueueName {
    const queue = this.timers.get(name);
    if (!queue) throw new Error(`No job runs the timer ${name}`);
    return queue;
  }
}
