/** Lets node itself run specs: TypeScript as it stands, and jest's functions where jest's own sandbox would offer them. */
import { register } from 'node:module';
import fc from 'fast-check';
import { testDay } from '../day/test-day.cjs';
import '../typescript.mjs';

register('./globals-loader.mjs', import.meta.url);

// Properties try the same examples in every run, and other ones on another day: `proof:dates` looks further than `npm test`.
fc.configureGlobal({ seed: Number(testDay.replaceAll('-', '')) });
