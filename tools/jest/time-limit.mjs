import { clearTimeout, setTimeout } from 'node:timers';
import { addEventHandler } from 'jest-circus';

/** No test or hook of ours takes this long, on the busiest machine either. */
const longestMinutes = 5;

/** The runner waits for ever. One that hangs fails by its name, and what comes after it still runs. */
addEventHandler(({ name }, { currentDescribeBlock: { children, hooks } }) => {
  const added = name === 'add_test' ? children.at(-1) : name === 'add_hook' ? hooks.at(-1) : null;
  if (added?.fn?.length === 0) added.fn = limited(added.fn);
});

const limited = (run) => async () => {
  let timer;
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => {
      const waiting = process.getActiveResourcesInfo().join(', ');
      reject(new Error(`It has not ended within ${longestMinutes} minutes. Still open: ${waiting}.`));
    }, longestMinutes * 60_000);
  });
  try {
    return await Promise.race([run(), over]);
  } finally {
    clearTimeout(timer);
  }
};
