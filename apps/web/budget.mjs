// What the line carries for a cold visit to each page: its HTML and every script and style named there, compressed as they are served.
import { readFile, readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('./dist/', import.meta.url));
const kilobytes = { 'sign-in': 200, home: 300, other: 400 };
const mostRequests = 12;

let over = 0;
for (const file of (await readdir(`${dist}pages`)).filter((name) => name.endsWith('.html'))) {
  const name = file.replace('.html', '');
  const html = await readFile(`${dist}pages/${file}`, 'utf8');
  const assets = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]*)"/g)].map(([, path]) => path);
  const sizes = await Promise.all([`pages/${file}`, ...assets].map(onTheWire));
  const total = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  const limit = kilobytes[name] ?? kilobytes.other;
  const tooMuch = total > limit || assets.length > mostRequests;
  if (tooMuch) over += 1;
  console.log(
    `${tooMuch ? 'OVER ' : '     '}${name.padEnd(24)} ${total.toFixed(0).padStart(4)} of ${limit} kB in ${assets.length} of ${mostRequests} files`,
  );
}
process.exit(over > 0 ? 1 : 0);

/** Small files are not worth compressing. */
async function onTheWire(path) {
  const { size } = await stat(`${dist}${path}.br`).catch(() => stat(dist + path));
  return size;
}
