import { runCommand } from './command-line.js';
import { rosterCommand } from './people/roster/roster-command.js';

/** `npm run roster` */
await runCommand(rosterCommand);
