import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';

import { Describes } from '../../notifications/notices.js';
import { memberById } from './members.loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class MemberNotices {
  /** Phone numbers are roster data: for those who are of the office now. */
  @Describes('member.unreachable')
  async unreachable(tx: TenantTx, ids: readonly IdsOfNotice['member.unreachable'][]) {
    const members = await memberById.batch(tx, [...new Set(ids.map(({ memberId }) => memberId))]);
    return ids.map(({ memberId }) => {
      const member = members.get(memberId);
      if (!member || tx.viewer?.role !== 'ADMIN') return null;
      return { memberName: member.displayName, phone: member.phone };
    });
  }
}
