import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { refuse } from '../errors/must.js';

/** argon2id; OWASP's floor of 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const mostAtOnce = 4;
/** Some seconds of work; later requests are asked to try again. */
const mostWaiting = 100;

const queue = pLimit(mostAtOnce);

/** Hashing is heavy on purpose: requests wait in a queue, and the queue is bounded. */
async function inTurn<T>(job: () => Promise<T>): Promise<T> {
  if (queue.pendingCount >= mostWaiting) refuse({ code: 'RATE_LIMITED', retryAfterSeconds: 5 });
  return queue(job);
}

/** Verified for an unknown address, so that it takes as long as a known one. */
const ofNoAccount = inTurn(() => hash('there is no such account', cost));

export const passwords = {
  hash: (password: string): Promise<string> => inTurn(() => hash(password, cost)),
  /** False, and no sooner, when there is no hash. */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? (await ofNoAccount);
    const matches = await inTurn(() => verify(against, password));
    return matches && stored !== null;
  },
};
