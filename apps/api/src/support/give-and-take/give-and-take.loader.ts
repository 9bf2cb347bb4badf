import type { GiveAndTakeFlagId } from '@yoriai/domain/support';
import { defineLoader } from '../../platform/graphql/loader.js';
import { giveAndTakeStore } from './give-and-take.store.js';
import type { GroupId } from '@yoriai/domain/kernel';

export const flagById = defineLoader('flagById', (tx, ids: readonly GiveAndTakeFlagId[]) =>
  giveAndTakeStore.flagsByIds(tx, ids),
);

export const flagsOfGroup = defineLoader(
  'flagsOfGroup',
  async (tx, ids: readonly GroupId[]) =>
    new Map(
      await Promise.all(ids.map(async (id) => [id, await giveAndTakeStore.openFlags(tx, id)] as const)),
    ),
);
export const hardTimesOfGroup = defineLoader(
  'hardTimesOfGroup',
  async (tx, ids: readonly GroupId[]) =>
    new Map(
      await Promise.all(ids.map(async (id) => [id, await giveAndTakeStore.hardTimesIn(tx, id)] as const)),
    ),
);
