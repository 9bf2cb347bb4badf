import type { Instant } from '@yoriai/domain/kernel';

/**
 * Every timer and the ids that it carries. A job adds its own in its file:
 * `declare module '…/platform/timers/timers.js' { interface Timers { 'support.nudge': { requestId: SupportRequestId } } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the platform declares no timers of its own
export interface Timers {}
export type TimerName = keyof Timers & string;

/** Work for later, found by its name and key; setting the same one again moves it. */
export type TimerSpec<Name extends TimerName = TimerName> = {
  [N in Name]: {
    readonly name: N;
    readonly key: string;
    readonly ids: Readonly<Timers[N]>;
  };
}[Name];

/** One of the named timers, told apart by its name. */
export type DueTimer<Name extends TimerName = TimerName> = TimerSpec<Name> & {
  readonly id: string;
  /** The moment it was set for, without the retries. */
  readonly dueAt: Instant;
};
