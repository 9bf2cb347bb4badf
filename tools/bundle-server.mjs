/**
 * Makes `apps/api/dist/server` of what is built: the server, its commands and its thread as a few files that need no packages. To find and
 * compile three thousand files takes several times as long.
 */
import { readFile, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './set-up.mjs';

const dist = join(root, 'apps/api/dist');
const { filesOfAreas } = await import(`${dist}/src/platform/boot/files-of-areas.js`);

const entries = ['main', 'register-tenant', 'roster', 'people/roster/roster.thread'];
/** Machine code; and the database of development, which servers do without. */
const outside = ['@node-rs/argon2', '@yoriai/embedded-postgres'];

/** The bundle knows the files of all areas; there is no folder to look into. */
const knownAreas = {
  name: 'known-areas',
  load: {
    filter: { id: /\/platform\/boot\/modules-of-areas\.js$/ },
    handler() {
      const files = filesOfAreas(join(dist, 'src'), '.js');
      const imports = files.map((file, i) => `import * as m${i} from ${JSON.stringify(file)};`);
      const all = files.map((_, i) => `m${i}`);
      return `${imports.join('\n')}\nexport const modulesOfAreas = async () => [${all.join(', ')}];`;
    },
  },
};

/** So that stacks name lines of the source. */
const mapsOfBuilt = {
  name: 'maps-of-built',
  load: {
    filter: { id: /\/(apps|libs)\/[\w-]+\/dist\/.*\.js$/ },
    handler: async (id) => ({
      code: await readFile(id, 'utf8'),
      map: JSON.parse(await readFile(`${id}.map`, 'utf8')),
    }),
  },
};

const bundle = await rolldown({
  input: Object.fromEntries(entries.map((entry) => [basename(entry), join(dist, 'src', `${entry}.js`)])),
  platform: 'node',
  external: outside,
  plugins: [knownAreas, mapsOfBuilt],
  // Types that only decorators' metadata name, and packages' drivers for what is not here.
  logLevel: 'silent',
});
await rm(join(dist, 'server'), { recursive: true, force: true });
const { output } = await bundle.write({
  dir: join(dist, 'server'),
  format: 'esm',
  // Errors and providers are told of by the names of their classes.
  keepNames: true,
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  sourcemap: true,
  sourcemapExcludeSources: true,
});
await bundle.close();

const known = new Set([...output.map(({ fileName }) => fileName), ...outside]);
const missing = output
  .flatMap(({ imports = [] }) => imports)
  .filter((name) => !isBuiltin(name) && !known.has(name));
if (missing.length > 0) throw new Error(`The bundle would need ${[...new Set(missing)].join(', ')}`);
