import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';

import {
  isLive,
  isWaiting,
  type SupportRequestId,
  type NudgeFacts,
  type SupportFacts,
} from '@yoriai/domain/support';
import { Describes } from '../../notifications/notices.js';
import { memberById } from '../../people/members/members.loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { factsWithAsker } from '../requests/notices.js';
import { nudgesStore } from './nudges.store.js';
import { supportRequestsStore, type SeenRequest } from '../requests/support-requests.store.js';

interface Pointed {
  readonly requestId: SupportRequestId;
}

/** The requests that these notices are about, as the reader sees them, with what the words need of each. */
async function requestsOf(tx: TenantTx, all: readonly Pointed[]) {
  const wanted = [...new Set(all.map((ids) => ids.requestId))];
  const requests = new Map(
    (await supportRequestsStore.byIds(tx, wanted)).map((request) => [request.id, request]),
  );
  const answered = await nudgesStore.answered(tx, wanted);
  const askers = [...requests.values()].map(({ askerId }) => askerId).filter((id) => id !== null);
  const people = await memberById.batch(tx, [...new Set(askers)]);
  return {
    of: (ids: Pointed) => requests.get(ids.requestId),
    isWaiting: (request: SeenRequest) => isWaiting({ ...request, answered: answered.has(request.id) }),
    facts: ({ type, title, askerId }: SeenRequest): SupportFacts => ({
      type,
      title,
      person: askerId ? (people.get(askerId)?.displayName ?? null) : null,
    }),
  };
}

@Injectable()
export class NudgeNotices {
  /** Over once the request has an answer: it leaves the screen and the mail that waits for the morning. */
  @Describes('support.unanswered', 'support.still-waiting')
  async unanswered(tx: TenantTx, all: readonly IdsOfNotice['support.unanswered'][]) {
    const requests = await requestsOf(tx, all);
    return all.map((ids) => {
      const request = requests.of(ids);
      return request && requests.isWaiting(request) ? requests.facts(request) : null;
    });
  }

  /** Over with the first answer, unless it was the asker who wanted this very person; over for a helper who passed it on; nothing for the asker. */
  @Describes('support.nudge')
  async nudges(tx: TenantTx, all: readonly IdsOfNotice['support.nudge'][]) {
    const requests = await requestsOf(tx, all);
    const ids = all.map(({ nudgeId }) => nudgeId);
    const nudges = new Map((await nudgesStore.byIds(tx, ids)).map((nudge) => [nudge.id, nudge]));
    return all.map((ids): NudgeFacts | null => {
      const request = requests.of(ids);
      const nudge = nudges.get(ids.nudgeId);
      if (!request || request.mine || !nudge || nudge.state === 'SNOOZED') return null;
      const wanted = nudge.reason.kind === 'CHOSEN' ? isLive(request) : requests.isWaiting(request);
      return wanted ? { ...requests.facts(request), reason: nudge.reason } : null;
    });
  }

  /** The kind question after 27 quiet days. */
  @Describes('support.expiring')
  expiring(tx: TenantTx, all: readonly IdsOfNotice['support.expiring'][]) {
    return factsWithAsker(tx, all);
  }
}
