import { Injectable } from '@nestjs/common';

import { isInGroup, type Group } from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { Describes } from '../../notifications/notices.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupsStore } from './groups.store.js';

/** Notices are looked up as the member who reads them. */
export const readerOf = (tx: TenantTx): MemberId => found(tx.viewer).memberId;
export const groupsOf = (
  tx: TenantTx,
  ids: readonly { readonly groupId: GroupId }[],
): Promise<Map<GroupId, Group>> => groupsStore.byIds(tx, [...new Set(ids.map(({ groupId }) => groupId))]);

export async function namesOf(tx: TenantTx, ids: readonly MemberId[]): Promise<Map<MemberId, string>> {
  const members = await memberById.batch(tx, [...new Set(ids)]);
  return new Map([...members.values()].map((member) => [member.id, member.displayName]));
}

@Injectable()
export class GroupNotices {
  /** Those that say no more than which group it is. */
  @Describes('group.joined', 'charter.amended')
  async groups(tx: TenantTx, ids: readonly { readonly groupId: GroupId }[]) {
    const groups = await groupsOf(tx, ids);
    return ids.map(({ groupId }) => {
      const group = groups.get(groupId);
      return group && isInGroup(group, readerOf(tx)) ? { groupName: group.name } : null;
    });
  }
}
