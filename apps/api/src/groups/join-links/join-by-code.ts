import { Injectable } from '@nestjs/common';
import * as groups from '@yoriai/domain/groups';
import type { MemberId } from '@yoriai/domain/kernel';
import { mayEnter } from '@yoriai/domain/people';
import { admitMember } from '../../people/invitations/admit-member.js';
import { memberById } from '../../people/members/members.loader.js';
import { BeginSession } from '../../people/sign-in/begin-session.js';
import { ProveAddress } from '../../people/sign-in/prove-address.js';
import { AuthDb } from '../../platform/auth/auth-db.js';
import { Throttle } from '../../platform/auth/throttle.js';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { Work } from '../../platform/work/work.js';
import { addGroupMember } from '../memberships/add-group-member.js';
import { chartersStore } from '../group/charters.store.js';
import type { JoinByCodeInput } from './join-link.inputs.js';
import type { JoinLinkPreviewType } from './join-link.type.js';
import { groupsStore } from '../group/groups.store.js';
import { joinLinksStore, type FoundLink } from './join-links.store.js';
import { proposalsStore } from '../group/proposals.store.js';
import { sign } from '../charter/sign-charter.js';

/** The way in for people who were not invited by name: a code from a flyer, a QR code or a friend. */
@Injectable()
export class JoinByCode {
  constructor(
    private readonly work: Work,
    private readonly db: AuthDb,
    private readonly throttle: Throttle,
    private readonly address: ProveAddress,
    private readonly session: BeginSession,
  ) {}

  /** What the holder of the code may know before they say who they are; null for a code that was never given out. */
  async preview(context: RequestContext, code: string): Promise<JoinLinkPreviewType | null> {
    const link = await this.find(context, code);
    return link && this.work.asSystem(link.tenantId, 'groups.join-link', (tx) => show(tx, link.joinLinkId));
  }

  /** The code from the mail proves the address first; then they join, or are proposed, and are signed in. */
  async join(context: RequestContext, { code, email, mailCode, ...about }: JoinByCodeInput): Promise<void> {
    const { tenantId, joinLinkId } = (await this.find(context, code)) ?? refuse({ code: 'NOT_FOUND' });
    const locale = await this.work.asSystem(tenantId, 'groups.join-link', async (tx) => {
      await open(tx, joinLinkId);
      return (await tenantOf(tx)).locale;
    });
    const { userId, email: proven } = await this.address.proveByCode(
      context,
      email,
      mailCode,
      context.caller.language ?? locale,
    );
    await this.work.asSystem(tenantId, 'groups.join-by-code', async (tx) => {
      const memberId = await admitMember(tx, { userId, email: proven, ...about });
      await enter(tx, joinLinkId, memberId);
    });
    await this.session.start(context, userId, tenantId);
  }

  private async find(context: RequestContext, typed: string): Promise<FoundLink | null> {
    const { address } = context.caller;
    const { looks, misses } = groups.joinCodeRates;
    await this.throttle.take({ bucket: 'join-code', key: address, rate: looks });
    const code = groups.readJoinCode(typed);
    if (!code) return null;
    const taken = await this.throttle.take({ bucket: 'join-code-miss', key: address, rate: misses });
    const link = await joinLinksStore.byCode(this.db.sql, code);
    if (link) await this.throttle.giveBack(taken);
    return link;
  }
}

/** The link and its group, if the link still leads there. */
async function open(tx: TenantTx, id: groups.JoinLinkId) {
  const link = await joinLinksStore.one(tx, id);
  const group = found((await groupsStore.byIds(tx, [link.groupId])).get(link.groupId));
  must(groups.joinLinkOpen(link, group, tx.now));
  return { link, group };
}

async function show(tx: TenantTx, id: groups.JoinLinkId): Promise<JoinLinkPreviewType> {
  const { link, group } = await open(tx, id);
  const proposals = await proposalsStore.openIn(tx, group.id);
  const charter = await chartersStore.ofGroup(tx, group.id);
  return {
    tenantName: (await tenantOf(tx)).name,
    groupName: group.name,
    purpose: group.purpose,
    memberCount: groups.participantsOf(group).length,
    full: groups.seatsTaken(group, proposals) >= group.capacity,
    invitedBy: await nameOf(tx, link.createdBy),
    charter: charter.clauses,
  };
}

/** Its author is still here: a code of a member who has gone invites no one. */
async function nameOf(tx: TenantTx, memberId: MemberId): Promise<string | null> {
  const member = (await memberById.batch(tx, [memberId])).get(memberId);
  return member && mayEnter(member.status) ? member.displayName : null;
}

/** Coming back with the same code is coming home: who is in the group, or proposed to it, is only signed in. */
async function enter(tx: TenantTx, id: groups.JoinLinkId, memberId: MemberId): Promise<void> {
  const { groupId } = await joinLinksStore.one(tx, id);
  const group = await groupsStore.lock(tx, groupId);
  const link = await joinLinksStore.lock(tx, id);
  must(groups.joinLinkOpen(link, group, tx.now));
  if (groups.isInGroup(group, memberId)) return;
  const proposals = await proposalsStore.openIn(tx, group.id);
  if (proposals.some((proposal) => proposal.memberId === memberId)) return;
  const member = found((await memberById.batch(tx, [memberId])).get(memberId));
  must(groups.canJoinByLink({ memberId, role: member.role }, link));
  await addGroupMember(tx, { groupId: group.id, memberId, proposedBy: link.createdBy });
  await joinLinksStore.countUse(tx, id);
  await sign(tx, group.id, (await chartersStore.ofGroup(tx, group.id)).version, memberId);
}
