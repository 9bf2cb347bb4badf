import type { GroupId } from '@yoriai/domain/kernel';
import { defineLoader } from '../../platform/graphql/loader.js';
import { creditsStore } from './give-and-take.store.js';

export const flagsOfGroup = defineLoader(
  'flagsOfGroup',
  async (tx, ids: readonly GroupId[]) =>
    new Map(await Promise.all(ids.map(async (id) => [id, await creditsStore.openFlags(tx, id)] as const))),
);
export const hardTimesOfGroup = defineLoader(
  'hardTimesOfGroup',
  async (tx, ids: readonly GroupId[]) =>
    new Map(await Promise.all(ids.map(async (id) => [id, await creditsStore.hardTimesIn(tx, id)] as const))),
);
