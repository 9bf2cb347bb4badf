import type { AudienceId, MemberId } from '@yoriai/domain/kernel';
import { audiences } from '../audiences/audiences.js';
import type { TenantTx } from '../work/tenant-tx.js';

const ofReader = (list: string, memberId: MemberId): string => `${list}:${memberId}`;

/** What a screen that shows a list listens to: what is told to everyone in the tenant, and what is told to its viewer. */
export const topicsOfViewer = (list: string, memberId: MemberId): readonly string[] => [
  list,
  ofReader(list, memberId),
];

/**
 * Whom a change in lists is told: everyone, where it is for the whole tenant, and otherwise each who may read it at this moment and its
 * author, who also reads it after leaving. So it wakes no screen that could only pass over it.
 */
export async function topicsOfReaders(
  tx: TenantTx,
  lists: readonly string[],
  audienceId: AudienceId,
  authorId: MemberId | null,
): Promise<readonly string[]> {
  if (await audiences.isTenant(tx, audienceId)) return lists;
  const readers = new Set(await audiences.membersOf(tx, audienceId));
  if (authorId) readers.add(authorId);
  return [...readers].flatMap((memberId) => lists.map((list) => ofReader(list, memberId)));
}
