/**
 * `node --import ./tools/typescript.mjs some.ts` runs TypeScript directly, decorators included, the way the build
 * compiles it. For tools and tests; what is served to people is always the built files.
 */
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
