import type { MemberId } from '@yoriai/domain/kernel';
import { rankHelpers, type Draw, type HelperFacts } from '@yoriai/domain/support';
import { audiences } from '../../platform/audiences/audiences.js';
import { memberById } from '../../people/members/members.loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { mutesStore } from '../mutes/mutes.store.js';
import type { SeenRequest } from '../requests/support-requests.store.js';

const mostShown = 12;
/** Of a whole tenant so many are compared. */
const mostCompared = 500;

/**
 * Whom the asker may choose from, those first whose strengths are closest: all of a group, the twelve closest of more. Who was
 * asked already, has their hands full or has muted the asker does not show: the asker sees only what every member may see, and none
 * of those whom they muted themselves.
 */
export async function peopleToAsk(
  tx: TenantTx,
  request: SeenRequest,
  asker: MemberId,
  draw: Draw,
): Promise<readonly MemberId[]> {
  const all = await audiences.membersOf(tx, request.audienceId);
  const readers = (await mutesStore.unmuted(tx, asker, all)).slice(0, mostCompared);
  const people = await memberById.batch(
    tx,
    readers.filter((memberId) => memberId !== asker),
  );
  const facts = [...people.values()]
    .filter(({ status }) => status === 'ACTIVE')
    .map(({ id, strengths }): HelperFacts => ({
      memberId: id,
      strengths,
      helped: [],
      full: false,
      willing: false,
      nudgedThisMonth: 0,
      lastNudgedAt: null,
      apart: false,
    }));
  return rankHelpers(request, facts, draw)
    .slice(0, mostShown)
    .map(({ memberId }) => memberId);
}
