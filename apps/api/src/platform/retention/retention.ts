/** What is kept for a time only. */
export interface Forgetting {
  /** Names the statement. */
  readonly name: string;
  /** Takes away what is past its time in tenant $1 at the moment $2, at most $3 rows of it, and answers with a row for each. */
  readonly sql: string;
}
const all: Forgetting[] = [];

/**
 * Said once by whom a table belongs to:
 *
 *   forgets({ name: 'notes.forget', sql: `delete from note where … returning id` });
 */
export const forgets = (forgetting: Forgetting): void => void all.push(forgetting);

export const forgettings = (): readonly Forgetting[] => all;
