import { Injectable } from '@nestjs/common';
import type { MemberId, TenantId, UserId } from '@yoriai/domain/kernel';
import {
  acceptInvitation as decide,
  changeProfile,
  choosePassword,
  enter,
  signInLimits,
  type InvitationId,
  type Member,
  type ProfileChanges,
} from '@yoriai/domain/people';
import type { Locale } from '@yoriai/domain/tenancy';
import { groupById, groupIdsOfMember } from '../../groups/group/groups.loader.js';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { passwords } from '../../platform/auth/passwords.js';
import { Throttle } from '../../platform/auth/throttle.js';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { Work } from '../../platform/work/work.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { accounts } from '../sign-in/accounts.js';
import type { InvitationPreviewType } from './invitation.type.js';
import { invitationsStore, type InvitationRow } from './invitations.store.js';
import { lockDirectory } from '../members/lock-directory.js';
import { membersStore } from '../members/members.store.js';
import { oneTimeTokens, type InvitationToken } from '../sign-in/one-time-tokens.js';
import { aboutAddress } from '../passwords/set-password.js';
import { BeginSession } from '../sign-in/begin-session.js';
import { ProveAddress } from '../sign-in/prove-address.js';
import { oncePerDocument, SignInTries } from '../sign-in/sign-in-tries.js';

export interface AcceptInvitation extends Omit<ProfileChanges, 'displayName'> {
  readonly token: string;
  readonly displayName?: string | null;
  readonly password?: string | null;
}

interface Seen {
  readonly link: InvitationToken;
  readonly invitation: InvitationRow;
  readonly member: Member;
  readonly locale: Locale;
  readonly groupNames: string[];
  readonly invitedBy: string | null;
}

/** The holder of the mailed link looks at an invitation, and accepts it. */
@Injectable()
export class AcceptInvitations {
  constructor(
    private readonly db: AuthDb,
    private readonly work: Work,
    private readonly session: BeginSession,
    private readonly address: ProveAddress,
    private readonly tries: SignInTries,
    private readonly throttle: Throttle,
  ) {}

  /** What the link's holder may know before accepting; null for a link that is not ours or was replaced. */
  async preview(context: RequestContext, token: string): Promise<InvitationPreviewType | null> {
    const { address: key } = context.caller;
    await this.throttle.take({ bucket: 'invitation', key, rate: signInLimits.invitationLooks.perNetwork });
    const seen = await this.see(token);
    if (!seen) return null;
    const { invitation, link, member, groupNames, invitedBy } = seen;
    const needsSignIn = (await accounts.byEmail(this.db.sql, invitation.email)) !== null;
    const expired = !decide(invitation, await this.db.now()).ok;
    const fillsIn = !needsSignIn && !expired;
    return {
      tenantName: await accounts.tenantName(this.db.sql, link.tenantId),
      invitedBy,
      displayName: invitation.displayName,
      kana: fillsIn ? member.kana : null,
      phone: fillsIn ? member.phone : null,
      email: invitation.email,
      groupNames,
      needsSignIn,
      expired,
    };
  }

  /**
   * Nothing is written before everything that can be refused has been looked at. The row lock on the invitation decides who of a
   * hundred at once is the one. An address with an account needs that account's own sign-in, and gets no password here.
   */
  async accept(context: RequestContext, { token, password, ...said }: AcceptInvitation): Promise<void> {
    oncePerDocument(context);
    // What is left out stays as the office wrote it.
    const about = Object.fromEntries(
      Object.entries(said).filter(([, text]) => text !== null && text !== undefined),
    ) as ProfileChanges;
    const { link, invitation, member, locale } = (await this.see(token)) ?? refuse({ code: 'LINK_INVALID' });
    must(decide(invitation, await this.db.now()));
    must(changeProfile(member, about));
    const account = await accounts.byEmail(this.db.sql, invitation.email);
    const userId = account
      ? await this.own(context, account.id)
      : await this.makeAccount(
          context,
          invitation.email,
          password ?? null,
          context.caller.language ?? locale,
        );
    await this.work.asSystem(link.tenantId, 'people.accept-invitation', (tx) =>
      takeUp(tx, link.invitationId, userId, about),
    );
    await this.session.start(context, userId, link.tenantId);
  }

  private async own(context: RequestContext, accountId: UserId): Promise<UserId> {
    const signedIn = context.signedIn ?? refuse({ code: 'INVITATION_NEEDS_SIGN_IN' });
    if (signedIn.userId !== accountId) refuse({ code: 'INVITATION_FOR_SOMEONE_ELSE' });
    await this.tries.countSuccess(context);
    await this.address.proven(context, accountId);
    return accountId;
  }

  private async makeAccount(
    context: RequestContext,
    email: string,
    password: string | null,
    locale: Locale,
  ): Promise<UserId> {
    const chosen =
      password === null || password === '' ? null : must(choosePassword(password, aboutAddress(email)));
    await this.tries.countSuccess(context);
    const passwordHash = chosen === null ? null : await passwords.hash(chosen);
    const made = await accounts.create(this.db.sql, { email, passwordHash, locale, proven: true });
    return made?.id ?? refuse({ code: 'INVITATION_NEEDS_SIGN_IN' });
  }

  private async see(token: string): Promise<Seen | null> {
    const link = await oneTimeTokens.findInvitation(this.db.sql, token);
    if (!link) return null;
    return this.work.asSystem(link.tenantId as TenantId, 'people.see-invitation', async (tx) => {
      const [invitation] = await invitationsStore.byIds(tx, [link.invitationId]);
      if (!invitation || invitation.revokedAt) return null;
      const people = await membersStore.byIds(tx, [
        invitation.memberId,
        ...(invitation.invitedBy ? [invitation.invitedBy] : []),
      ]);
      return {
        link,
        invitation,
        member: found(people.find(({ id }) => id === invitation.memberId)),
        locale: (await tenantOf(tx)).locale,
        groupNames: await groupNames(tx, invitation.memberId),
        invitedBy: people.find(({ id }) => id === invitation.invitedBy)?.displayName ?? null,
      };
    });
  }
}

/** Of the groups in which a seat is kept for them. */
async function groupNames(tx: TenantTx, memberId: MemberId): Promise<string[]> {
  const ids = (await groupIdsOfMember.batch(tx, [memberId])).get(memberId) ?? [];
  const groups = await groupById.batch(tx, ids);
  return ids.flatMap((id) => groups.get(id)?.name ?? []);
}

async function takeUp(tx: TenantTx, id: InvitationId, userId: UserId, about: ProfileChanges): Promise<void> {
  await lockDirectory(tx);
  const invitation = await invitationsStore.lock(tx, id);
  const accepted = must(decide(invitation, tx.now));
  const other = await membersStore.byUser(tx, userId);
  if (other && other.id !== invitation.memberId) refuse({ code: 'ALREADY_MEMBER' });
  const member = await membersStore.lock(tx, invitation.memberId);
  // A former member left words behind that are theirs alone.
  if (member.userId !== null && member.userId !== userId) refuse({ code: 'INVITATION_FOR_SOMEONE_ELSE' });
  const { next, events } = must(enter(must(changeProfile(member, about)), userId));
  await membersStore.save(tx, member, next);
  await invitationsStore.save(tx, accepted);
  await tx.publish(events);
}
