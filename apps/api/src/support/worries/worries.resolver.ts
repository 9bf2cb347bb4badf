import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { SupportRequestType, toRequestType } from '../requests/support-request.type.js';
import { supportRequestById } from '../requests/support-requests.loader.js';
import { WorryType } from './worry.type.js';

@Resolver(() => WorryType)
export class WorriesResolver {
  @ResolveField(() => SupportRequestType, { nullable: true, description: 'where it was told' })
  async request(
    @Ctx() context: RequestContext,
    @Parent() { worry }: WorryType,
  ): Promise<SupportRequestType | null> {
    const request = await context.load(supportRequestById, worry.requestId);
    return request && toRequestType(request);
  }
}
