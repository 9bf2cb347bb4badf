import type { ProgrammeId } from '@yoriai/domain/groups';
import { defineLoader } from '../../platform/graphql/loader.js';
import { programmesStore } from './programmes.store.js';

export const programmeById = defineLoader('programmeById', (tx, ids: readonly ProgrammeId[]) =>
  programmesStore.byIds(tx, ids),
);
