import type { DueWork } from '../work/tenant-tx.js';

/** Wakes the workers for the deliveries and timers of a committed transaction. Only a hint: the sweep finds what it misses. */
export abstract class Alarm {
  abstract wake(due: readonly DueWork[]): void;
}
