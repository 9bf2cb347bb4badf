import type { MeetingId } from '@yoriai/domain/kernel';
import type { CheckInId } from '@yoriai/domain/meetings';
import { defineLoader } from '../../platform/graphql/loader.js';
import { checkInsStore } from './check-ins.store.js';

export const checkInById = defineLoader('checkInById', (tx, ids: readonly CheckInId[]) =>
  checkInsStore.byIds(tx, ids),
);
export const checkInsOfMeeting = defineLoader('checkInsOfMeeting', (tx, ids: readonly MeetingId[]) =>
  checkInsStore.ofMeetings(tx, ids),
);
