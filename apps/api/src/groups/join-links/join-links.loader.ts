import type { JoinLinkId } from '@yoriai/domain/groups';
import type { GroupId } from '@yoriai/domain/kernel';
import { defineLoader } from '../../platform/graphql/loader.js';
import { joinLinksStore } from './join-links.store.js';

export const joinLinksOfGroup = defineLoader('joinLinksOfGroup', (tx, ids: readonly GroupId[]) =>
  joinLinksStore.byGroups(tx, ids),
);
export const joinLinkById = defineLoader('joinLinkById', (tx, ids: readonly JoinLinkId[]) =>
  joinLinksStore.byIds(tx, ids),
);
