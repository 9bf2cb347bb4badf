import * as groups from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { chartersStore } from './charters.store.js';
import { groupsStore } from './groups.store.js';
import { programmesStore } from '../programmes/programmes.store.js';

export interface CreateGroup extends groups.NewGroup {
  /** Who makes it, where there is no session: the roster import of the command line, the demo. */
  readonly createdBy?: MemberId;
}

/** Makes an empty group with the default promises in the tenant's language. */
export async function createGroup(tx: TenantTx, { createdBy, ...input }: CreateGroup): Promise<GroupId> {
  if (tx.viewer) must(groups.canCreateGroup(tx.viewer));
  if (input.programmeId) found((await programmesStore.byIds(tx, [input.programmeId])).get(input.programmeId));
  const creator = found(tx.viewer?.memberId ?? createdBy);
  const { next, events } = must(groups.createGroup(input, tx.newId<'Group'>(), creator, tx.now));
  await groupsStore.insert(tx, next);
  const clauses = groups.defaultClauses[(await tenantOf(tx)).locale];
  await chartersStore.insert(tx, { groupId: next.id, version: 1, clauses }, creator);
  await tx.publish(events);
  return next.id;
}
