import { hash, verify } from '@node-rs/argon2';

/** argon2id; OWASP's floor of 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const mostAtOnce = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** Hashing is heavy on purpose: a crowd at the door waits its turn instead of starving everybody else. */
async function inTurn<T>(job: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await job();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Verified for an unknown address, so that it takes as long as a known one. */
const nobody = inTurn(() => hash('there is no such account', cost));

export const passwords = {
  hash: (password: string): Promise<string> => inTurn(() => hash(password, cost)),
  /** False, and no sooner, when there is no hash. */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? (await nobody);
    const matches = await inTurn(() => verify(against, password));
    return matches && stored !== null;
  },
};
