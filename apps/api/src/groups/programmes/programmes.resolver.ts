import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { Rule } from '../../platform/graphql/rule.js';
import { createProgramme } from './create-programme.js';
import { CreateProgrammeInput } from './programme.inputs.js';
import { ProgrammeType, toProgrammeType } from './programme.type.js';
import { programmeById } from './programmes.loader.js';
import { programmesStore } from './programmes.store.js';
import type { ProgrammeId } from '@yoriai/domain/groups';
import { FindsNode } from '../../platform/graphql/nodes.js';

@Resolver(() => ProgrammeType)
export class ProgrammesResolver {
  @FindsNode('Programme')
  async findProgramme(context: RequestContext, id: ProgrammeId): Promise<object | null> {
    const programme = await context.load(programmeById, id);
    return programme && toProgrammeType(programme);
  }

  @Query(() => [ProgrammeType])
  @Rule('member')
  async programmes(@Ctx() context: RequestContext): Promise<ProgrammeType[]> {
    return (await programmesStore.all(await context.read())).map(toProgrammeType);
  }

  @Mutation(() => ProgrammeType)
  @Rule('admin')
  async createProgramme(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: CreateProgrammeInput,
  ): Promise<ProgrammeType> {
    const id = await context.act((tx) => createProgramme(tx, input), { key, op: 'createProgramme', input });
    return toProgrammeType(found(await context.load(programmeById, id)));
  }
}
