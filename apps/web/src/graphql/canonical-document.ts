import { Kind, type DefinitionNode, type DocumentNode } from 'graphql';

/**
 * The operation first, then its fragments by name. The order in which fragments are composed in the source would
 * otherwise reach the wire, and the server knows our operations by the hash of their text.
 */
export function canonicalDocument(document: DocumentNode): DocumentNode {
  return {
    ...document,
    definitions: [...document.definitions].sort((a, b) => compare(orderOf(a), orderOf(b))),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const orderOf = (definition: DefinitionNode): string =>
  definition.kind === Kind.FRAGMENT_DEFINITION ? definition.name.value : '';
