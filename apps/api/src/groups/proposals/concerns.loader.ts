import type { MemberProposalId } from '@yoriai/domain/groups';
import { defineLoader } from '../../platform/graphql/loader.js';
import { concernsStore } from './concerns.store.js';

export const concernsOfProposal = defineLoader('concernsOfProposal', (tx, ids: readonly MemberProposalId[]) =>
  concernsStore.ofProposals(tx, ids),
);
