import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packages = ['core', 'hooks', 'notifications'];
const versions = packages.map(
  (name) => JSON.parse(readFileSync(`${root}node_modules/@mantine/${name}/package.json`, 'utf8')).version,
);

/** One folder for each version that is installed: what stands there is whole and never changes. */
export const mantineFolder = `${root}node_modules/.cache/mantine-for-jest/${versions.join('-')}`;

/**
 * Mantine as a few files. Its own build has one for each component, and jest's sandbox would find, wrap and compile all eight hundred anew
 * for each spec.
 */
export default async function bundleMantine() {
  if (existsSync(mantineFolder)) return;
  const { rolldown } = await import('rolldown');
  const draft = `${mantineFolder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const bundle = await rolldown({
    input: Object.fromEntries(packages.map((name) => [name, `@mantine/${name}`])),
    // What components and specs load themselves is the same there and here.
    external: [/^react(-dom)?($|\/)/],
    platform: 'browser',
    logLevel: 'silent',
  });
  await bundle.write({ dir: draft, format: 'cjs', entryFileNames: '[name].cjs' });
  await bundle.close();
  try {
    renameSync(draft, mantineFolder);
  } catch (error) {
    // The other half of the suite, in its own lane, was first.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(mantineFolder)) throw error;
  }
}
