import { describe, expect, it } from '@jest/globals';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { plainFields } from './plain-fields.js';

/** As Nest makes them. */
const reader = (property: string, otherwise?: string) => {
  const rootFieldResolver = (root: Record<string, unknown>): unknown => root[property] ?? otherwise;
  return rootFieldResolver;
};

describe('a field that only reads the property of its name', () => {
  const type = GraphQLString;
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      title: { type, resolve: reader('title') },
      renamed: { type, resolve: reader('title') },
      usual: { type, resolve: reader('usual', 'いつもの') },
      made: { type, resolve: ({ made }: Record<string, unknown>) => made },
      bare: { type },
    },
  });
  const fields = plainFields(new GraphQLSchema({ query })).getQueryType()!.getFields();

  it('needs no function', () => {
    expect(fields['title']!.resolve).toBeUndefined();
    expect(fields['bare']!.resolve).toBeUndefined();
  });

  it('keeps one that does more, or that was written by hand', () => {
    for (const name of ['renamed', 'usual', 'made']) expect(fields[name]!.resolve).toBeDefined();
  });
});
