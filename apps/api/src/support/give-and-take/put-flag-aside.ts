import { putFlagAside as decide, type GiveAndTakeFlagId } from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { giveAndTakeStore } from './give-and-take.store.js';

/** 確認しました. For those who were told of it; for all others it does not exist. */
export async function putFlagAside(
  tx: TenantTx,
  id: GiveAndTakeFlagId,
  expectedVersion: number | null,
): Promise<void> {
  const flag = found(await giveAndTakeStore.lockFlag(tx, id));
  const next = must(decide(flag, expectedVersion, tx.now));
  if (next !== flag) await giveAndTakeStore.saveFlag(tx, next);
}
