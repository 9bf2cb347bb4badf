import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const source = resolve('apps/web/src');
const library = resolve('node_modules/@mantine/core');

test('every component that is used has its styles in mantine.css, and no style is there for nothing', () => {
  const sheet = readFileSync(join(source, 'ui/mantine.css'), 'utf8');
  const listed = [...sheet.matchAll(/styles\/([A-Z]\w*)\.css/g)].map(([, name]) => name!);
  expect([...listed].sort()).toEqual([...styledComponents()].sort());
});

/** The names of style sheets that the modules behind our imports ask for. `Notification` is what the toasts are made of. */
function styledComponents(): Set<string> {
  const index = readFileSync(join(library, 'esm/index.mjs'), 'utf8');
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const name = /^(.*)\.module\.mjs$/.exec(basename(file))?.[1];
    if (name && existsSync(join(library, `styles/${name}.css`))) found.add(name);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/from "(\.[^"]*)"/g))
      visit(resolve(dirname(file), path!));
  };
  for (const component of [...imported(), 'Notification']) {
    const line = new RegExp(`\\{[^}]*\\b${component}\\b[^}]*\\} from "([^"]*)"`).exec(index);
    if (line) visit(resolve(library, 'esm', line[1]!));
  }
  return found;
}

function imported(): Set<string> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !path.includes('.spec.'),
  );
  const names = files.flatMap((path) =>
    [
      ...readFileSync(join(source, path), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g),
    ].flatMap(([, list]) => list!.split(',').map((name) => name.trim())),
  );
  return new Set(names.filter((name) => name !== '' && !name.startsWith('type ')));
}
