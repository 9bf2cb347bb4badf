/** Most that waits for one slow reader; what is older makes room. */
const capacity = 100;

/** One value out of the last that waits and the next, or null where both must be handed over. */
export type Merge<T> = (waiting: T, next: T) => T | null;

/** A queue that is written from one side and iterated from the other. */
export class Mailbox<T> implements AsyncIterableIterator<T> {
  private readonly waiting: T[] = [];
  private readonly readers: ((result: IteratorResult<T>) => void)[] = [];
  private closed = false;

  constructor(
    private readonly onClose: () => void,
    private readonly merge: Merge<T> = () => null,
  ) {}

  put(value: T): void {
    if (this.closed) return;
    const reader = this.readers.shift();
    if (reader) return reader({ value, done: false });
    const last = this.waiting.at(-1);
    const merged = last === undefined ? null : this.merge(last, value);
    if (merged !== null) this.waiting[this.waiting.length - 1] = merged;
    else if (this.waiting.push(value) > capacity) this.waiting.shift();
  }

  async next(): Promise<IteratorResult<T>> {
    const value = this.waiting.shift();
    if (value !== undefined) return { value, done: false };
    if (this.closed) return { value: undefined, done: true };
    return new Promise((resolve) => this.readers.push(resolve));
  }

  async return(): Promise<IteratorResult<T>> {
    if (!this.closed) {
      this.closed = true;
      this.waiting.length = 0;
      for (const reader of this.readers.splice(0)) reader({ value: undefined, done: true });
      this.onClose();
    }
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
