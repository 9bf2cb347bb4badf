import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesOfAreas } from './files-of-areas.js';

/** What a file exports, by name. */
export type Loaded = Readonly<Record<string, unknown>>;

/** Loads the files of all areas from where they stand. In the bundle another file takes this one's place, which knows them (`tools/bundle-server.mjs`). */
export const modulesOfAreas = (): Promise<Loaded[]> =>
  loadAll(filesOfAreas(join(import.meta.dirname, '../..'), extname(import.meta.filename)));

/** One after the other, in this order. */
export async function loadAll(files: readonly string[]): Promise<Loaded[]> {
  const modules: Loaded[] = [];
  for (const file of files) modules.push((await import(pathToFileURL(file).href)) as Loaded);
  return modules;
}
