import { Args, Field, ID, InterfaceType, Query, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from './context.js';
import { Nodes } from './nodes.js';
import { Rule } from './rule.js';

@InterfaceType('Node', { resolveType: (value: { __typename?: string }) => value.__typename })
export abstract class NodeType {
  @Field(() => ID) id!: string;
}

@Resolver(() => NodeType)
export class NodeResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => NodeType, { nullable: true })
  @Rule('member')
  async node(
    @Ctx() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<object | null> {
    return this.nodes.find(context, id);
  }
}
