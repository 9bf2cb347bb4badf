import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const packages = ['core', 'hooks', 'notifications'];
const cache = fileURLToPath(new URL('../../node_modules/.cache/mantine-for-jest/', import.meta.url));

/**
 * Mantine as a few files. Its own build has one for each component, and jest's sandbox would find, wrap and compile all eight hundred anew
 * for each spec, a quarter of the time of the suite.
 */
export default async function bundleMantine() {
  const version = packages.map((name) => versionOf(`@mantine/${name}`)).join();
  const stamp = `${cache}version.txt`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return;
  const bundle = await rolldown({
    input: Object.fromEntries(packages.map((name) => [name, `@mantine/${name}`])),
    // What components and specs load themselves is the same there and here.
    external: [/^react(-dom)?($|\/)/],
    platform: 'browser',
    logLevel: 'silent',
    plugins: [
      {
        name: 'version',
        generateBundle() {
          this.emitFile({ type: 'asset', fileName: 'version.txt', source: version });
        },
      },
    ],
  });
  await bundle.write({
    dir: cache,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'shared.cjs',
  });
  await bundle.close();
}

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'))
    .version;
