import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { Rule } from '../../platform/graphql/rule.js';
import { toUserType, UserType } from '../sign-in/user.type.js';
import { UpdateAccountInput } from './settings.inputs.js';
import { updateAccount } from './update-account.js';

@Resolver(() => UserType)
export class SettingsResolver {
  constructor(private readonly db: AuthDb) {}

  @Mutation(() => UserType)
  @Rule('user')
  async updateAccount(
    @Ctx() context: RequestContext,
    @Args('input') input: UpdateAccountInput,
  ): Promise<UserType> {
    return toUserType(await updateAccount(this.db.sql, context.user().userId, input));
  }
}
