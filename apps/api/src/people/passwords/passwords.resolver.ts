import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { Rule } from '../../platform/graphql/rule.js';
import { toUserType, UserType } from '../sign-in/user.type.js';
import { RequestPasswordReset } from './request-password-reset.js';
import { ResetPassword } from './reset-password.js';
import { SetPassword } from './set-password.js';

@Resolver(() => UserType)
export class PasswordsResolver {
  constructor(
    private readonly asking: RequestPasswordReset,
    private readonly resetting: ResetPassword,
    private readonly setting: SetPassword,
  ) {}

  @Mutation(() => Boolean, { description: 'always true; the link goes by mail' })
  @Rule('public')
  async requestPasswordReset(
    @Ctx() context: RequestContext,
    @Args('email', { type: () => String }) email: string,
  ): Promise<boolean> {
    await this.asking.requestReset(context, email);
    return true;
  }

  @Mutation(() => Boolean)
  @Rule('public')
  async resetPassword(
    @Ctx() context: RequestContext,
    @Args('token', { type: () => String }) token: string,
    @Args('password', { type: () => String }) password: string,
  ): Promise<boolean> {
    await this.resetting.reset(context, token, password);
    return true;
  }

  @Mutation(() => UserType, {
    description:
      'null takes the password away: codes by mail go on working. code: a fresh sign-in code, wanted when the session is older than 10 minutes',
  })
  @Rule('user')
  async setPassword(
    @Ctx() context: RequestContext,
    @Args('password', { type: () => String, nullable: true }) password?: string | null,
    @Args('code', { type: () => String, nullable: true }) code?: string | null,
  ): Promise<UserType> {
    return toUserType(await this.setting.setPassword(context, password ?? null, code ?? null));
  }
}
