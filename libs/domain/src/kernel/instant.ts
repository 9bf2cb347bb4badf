/** A moment, to the millisecond. A `Date` is never changed after it was made. */
export type Instant = Readonly<Date>;

export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;
export const days = (n: number): number => n * 86_400_000;
export const plus = (instant: Instant, milliseconds: number): Instant =>
  new Date(instant.getTime() + milliseconds);
export const isBefore = (a: Instant, b: Instant): boolean => a.getTime() < b.getTime();
