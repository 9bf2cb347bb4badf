import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, checkNode, endWithNpm, install, root, say } from './set-up.mjs';

checkNode();
process.chdir(root);
install();
say('Building what has changed …');
build();
say('Starting …');

// Ctrl-C reaches us twice, from the terminal and from npm; the server acts on the first, and the second must not cut it short.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
endWithNpm('start');

process.setSourceMapsEnabled(true);
// The same process, so that there is nothing to pass signals on to and nothing to be left behind.
await import(pathToFileURL(join(root, 'apps/api/dist/server/main.js')).href);
