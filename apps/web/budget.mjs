// Gzipped JavaScript that a cold visit to a route fetches, against the budget. Reads Vite's manifest; fails the build when over.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('./dist/', import.meta.url));
const manifest = JSON.parse(await readFile(`${dist}.vite/manifest.json`, 'utf8'));
const entry = 'index.html';
const kilobytes = { entry: 200, 'sign-in': 225, home: 300, other: 400 };

// A page comes with the frame around it: a visitor's or a member's.
const visitorPages = new Set(
  'accessibility help-lines invite join register reset rsvp sign-in'
    .split(' ')
    .map((name) => `src/pages/${name}.page.tsx`),
);
const frameOf = (page) =>
  visitorPages.has(page) ? 'src/shell/public-layout.tsx' : 'src/shell/tenant-root.tsx';

const visits = [
  { name: 'entry', roots: [entry] },
  ...Object.keys(manifest)
    .filter((key) => key.endsWith('.page.tsx'))
    .map((key) => ({ name: key.replace(/^.*\/|\.page\.tsx$/g, ''), roots: [entry, frameOf(key), key] })),
];

let over = 0;
for (const { name, roots } of visits) {
  const files = new Set(roots.flatMap((key) => [...closure(key)]));
  const sizes = await Promise.all(
    [...files].map(async (file) => gzipSync(await readFile(dist + file)).length),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  const limit = kilobytes[name] ?? kilobytes.other;
  if (total > limit) over += 1;
  console.log(
    `${total > limit ? 'OVER ' : '     '}${name.padEnd(24)} ${total.toFixed(0).padStart(4)} of ${limit} kB gz`,
  );
}
process.exit(over > 0 ? 1 : 0);

function closure(key, seen = new Set()) {
  const { file, imports = [] } = manifest[key];
  if (file.endsWith('.js')) seen.add(file);
  for (const next of imports) if (!seen.has(manifest[next].file)) closure(next, seen);
  return seen;
}
