import { leadsGroup } from '@yoriai/domain/groups';
import type { SupportRequestId } from '@yoriai/domain/support';
import { groupById } from '../../groups/group/groups.loader.js';
import { leadersAmong } from '../../groups/group/read-groups.js';
import { notify } from '../../notifications/notify.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { RunsTimer, type DueTimer } from '../../platform/timers/timer.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { waiting } from './nudge-helpers.js';
import { supportRequestsStore, type SeenRequest } from '../requests/support-requests.store.js';

declare module '../../platform/timers/timers.js' {
  interface Timers {
    'support.unanswered': { requestId: SupportRequestId };
  }
}

/**
 * 72 hours without an answer (24 for an open ear): the facilitators are told, and the asker is told that there is no answer yet, that we are
 * sorry, where help lines are and that they may choose a member to ask. Of an anonymous request all facilitators are told, also
 * one who asked: a missing notice would say so.
 */
@RunsTimer({ timer: 'support.unanswered', queue: 'normal' })
export class TellOfSilence {
  async run(tx: TenantTx, timer: DueTimer<'support.unanswered'>): Promise<void> {
    const request = await waiting(tx, timer.ids.requestId);
    if (!request) return;
    const told = { ids: { requestId: request.id }, once: request.id };
    await notify(tx, {
      kind: 'support.unanswered',
      to: await this.facilitators(tx, request),
      about: request.authorId,
      ...told,
    });
    const asker = await supportRequestsStore.askerOf(tx, request.id);
    await notify(tx, { kind: 'support.still-waiting', to: asker ? [asker] : [], ...told });
  }

  /** Those of the group it was asked in who can read it; of a request that names no group, all who lead one and can read it. */
  private async facilitators(tx: TenantTx, { groupId, audienceId }: SeenRequest) {
    const group = groupId && (await groupById.batch(tx, [groupId])).get(groupId);
    const readers = await audiences.membersOf(tx, audienceId);
    return group ? readers.filter((memberId) => leadsGroup(group, memberId)) : leadersAmong(tx, readers);
  }
}
