import type { GroupId } from '@yoriai/domain/kernel';
import { hidesAmong } from '@yoriai/domain/support';
import { groupById } from '../../groups/group/groups.loader.js';
import { found } from '../../platform/errors/must.js';
import { defineLoader } from '../../platform/graphql/loader.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

/** Among how many others of a group the viewer's name can hide. */
export const hidesAmongGroup = defineLoader('hidesAmongGroup', async (tx, ids: readonly GroupId[]) => {
  const groups = await groupById.batch(tx, ids);
  const peopleOf = (id: GroupId) => groups.get(id)?.memberships.map(({ memberId }) => memberId) ?? [];
  const readers = await supportRequestsStore.readers(tx, [...new Set(ids.flatMap(peopleOf))]);
  const byId = new Map(readers.map((reader) => [reader.memberId, reader]));
  const viewer = found(tx.viewer).memberId;
  const count = (id: GroupId) =>
    hidesAmong(
      peopleOf(id).flatMap((one) => byId.get(one) ?? []),
      viewer,
    );
  return new Map(ids.map((id) => [id, count(id)]));
});
