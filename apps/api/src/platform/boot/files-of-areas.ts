import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Tests, their data, types, and what runs in a thread of its own. */
const isLeftOut = /\.(spec|int-spec|factory|thread|d)\.[jt]s$/;

/**
 * The files of all areas, sorted: a noun's are found where they stand.
 *
 * @param root the folder of all areas
 * @param ending `.ts` of the source, `.js` of what is built
 * @param leaveOut folders right below it that are no areas
 */
export function filesOfAreas(
  root: string,
  ending: string,
  leaveOut: readonly string[] = ['platform', 'demo'],
): string[] {
  const areas = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !leaveOut.includes(entry.name))
    .map(({ name }) => join(root, name));
  return areas
    .flatMap((area) =>
      readdirSync(area, { recursive: true, encoding: 'utf8' }).map((file) => join(area, file)),
    )
    .filter((file) => file.endsWith(ending) && !isLeftOut.test(file))
    .sort();
}
