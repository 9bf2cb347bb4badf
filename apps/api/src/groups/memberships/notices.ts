import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';
import { isInGroup, membershipOf, placeOf } from '@yoriai/domain/groups';
import type { MemberId } from '@yoriai/domain/kernel';
import { Describes } from '../../notifications/notices.js';
import { groupsOf, namesOf, readerOf } from '../group/notices.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const memberOf = (ids: { readonly memberId: MemberId }): MemberId => ids.memberId;

@Injectable()
export class MembershipNotices {
  @Describes('group.member-joined', 'group.invitation-accepted')
  async newcomers(tx: TenantTx, ids: readonly IdsOfNotice['group.member-joined'][]) {
    const [groups, names] = [await groupsOf(tx, ids), await namesOf(tx, ids.map(memberOf))];
    return ids.map((one) => {
      const group = groups.get(one.groupId);
      const memberName = names.get(memberOf(one));
      return group && memberName && isInGroup(group, memberOf(one))
        ? { groupName: group.name, memberName }
        : null;
    });
  }

  @Describes('group.role-set')
  async roles(tx: TenantTx, ids: readonly IdsOfNotice['group.role-set'][]) {
    const [groups, names] = [await groupsOf(tx, ids), await namesOf(tx, ids.map(memberOf))];
    return ids.map((one) => {
      const group = groups.get(one.groupId);
      const membership = group && membershipOf(group, memberOf(one));
      const memberName = names.get(memberOf(one));
      return membership && memberName && isInGroup(group, readerOf(tx))
        ? { groupName: group.name, memberName, place: placeOf(membership) }
        : null;
    });
  }
}
