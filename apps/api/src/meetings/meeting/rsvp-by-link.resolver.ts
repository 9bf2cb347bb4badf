import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { Rule } from '../../platform/graphql/rule.js';
import { Rsvp, RsvpLinkPreviewType } from './meeting.type.js';
import { RsvpLink } from './rsvp-by-link.js';

@Resolver()
export class RsvpLinkResolver {
  constructor(@Inject(RsvpLink) private readonly link: RsvpLink) {}

  @Query(() => RsvpLinkPreviewType, { nullable: true })
  @Rule('public')
  rsvpLink(
    @Ctx() context: RequestContext,
    @Args('token', { type: () => String }) token: string,
  ): Promise<RsvpLinkPreviewType | null> {
    return this.link.preview(token, context.caller.address);
  }

  @Mutation(() => RsvpLinkPreviewType)
  @Rule('public')
  rsvpByLink(
    @Ctx() context: RequestContext,
    @Args('token', { type: () => String }) token: string,
    @Args('rsvp', { type: () => Rsvp }) rsvp: Rsvp,
  ): Promise<RsvpLinkPreviewType> {
    return this.link.answer(token, rsvp, context.caller.address);
  }
}
