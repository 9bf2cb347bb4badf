import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from './context.js';
import { isConnection } from './limits.js';

/** Counts what lists really bring, however little their document seemed to ask for: each takes its length from the operation's budget. */
export function countNodes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // The edges are counted with their connection.
    if (!isObjectType(type) || type.name.startsWith('__') || isConnection(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const bare = getNullableType(field.type);
      const isList = isListType(bare) && !isLeafType(getNamedType(bare));
      if (!isList && !isConnection(bare)) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: RequestContext, info) => {
        const found: unknown = resolve(source, args, context, info);
        return found instanceof Promise
          ? found.then((list) => counted(list, context))
          : counted(found, context);
      };
    }
  }
  return schema;
}

function counted(found: unknown, context: RequestContext): unknown {
  const list = Array.isArray(found) ? found : (found as { edges?: unknown } | null | undefined)?.edges;
  if (Array.isArray(list)) context.spend(list.length);
  return found;
}
