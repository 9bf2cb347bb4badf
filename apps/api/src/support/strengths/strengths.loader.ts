import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import type { StrengthId, StrengthsRoundId } from '@yoriai/domain/support';
import { defineLoader } from '../../platform/graphql/loader.js';
import { strengthsStore } from './strengths.store.js';

export const strengthsRoundById = defineLoader('strengthsRoundById', (tx, ids: readonly StrengthsRoundId[]) =>
  strengthsStore.roundsByIds(tx, ids),
);
export const openRoundOfGroup = defineLoader(
  'openRoundOfGroup',
  async (tx, ids: readonly GroupId[]) =>
    new Map((await strengthsStore.openRoundsOf(tx, ids)).map((round) => [round.groupId, round])),
);
export const holdingRoundOfGroup = defineLoader(
  'holdingRoundOfGroup',
  async (tx, ids: readonly GroupId[]) =>
    new Map((await strengthsStore.roundsHolding(tx, ids)).map((round) => [round.groupId, round])),
);
export const strengthById = defineLoader('strengthById', (tx, ids: readonly StrengthId[]) =>
  strengthsStore.byIds(tx, ids),
);
/** Of the few groups that a member is in, one after the other. */
export const peopleOfGroup = defineLoader('strengthsPeopleOfGroup', async (tx, ids: readonly GroupId[]) => {
  const people = new Map<GroupId, MemberId[]>();
  for (const id of ids) people.set(id, await strengthsStore.peopleOf(tx, id));
  return people;
});
