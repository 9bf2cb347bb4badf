import type { MemberId } from '@yoriai/domain/kernel';
import type { MemberStatus } from '@yoriai/domain/people';
import { found } from '../../platform/errors/must.js';
import { defineLoader } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { membersStore } from './members.store.js';

export const memberById = defineLoader('memberById', (tx, ids: readonly MemberId[]) =>
  membersStore.byIds(tx, ids),
);
/** Their status now, for use cases of other areas; NOT_FOUND for unknown people. */
export const statusOfMember = async (tx: TenantTx, id: MemberId): Promise<MemberStatus> =>
  found((await memberById.batch(tx, [id])).get(id)).status;
/** For admins and the member themselves; for invited people the address of the invitation. */
export const addressOfMember = defineLoader('addressOfMember', (tx, ids: readonly MemberId[]) =>
  membersStore.addresses(tx, ids),
);
