/** Who may import whom: the rules of `.dependency-cruiser.cjs`, and what they cannot say: nouns of one area form no circle. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = dirname(import.meta.dirname);
const tests = /\.(spec|int-spec|factory)\.tsx?$|\/testing\//;
const place = /^((?:apps\/(?:api|web)|libs\/domain)\/src\/(?!platform\/|demo\/)[^/]+)\/([^/]+)\/[^/]+$/;

/**
 * Nouns of an area that reach each other through what they import, tests left out. Folder names are captured, so a noun is guarded from the
 * day its folder is made.
 *
 * @returns one line per import that closes a circle, with the circle's nouns
 */
export function circlesOfNouns(modules) {
  const imports = modules
    .filter(({ source }) => !tests.test(source))
    .flatMap(({ source, dependencies }) =>
      dependencies.filter(({ resolved }) => !tests.test(resolved)).map(({ resolved }) => [source, resolved]),
    )
    .map(([from, to]) => ({ from, to, of: place.exec(from), its: place.exec(to) }))
    .filter(({ of, its }) => of && its && of[1] === its[1] && of[2] !== its[2])
    .map(({ from, to, of, its }) => ({ from, to, noun: `${of[1]}/${of[2]}`, other: `${its[1]}/${its[2]}` }));
  const neighbours = new Map();
  for (const { noun, other } of imports) neighbours.set(noun, (neighbours.get(noun) ?? new Set()).add(other));
  const reached = (start) => {
    const seen = new Set();
    const open = [start];
    for (let noun = open.pop(); noun; noun = open.pop())
      for (const other of neighbours.get(noun) ?? [])
        if (!seen.has(other)) {
          seen.add(other);
          open.push(other);
        }
    return seen;
  };
  const reach = new Map([...neighbours.keys()].map((noun) => [noun, reached(noun)]));
  return imports
    .filter(({ noun, other }) => reach.get(other)?.has(noun))
    .map(({ from, to, noun, other }) => `${noun} and ${other} need each other: ${from} → ${to}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { cruise, format } = await import('dependency-cruiser');
  process.chdir(root);
  const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
  const { output } = await cruise(['apps', 'libs'], { ...options, ruleSet: { forbidden }, validate: true });
  const { output: told } = await format(output, { outputType: 'err' });
  console.log(told);
  const circles = circlesOfNouns(output.modules);
  for (const circle of circles) console.error(`  error nouns-form-no-circle: ${circle}`);
  process.exitCode = output.summary.error > 0 || circles.length > 0 ? 1 : 0;
}
