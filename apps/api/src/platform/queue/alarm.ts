import type { Promised } from '../work/tenant-tx.js';

/** Wakes the workers for what a transaction has just promised. Only a hint: whoever misses it is found by the sweep. */
export abstract class Alarm {
  abstract ring(promised: readonly Promised[]): void;
}
