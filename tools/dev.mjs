/** `npm run dev`: web and api from their sources, anew with every save; `npm run dev -- --inspect` opens the api to a debugger. */
import { build, checkNode, endWithNpm, giveUp, install, root, say } from './set-up.mjs';

const flags = process.argv.slice(2);
const unknown = flags.filter((flag) => !/^--inspect(-brk)?(=\d+)?$/.test(flag));
if (unknown.length > 0)
  giveUp(`npm run dev knows --inspect, --inspect-brk and --inspect=<port>, not ${unknown.join(' ')}.`);
checkNode();
process.chdir(root);
install();
say('Building what has changed …');
build('compile');
endWithNpm('dev');
const { develop } = await import('./dev/develop.mjs');
await develop(flags);
