import * as groups from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { lockBoth } from './accept-proposal.js';
import { concernsStore } from './concerns.store.js';
import { proposalsStore } from '../group/proposals.store.js';

/** Tells the facilitators alone what worries a member about a person proposed to their group. */
export async function raiseConcern(
  tx: TenantTx,
  id: groups.MemberProposalId,
  words: string,
): Promise<GroupId> {
  const viewer = found(tx.viewer);
  const { group, proposal } = await lockBoth(tx, id);
  must(groups.canRaiseConcern(viewer, group, proposal));
  const again = await concernsStore.has(tx, id, viewer.memberId);
  const { next, note, events } = must(groups.raiseConcern(proposal, words, again));
  const audienceId = await audiences.facilitators(tx, group.id);
  await concernsStore.write(tx, { proposalId: id, memberId: viewer.memberId, audienceId, note });
  await proposalsStore.save(tx, next);
  await tx.publish(events);
  return group.id;
}
