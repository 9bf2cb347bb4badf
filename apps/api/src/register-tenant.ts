import { runCommand } from './command-line.js';
import { registerTenantCommand } from './tenancy/register-tenant-command.js';

/** `npm run register-tenant` */
await runCommand(registerTenantCommand);
