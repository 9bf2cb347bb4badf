import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import type { MemberInGroupFacts } from '@yoriai/domain/notifications';
import type { GiveAndTakeFlagId } from '@yoriai/domain/support';
import { groupById } from '../../groups/group/groups.loader.js';
import { describeNotices } from '../../notifications/describe.js';
import { memberById } from '../../people/members/people.loader.js';
import { giveAndTakeStore } from './give-and-take.store.js';

describeNotices(['support.give-and-take'], async (tx, all) => {
  const ids = all.map(({ flagId }) => flagId as GiveAndTakeFlagId);
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
});
