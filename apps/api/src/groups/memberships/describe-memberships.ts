import { isInGroup, membershipOf, placeOf } from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import type { NoticeIds } from '@yoriai/domain/notifications';
import { describeNotices } from '../../notifications/describe.js';
import { groupsOf, namesOf, readerOf } from '../group/describe-groups.js';

describeNotices(['group.member-joined', 'group.invitation-accepted'], async (tx, ids) => {
  const [groups, names] = [await groupsOf(tx, ids), await namesOf(tx, ids.map(memberOf))];
  return ids.map((one) => {
    const group = groups.get(one['groupId'] as GroupId);
    const memberName = names.get(memberOf(one));
    return group && memberName && isInGroup(group, memberOf(one))
      ? { groupName: group.name, memberName }
      : null;
  });
});

describeNotices(['group.role-set'], async (tx, ids) => {
  const [groups, names] = [await groupsOf(tx, ids), await namesOf(tx, ids.map(memberOf))];
  return ids.map((one) => {
    const group = groups.get(one['groupId'] as GroupId);
    const membership = group && membershipOf(group, memberOf(one));
    const memberName = names.get(memberOf(one));
    return membership && memberName && isInGroup(group, readerOf(tx))
      ? { groupName: group.name, memberName, place: placeOf(membership) }
      : null;
  });
});

const memberOf = (ids: NoticeIds): MemberId => ids['memberId'] as MemberId;
