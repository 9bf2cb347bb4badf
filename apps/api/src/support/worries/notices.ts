import type { WorryId } from '@yoriai/domain/support';
import { describeNotices } from '../../notifications/describe.js';
import { factsOfSeen } from '../requests/notices.js';
import { worriesStore } from './worries.store.js';

describeNotices(['support.worry'], async (tx, all) => {
  const said = await worriesStore.byIds(
    tx,
    all.map(({ worryId }) => worryId as WorryId),
  );
  return factsOfSeen(
    tx,
    all,
    said,
    ({ worryId }) => worryId,
    () => null,
  );
});
