/**
 * A meeting that is going on now began some hours ago; longer than twelve hours none may last. By the hour, so that a page and what is asked
 * before it (`ask-early.ts`, which takes this function as text: nothing from outside is there) ask the same.
 */
export const homeFrom = (): string => {
  const hour = 3_600_000;
  return new Date((Math.floor(Date.now() / hour) - 12) * hour).toISOString();
};
