import type { Promised } from '../work/tenant-tx.js';

/** Wakes the workers for what a transaction has just promised. Only a hint: the sweep finds what it misses. */
export abstract class Alarm {
  abstract wake(promised: readonly Promised[]): void;
}
