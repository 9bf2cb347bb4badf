import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built web client lies: found by walking up, so that source and build agree. */
export const webRoot = ((): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'apps', 'web')) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, 'apps', 'web', 'dist');
})();
