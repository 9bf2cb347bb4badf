import type { DatePollId } from '@yoriai/domain/meetings';
import { defineLoader } from '../../platform/graphql/loader.js';
import { datePollsStore } from './date-polls.store.js';

export const datePollById = defineLoader('datePollById', (tx, ids: readonly DatePollId[]) =>
  datePollsStore.byIds(tx, ids),
);
export const answersOfPoll = defineLoader('answersOfPoll', (tx, ids: readonly DatePollId[]) =>
  datePollsStore.answersOf(tx, ids),
);
