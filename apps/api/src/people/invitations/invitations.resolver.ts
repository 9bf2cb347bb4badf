import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { InvitationId } from '@yoriai/domain/people';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { found } from '../../platform/errors/must.js';
import { connection, page, PageArgs } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { AcceptInvitations } from './accept-invitation.js';
import { accounts } from '../sign-in/accounts.js';
import {
  InvitationConnection,
  InvitationPreviewType,
  InvitationType,
  toInvitationType,
} from './invitation.type.js';
import { invitationsStore } from './invitations.store.js';
import { inviteMember } from './invite-member.js';
import { resendInvitation } from './resend-invitation.js';
import { revokeInvitation } from './revoke-invitation.js';
import { oneTimeTokens } from '../sign-in/one-time-tokens.js';
import { AcceptInvitationInput, InviteMemberInput } from './invitation.inputs.js';
import { invitationById } from './invitations.loader.js';
import { ViewerType, viewerType } from '../members/viewer.type.js';
import { FindsNode } from '../../platform/graphql/nodes.js';

@Resolver(() => InvitationType)
export class InvitationsResolver {
  constructor(
    private readonly db: AuthDb,
    private readonly acceptance: AcceptInvitations,
  ) {}

  @FindsNode('Invitation')
  async findInvitation(context: RequestContext, id: InvitationId): Promise<object | null> {
    const invitation = context.me().role === 'ADMIN' ? await context.load(invitationById, id) : null;
    return invitation && toInvitationType(invitation);
  }

  @Query(() => InvitationPreviewType, { nullable: true })
  @Rule('public')
  invitation(
    @Ctx() context: RequestContext,
    @Args('token', { type: () => String }) token: string,
  ): Promise<InvitationPreviewType | null> {
    return this.acceptance.preview(context, token);
  }

  @Query(() => InvitationConnection, { description: 'those that are not taken up yet, newest first' })
  @Rule('admin')
  async invitations(@Ctx() context: RequestContext, @Args() args: PageArgs): Promise<InvitationConnection> {
    const asked = page(args);
    const rows = await invitationsStore.list(await context.read(), asked);
    return connection(rows, asked, toInvitationType, (row) => [row.createdAt.toISOString(), row.id]);
  }

  @Mutation(() => InvitationType)
  @Rule('admin')
  async inviteMember(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: InviteMemberInput,
  ): Promise<InvitationType> {
    const groupId = optionalIdArg('Group', input.groupId);
    const { tenantId } = context.me();
    const memberWithEmail = (email: string) => accounts.memberWithEmail(this.db.sql, tenantId, email);
    const id = await context.act((tx) => inviteMember(tx, { ...input, groupId, memberWithEmail }), {
      key,
      op: 'inviteMember',
      input,
    });
    return this.shown(context, id);
  }

  @Mutation(() => InvitationType)
  @Rule('admin')
  async resendInvitation(
    @Ctx() context: RequestContext,
    @Args('invitationId', { type: () => ID }) invitationId: string,
  ): Promise<InvitationType> {
    const id = idArg('Invitation', invitationId);
    return this.shown(context, await context.act((tx) => resendInvitation(tx, id)));
  }

  @Mutation(() => Boolean)
  @Rule('admin')
  async revokeInvitation(
    @Ctx() context: RequestContext,
    @Args('invitationId', { type: () => ID }) invitationId: string,
  ): Promise<boolean> {
    const id = idArg('Invitation', invitationId);
    await context.act((tx) => revokeInvitation(tx, id));
    await oneTimeTokens.forgetInvitation(this.db.sql, id);
    return true;
  }

  @Mutation(() => ViewerType)
  @Rule('public')
  async acceptInvitation(
    @Ctx() context: RequestContext,
    @Args('input') input: AcceptInvitationInput,
  ): Promise<ViewerType> {
    await this.acceptance.accept(context, input);
    return viewerType(context);
  }

  private async shown(context: RequestContext, id: InvitationId): Promise<InvitationType> {
    return toInvitationType(found(await context.load(invitationById, id)));
  }
}
