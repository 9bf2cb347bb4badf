import type { Failure, Result } from '@yoriai/domain/kernel';

/** An expected failure on its way out. The only class that `formatError` translates; everything else is INTERNAL. */
export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(JSON.stringify(failure));
    this.name = 'Refusal';
  }
}

/** The value of a result, or the refusal that ends this act and rolls its transaction back. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refusal(result.error);
}

/** A row that may be missing: what is not there, or may not be seen, is NOT_FOUND. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new Refusal({ code: 'NOT_FOUND' });
  return row;
}

export const refuse = <F extends Failure>(failure: F): never => {
  throw new Refusal(failure);
};
