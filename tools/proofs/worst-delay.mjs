/**
 * The longest time from falling due to arriving, in seconds; Infinity where something never arrived. `due` is told by the application's clock, in
 * seconds, `arrived` by this process', in milliseconds; `ahead` is how many seconds the application's is ahead.
 */
export function worstDelay(mails, ahead) {
  return Math.max(...mails.map(({ due, arrived }) => (arrived ?? Infinity) / 1000 - (due - ahead)));
}
