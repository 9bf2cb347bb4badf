import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { isUuid, limits } from '@yoriai/domain/kernel';
import { refuse } from '../errors/must.js';
import { Rule } from './rule.js';

@ObjectType()
@Rule('parent')
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => Boolean) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true }) startCursor!: string | null;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

/** Where a page begins and how long it is. The cursor is a keyset: the sort keys of the last row seen. */
export interface Page {
  readonly first: number;
  readonly after: readonly string[] | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}
export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
  totalCount: number | null;
}

/** Checks the arguments of a list: 1 to 100 at once, 20 unless said; `keys` is how many texts a cursor of this list holds. */
export function page(args: PageArgs, keys = 2): Page {
  const first = args.first ?? 20;
  if (first < 1 || first > limits.page)
    refuse({ code: 'BAD_USER_INPUT', field: 'first', rule: 'OUT_OF_RANGE', limit: limits.page });
  return { first, after: args.after === null || args.after === undefined ? null : decode(args.after, keys) };
}

function decode(cursor: string, keys: number): readonly string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(values) &&
      values.length === keys &&
      values.every((value) => typeof value === 'string' && value.length < 500 && !value.includes('\0')) &&
      // Every list ends its keys with an id, so that the order is total.
      isUuid(values.at(-1) as string);
    if (fits) return values as string[];
  } catch {
    // falls through: a cursor that we did not make
  }
  return refuse({ code: 'BAD_USER_INPUT', field: 'after', rule: 'MALFORMED' });
}

/** One row with its place in the list. */
export const edgeOf = <R, T>(
  row: R,
  toNode: (row: R) => T,
  keyOf: (row: R) => readonly string[],
): Edge<T> => ({
  cursor: Buffer.from(JSON.stringify(keyOf(row))).toString('base64url'),
  node: toNode(row),
});

/** Builds a page from up to first + 1 rows; `keyOf` gives the texts that the next page's query starts after. */
export function connection<R, T>(
  rows: readonly R[],
  asked: Page,
  toNode: (row: R) => T,
  keyOf: (row: R) => readonly string[],
  totalCount: number | null = null,
): Connection<T> {
  const shown = rows.slice(0, asked.first);
  const edges = shown.map((row) => edgeOf(row, toNode, keyOf));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > asked.first,
      hasPreviousPage: asked.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

/** The Relay types of one list: `class GroupConnection extends connectionOf('Group', GroupType) {}` needs no more. */
export function connectionOf<T>(
  name: string,
  node: Type<T>,
): Type<Connection<T>> & { readonly Edge: Type<Edge<T>> } {
  @ObjectType(`${name}Edge`)
  @Rule('parent')
  class EdgeOf {
    @Field(() => String) cursor!: string;
    @Field(() => node) node!: T;
  }
  @ObjectType({ isAbstract: true })
  abstract class ConnectionOf {
    static readonly Edge = EdgeOf;
    @Field(() => [EdgeOf]) edges!: EdgeOf[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
    @Field(() => Int, { nullable: true }) totalCount!: number | null;
  }
  return ConnectionOf as unknown as Type<Connection<T>> & { readonly Edge: Type<Edge<T>> };
}
