import { setTimeout as pause } from 'node:timers/promises';
import type { Told } from './operations.js';

const tell = (told: Told): void => void process.send?.(told);

/** Says where a server under test listens and, whenever asked, how much CPU its process has used. */
export function served(url: string, close: () => Promise<unknown>): void {
  process.on('message', (message) => {
    // Load leaves connections behind that close in their own time.
    if (message === 'stop') return void Promise.race([close(), pause(1_000)]).then(() => process.exit(0));
    const { user, system } = process.cpuUsage();
    tell({ cpuMs: (user + system) / 1000 });
  });
  // The parent process is gone.
  process.on('disconnect', () => process.exit(0));
  tell({ ready: url });
}
