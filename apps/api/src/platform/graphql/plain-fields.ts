import { isObjectType, type GraphQLSchema } from 'graphql';

/**
 * Nest gives each field a function that reads the property of its name. A compiled operation reads properties by itself, and calls
 * functions with a promise's worth of ceremony: hundreds of times for a list. So where that is all a function does, it goes.
 */
export function plainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve?.name === 'rootFieldResolver' && readsItsName(field.resolve, field.name))
        delete field.resolve;
  }
  return schema;
}

/** Not another property, and nothing else where there is none. */
function readsItsName(resolve: unknown, name: string): boolean {
  const read = resolve as (from: object) => unknown;
  const value = {};
  return read({ [name]: value }) === value && read({}) === undefined;
}
