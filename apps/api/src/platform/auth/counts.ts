import type { Rate } from '@yoriai/domain/kernel';

/** One count: of what, for whom, and how much of it there is. */
export interface Allowance {
  readonly bucket: string;
  readonly key: string;
  readonly rate: Rate;
}
/** How often this was taken in the window that runs, this time included, and the whole seconds until the window ends. */
export interface Count {
  readonly taken: number;
  readonly wait: number;
  giveBack(): Promise<void>;
}
/** Where windows are counted, for all processes together. */
export interface Counts {
  count(allowance: Allowance): Promise<Count>;
  forget(bucket: string, key: string): Promise<void>;
}
