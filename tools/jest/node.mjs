/** Lets node itself run specs: TypeScript as it stands, and jest's functions where jest's own sandbox would offer them. */
import { register } from 'node:module';
import '../typescript.mjs';

register('./globals-loader.mjs', import.meta.url);
