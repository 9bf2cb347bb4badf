import type { MemberId } from '@yoriai/domain/kernel';
import { describeNotices } from '../../notifications/describe.js';
import { memberById } from './people.loader.js';

/** Phone numbers are roster data: for those who are of the office now. */
describeNotices(['member.unreachable'], async (tx, ids) => {
  const members = await memberById.batch(tx, [...new Set(ids.map(({ memberId }) => memberId as MemberId))]);
  return ids.map(({ memberId }) => {
    const member = members.get(memberId as MemberId);
    if (!member || tx.viewer?.role !== 'ADMIN') return null;
    return { memberName: member.displayName, phone: member.phone };
  });
});
