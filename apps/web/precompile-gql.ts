import { parse } from 'graphql';
import type { Plugin } from 'vite';
import { gqlText } from './codegen.mjs';

/** Turns every gql`…` into its parsed form at build time, so that the parser (11 kB gz) stays at home. */
export function precompileGql(): Plugin {
  return {
    name: 'yoriai-precompile-gql',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || !code.includes('gql`')) return null;
      const compiled = code.replaceAll(gqlText, (_, text: string) => {
        const fragments = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
        const { definitions } = parse(text.replaceAll(/\$\{\w+\}/g, ''), { noLocation: true });
        return `composeDocument(${JSON.stringify(definitions)}, [${fragments.join(', ')}])`;
      });
      if (compiled === code) return null;
      return { code: `import { composeDocument } from '${composer}';\n${compiled}`, map: null };
    },
  };
}

const composer = new URL('./src/graphql/compose-document.ts', import.meta.url).pathname;
