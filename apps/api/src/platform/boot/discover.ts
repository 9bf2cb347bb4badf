import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Type } from '@nestjs/common';
import {
  CONTROLLER_WATERMARK,
  ENTRY_PROVIDER_WATERMARK,
  INJECTABLE_WATERMARK,
} from '@nestjs/common/constants.js';

export interface Discovered {
  /** Injectable classes, resolvers and jobs among them. */
  readonly providers: readonly Type[];
  readonly controllers: readonly Type[];
}

/** Tests, their data, types, and what runs in a thread of its own. */
const isLeftOut = /\.(spec|int-spec|factory|thread|d)\.[jt]s$/;

/**
 * Every injectable class and every controller that the files below a folder export, in the order of their paths. A noun has nothing to
 * register: its files are found where they stand.
 *
 * @param root the folder of all areas
 * @param leaveOut folders right below it that are no areas
 */
export async function discover(root: string, leaveOut: readonly string[]): Promise<Discovered> {
  const ending = extname(import.meta.filename);
  const areas = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !leaveOut.includes(entry.name))
    .map(({ name }) => join(root, name));
  const files = areas
    .flatMap((area) =>
      readdirSync(area, { recursive: true, encoding: 'utf8' }).map((file) => join(area, file)),
    )
    .filter((file) => file.endsWith(ending) && !isLeftOut.test(file))
    .sort();
  const exported = new Set<unknown>();
  for (const file of files) {
    const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    for (const value of Object.values(module)) exported.add(value);
  }
  const classes = [...exported].filter((value): value is Type => typeof value === 'function');
  const having = (...marks: string[]) =>
    classes.filter((one) => marks.some((mark) => Reflect.hasOwnMetadata(mark, one)));
  return {
    providers: having(INJECTABLE_WATERMARK, ENTRY_PROVIDER_WATERMARK),
    controllers: having(CONTROLLER_WATERMARK),
  };
}
