import { describe } from '@jest/globals';
import { serverMode } from './server-mode.js';

describe('several processes on one Postgres', () => serverMode(null));
