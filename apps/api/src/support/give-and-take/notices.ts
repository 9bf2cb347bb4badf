import type { MemberInGroupFacts } from '@yoriai/domain/groups';
import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';

import { groupById } from '../../groups/group/groups.loader.js';
import { Describes } from '../../notifications/notices.js';
import { memberById } from '../../people/members/members.loader.js';
import { giveAndTakeStore } from './give-and-take.store.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class GiveAndTakeNotices {
  @Describes('support.give-and-take')
  async flags(tx: TenantTx, all: readonly IdsOfNotice['support.give-and-take'][]) {
    const ids = all.map(({ flagId }) => flagId);
    const flags = new Map((await giveAndTakeStore.flagsByIds(tx, ids)).map((flag) => [flag.id, flag]));
    const [members, groups] = [
      await memberById.batch(tx, [...new Set([...flags.values()].map(({ memberId }): MemberId => memberId))]),
      await groupById.batch(tx, [...new Set([...flags.values()].map(({ groupId }): GroupId => groupId))]),
    ];
    return ids.map((id): MemberInGroupFacts | null => {
      const flag = flags.get(id);
      const [member, group] = [flag && members.get(flag.memberId), flag && groups.get(flag.groupId)];
      return flag?.state === 'OPEN' && member && group
        ? { memberName: member.displayName, groupName: group.name }
        : null;
    });
  }
}
