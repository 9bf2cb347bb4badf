import { createHash } from 'node:crypto';
import { InMemoryCache } from '@apollo/client/cache';
import { Kind, print, visit, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import type { Plugin } from 'vite';
import { readDocuments } from './codegen.mjs';
import { canonicalDocument } from './src/graphql/canonical-document.js';

export interface Operation {
  readonly name: string;
  readonly text: string;
}

/** Emits operations.json, `{ [sha256 of the text]: { name, text } }`: what a server in safelist mode will answer. */
export function operationsList(): Plugin {
  return {
    name: 'yoriai-operations-list',
    apply: 'build',
    async generateBundle() {
      const operations = (await listOperations()).map(({ name, text }) => [
        createHash('sha256').update(text).digest('hex'),
        { name, text },
      ]);
      this.emitFile({
        type: 'asset',
        fileName: 'operations.json',
        source: JSON.stringify(Object.fromEntries(operations), null, 1),
      });
    },
  };
}

/** Each operation exactly as the client will send it: its fragments added, `__typename` asked for, in canonical order. */
async function listOperations(): Promise<Operation[]> {
  const definitions = (await readDocuments()).flatMap(({ document }) => document.definitions);
  const fragments = new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const cache = new InMemoryCache();
  return definitions.flatMap((operation) => {
    if (operation.kind !== Kind.OPERATION_DEFINITION || !operation.name) return [];
    const document: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [operation, ...fragmentsUnder(operation, fragments, new Map()).values()],
    };
    const sent = canonicalDocument(withoutUnmask(cache.transformDocument(document)));
    return [{ name: operation.name.value, text: print(sent) }];
  });
}

function fragmentsUnder(
  node: Parameters<typeof visit>[0],
  all: ReadonlyMap<string, FragmentDefinitionNode>,
  found: Map<string, FragmentDefinitionNode>,
): Map<string, FragmentDefinitionNode> {
  visit(node, {
    FragmentSpread(spread) {
      const fragment = all.get(spread.name.value);
      if (!fragment || found.has(spread.name.value)) return;
      found.set(spread.name.value, fragment);
      fragmentsUnder(fragment, all, found);
    },
  });
  return found;
}

/** `@unmask` is a word between the document and Apollo Client; it never travels. */
const withoutUnmask = (document: DocumentNode): DocumentNode =>
  visit(document, { Directive: (directive) => (directive.name.value === 'unmask' ? null : undefined) });
