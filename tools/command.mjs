import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, checkNode, install, root } from './set-up.mjs';

/** `node tools/command.mjs roster …`: a command of the built application, from any folder. */
checkNode();
// A file is named as seen from where the command was typed; npm itself moves to the repository.
const from = process.env.INIT_CWD ?? process.cwd();
const [name, ...args] = process.argv.slice(2);
process.argv = [
  ...process.argv.slice(0, 2),
  ...args.map((arg, i) => {
    if (arg.startsWith('--file=')) return `--file=${resolve(from, arg.slice('--file='.length))}`;
    return args[i - 1] === '--file' ? resolve(from, arg) : arg;
  }),
];
process.chdir(root);
install();
build();
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, `apps/api/dist/server/${name}.js`)).href);
