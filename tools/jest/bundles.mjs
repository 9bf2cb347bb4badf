import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What specs of the web and its components import of packages that have hundreds of files. */
const bundled = [
  '@mantine/core',
  '@mantine/hooks',
  '@mantine/notifications',
  '@apollo/client',
  '@apollo/client/errors',
  '@apollo/client/link/error',
  '@apollo/client/link/subscriptions',
  '@apollo/client/masking',
  '@apollo/client/react',
  '@apollo/client/testing',
  '@apollo/client/testing/react',
  '@apollo/client/utilities',
  'graphql',
  'rxjs',
  '@testing-library/dom',
  '@testing-library/react',
  '@testing-library/user-event',
];
const fileOf = (name) => name.replaceAll('/', '--');
const tools = ['package-lock.json', 'tools/jest/bundles.mjs'].map((file) => readFileSync(`${root}${file}`));

/** One folder for all versions that are installed: what stands there is whole and never changes. */
const folder = `${root}node_modules/.cache/bundles-for-jest/${createHash('sha256').update(Buffer.concat(tools)).digest('hex').slice(0, 16)}`;

/** For jest's `moduleNameMapper`. */
export const bundles = Object.fromEntries(
  bundled.map((name) => [`^${name}$`, `${folder}/${fileOf(name)}.cjs`]),
);

/**
 * These packages as a few files. Their own builds have one for each component, operator or role, and jest's sandbox would find, wrap and run all
 * eighteen hundred anew for each spec.
 */
export default async function bundle() {
  if (existsSync(folder)) return;
  const { rolldown } = await import('rolldown');
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const made = await rolldown({
    input: Object.fromEntries(bundled.map((name) => [fileOf(name), name])),
    // What components and specs load themselves is the same there and here.
    external: [/^react(-dom)?($|\/)/],
    platform: 'browser',
    logLevel: 'silent',
  });
  await made.write({ dir: draft, format: 'cjs', entryFileNames: '[name].cjs' });
  await made.close();
  try {
    renameSync(draft, folder);
  } catch (error) {
    // The other half of the suite, in its own lane, was first.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
