import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { Rule } from '../../platform/graphql/rule.js';
import { UpdateProfileInput } from '../members/member.inputs.js';
import { MemberType, toMemberType } from '../members/member.type.js';
import { memberById } from '../members/members.loader.js';
import { updateProfile } from './update-profile.js';

@Resolver(() => MemberType)
export class ProfilesResolver {
  @Mutation(() => MemberType)
  @Rule('member')
  async updateProfile(
    @Ctx() context: RequestContext,
    @Args('input') input: UpdateProfileInput,
  ): Promise<MemberType> {
    const id = await context.act((tx) => updateProfile(tx, input));
    return toMemberType(found(await context.load(memberById, id)));
  }
}
