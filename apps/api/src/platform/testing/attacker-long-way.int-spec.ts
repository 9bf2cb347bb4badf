import { afterAll, beforeAll } from '@jest/globals';
import { everybodyTakes } from './start-app.js';

/** The same again, answered by Apollo Server alone. */
const spec = './attacker.int-spec.ts?long-way';
beforeAll(() => void (everybodyTakes.way = 'long'));
afterAll(() => void (everybodyTakes.way = null));
await import(spec);
