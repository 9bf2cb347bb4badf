import type { MemberId } from '@yoriai/domain/kernel';
import type { MemberInGroupFacts, NoticeIds, NudgeFacts, SupportFacts } from '@yoriai/domain/notifications';
import {
  isLive,
  isWaiting,
  type GiveAndTakeFlagId,
  type SupportNudgeId,
  type SupportRequestId,
} from '@yoriai/domain/support';
import type { GroupId } from '@yoriai/domain/kernel';
import { groupById } from '../../groups/group/groups.loader.js';
import { describeNotices } from '../../notifications/describe.js';
import { memberById } from '../../people/members/people.loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { creditsStore } from '../give-and-take/give-and-take.store.js';
import { nudgesStore } from './nudges.store.js';
import { supportStore, type SeenRequest } from '../requests/support-requests.store.js';

/** The requests that these notices are about, as the reader sees them, with what the words need of each. */
async function requestsOf(tx: TenantTx, all: readonly NoticeIds[]) {
  const wanted = [...new Set(all.map((ids) => ids['requestId'] as SupportRequestId))];
  const requests = new Map((await supportStore.byIds(tx, wanted)).map((request) => [request.id, request]));
  const answered = await nudgesStore.answered(tx, wanted);
  const askers = [...requests.values()].map(({ askerId }) => askerId).filter((id) => id !== null);
  const people = await memberById.batch(tx, [...new Set(askers)]);
  return {
    of: (ids: NoticeIds) => requests.get(ids['requestId'] as SupportRequestId),
    isWaiting: (request: SeenRequest) => isWaiting({ ...request, answered: answered.has(request.id) }),
    facts: ({ type, title, askerId }: SeenRequest): SupportFacts => ({
      ...{ type, title },
      person: askerId ? (people.get(askerId)?.displayName ?? null) : null,
    }),
  };
}

/** Over once somebody has answered: neither screen nor a mail that waited for the morning speaks of it any more. */
describeNotices(['support.unanswered', 'support.still-waiting'], async (tx, all) => {
  const requests = await requestsOf(tx, all);
  return all.map((ids) => {
    const request = requests.of(ids);
    return request && requests.isWaiting(request) ? requests.facts(request) : null;
  });
});

/** Over with the first answer, unless it was the asker who wanted this very person; over for whoever passed it on; nothing to whoever asked. */
describeNotices(['support.nudge'], async (tx, all) => {
  const requests = await requestsOf(tx, all);
  const ids = all.map(({ nudgeId }) => nudgeId as SupportNudgeId);
  const nudges = new Map((await nudgesStore.byIds(tx, ids)).map((nudge) => [nudge.id, nudge]));
  return all.map((ids): NudgeFacts | null => {
    const request = requests.of(ids);
    const nudge = nudges.get(ids['nudgeId'] as SupportNudgeId);
    if (!request || request.mine || !nudge || nudge.state === 'SNOOZED') return null;
    const wanted = nudge.reason.kind === 'CHOSEN' ? isLive(request) : requests.isWaiting(request);
    return wanted ? { ...requests.facts(request), reason: nudge.reason } : null;
  });
});

describeNotices(['support.give-and-take'], async (tx, all) => {
  const ids = all.map(({ flagId }) => flagId as GiveAndTakeFlagId);
  const flags = new Map((await creditsStore.flagsByIds(tx, ids)).map((flag) => [flag.id, flag]));
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
