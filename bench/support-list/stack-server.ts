import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApplication } from '../../apps/api/src/application.js';
import { readConfig } from '../../apps/api/src/platform/config.js';
import { createLogger } from '../../apps/api/src/platform/logger.js';
import type { Plan } from './operations.js';
import { served } from './served.js';

const { ownerUrl } = JSON.parse(process.argv[2]!) as Plan;
const config = readConfig({
  PORT: '0',
  DEMO: '0',
  LOG_LEVEL: 'fatal',
  DATA_DIR: mkdtempSync(join(tmpdir(), 'yoriai-bench-')),
});
const application = await startApplication(config, ownerUrl, createLogger(config.logLevel), {
  workers: false,
});
served(application.url, () => application.close());
