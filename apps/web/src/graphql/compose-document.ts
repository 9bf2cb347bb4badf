import { Kind, type DefinitionNode, type DocumentNode } from 'graphql';

/** What a precompiled gql`…` becomes: its own definitions and those of the fragments it was given, each once. An operation and a fragment may share a name. */
export function composeDocument(
  own: readonly DefinitionNode[],
  fragments: readonly DocumentNode[],
): DocumentNode {
  const definitions = new Map<string, DefinitionNode>();
  for (const definition of [...own, ...fragments.flatMap((fragment) => fragment.definitions)])
    if ('name' in definition && definition.name)
      definitions.set(`${definition.kind} ${definition.name.value}`, definition);
  return { kind: Kind.DOCUMENT, definitions: [...definitions.values()] };
}
