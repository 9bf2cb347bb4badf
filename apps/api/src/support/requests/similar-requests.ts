import type { GroupId } from '@yoriai/domain/kernel';
import { mostSimilar, wordsToSeek } from '@yoriai/domain/support';
import { must } from '../../platform/errors/must.js';
import { search } from '../../platform/search/search.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore, type SeenRequest } from './support-requests.store.js';

/** So many of the newest that hold a word are compared. */
const perWord = 40;

/** Past requests like the one being written, among all that the viewer reads: their own too, and no differently. */
export async function findSimilar(
  tx: TenantTx,
  text: string,
  groupId: GroupId | null,
): Promise<readonly SeenRequest[]> {
  const words = must(wordsToSeek(text));
  const ids = new Set<string>();
  for (const word of words)
    for (const id of await search.find(tx, 'support-request', word, perWord)) ids.add(id);
  const any = { groupId, types: null, statuses: null };
  return mostSimilar(text, await supportRequestsStore.found(tx, [...ids], any, ids.size));
}
