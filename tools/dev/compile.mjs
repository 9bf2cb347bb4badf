import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { transformFile } from '@swc/core';
import { root } from '../set-up.mjs';

const rooms = [
  { from: 'libs/domain/src', to: 'libs/domain/dist', swcrc: 'libs/domain/.swcrc' },
  { from: 'apps/api/src', to: 'apps/api/dist/src', swcrc: 'apps/api/.swcrc' },
  { from: 'apps/api/migrations', to: 'apps/api/dist/migrations', swcrc: 'apps/api/.swcrc' },
];
const roomOf = (path) => rooms.find(({ from }) => path.startsWith(join(root, from, '/')));

export const isServed = (path) => roomOf(path) !== undefined && !/\.(spec|int-spec)\.ts$/.test(path);

/** Does with one file what the build does with all; answers with what is wrong, or null. */
export async function compile(path) {
  const { from, to, swcrc } = roomOf(path);
  const target = join(root, to, relative(join(root, from), path)).replace(/\.ts$/, '.js');
  if (!existsSync(path)) {
    await rm(target, { force: true });
    return null;
  }
  await mkdir(dirname(target), { recursive: true });
  if (!path.endsWith('.ts')) {
    await copyFile(path, target);
    return null;
  }
  try {
    const { code, map } = await transformFile(path, {
      configFile: join(root, swcrc),
      swcrc: false,
      outputPath: target,
    });
    await writeFile(`${target}.map`, map);
    await writeFile(target, `${code}\n//# sourceMappingURL=${basename(target)}.map\n`);
    return null;
  } catch (error) {
    return `${relative(root, path)}\n${error.message.replace(/\n*Caused by:[\s\S]*$/, '')}`;
  }
}
