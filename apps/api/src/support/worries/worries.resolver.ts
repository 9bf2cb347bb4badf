import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Signing } from '../../platform/auth/signing.js';
import { blindAnswers } from '../../platform/graphql/blind-answers.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { worriesOfRequest } from './worries.loader.js';
import { SupportRequestType, toRequestType } from '../requests/support-request.type.js';
import { TellOfWorryInput, WorryType, toWorryType } from './worry.type.js';
import { tellOfWorry } from './tell-of-worry.js';
import { supportRequestById } from '../requests/support-requests.loader.js';
import { worryById } from './worries.loader.js';
import type { WorryId } from '@yoriai/domain/support';
import { FindsNode } from '../../platform/graphql/nodes.js';

@Resolver(() => SupportRequestType)
export class WorriesOfRequestResolver {
  constructor(private readonly signing: Signing) {}

  @ResolveField(() => [WorryType], { description: 'empty for all but facilitators' })
  async worries(
    @Ctx() context: RequestContext,
    @Parent() { seen }: SupportRequestType,
  ): Promise<WorryType[]> {
    return ((await context.load(worriesOfRequest, seen.id)) ?? []).map(toWorryType);
  }

  @Mutation(() => Boolean, { description: 'この人が心配, told to the facilitators alone' })
  @Rule('member')
  async tellOfWorry(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: TellOfWorryInput,
  ): Promise<boolean> {
    const worry = {
      requestId: idArg('SupportRequest', input.requestId),
      replyId: optionalIdArg('SupportReply', input.replyId),
      note: input.note ?? null,
    };
    return context.act((tx) => tellOfWorry(tx, worry), {
      key,
      op: 'tellOfWorry',
      input,
      unnamed: blindAnswers(this.signing),
    });
  }
}

@Resolver(() => WorryType)
export class WorriesResolver {
  @FindsNode('SupportWorry')
  async findSupportWorry(context: RequestContext, id: WorryId): Promise<object | null> {
    const worry = await context.load(worryById, id);
    return worry && toWorryType(worry);
  }

  @ResolveField(() => SupportRequestType, { nullable: true, description: 'where it was told' })
  async request(
    @Ctx() context: RequestContext,
    @Parent() { worry }: WorryType,
  ): Promise<SupportRequestType | null> {
    const request = await context.load(supportRequestById, worry.requestId);
    return request && toRequestType(request);
  }
}
