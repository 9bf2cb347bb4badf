import * as groups from '@yoriai/domain/groups';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { programmesStore } from './programmes.store.js';

export async function createProgramme(
  tx: TenantTx,
  input: Omit<groups.Programme, 'id'>,
): Promise<groups.ProgrammeId> {
  if (tx.viewer) must(groups.canCreateProgramme(tx.viewer));
  const { next, events } = must(groups.createProgramme(input, tx.newId<'Programme'>()));
  await programmesStore.insert(tx, next);
  await tx.publish(events);
  return next.id;
}
