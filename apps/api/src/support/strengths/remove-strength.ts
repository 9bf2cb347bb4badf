import type { StrengthId } from '@yoriai/domain/support';
import { refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { strengthsStore } from './strengths.store.js';

/** この一言を消す. The caller's own; another member's does not exist for them. */
export async function removeStrength(tx: TenantTx, id: StrengthId): Promise<true> {
  return (await strengthsStore.remove(tx, id)) || refuse({ code: 'NOT_FOUND' });
}
