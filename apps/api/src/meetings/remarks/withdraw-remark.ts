import * as meetings from '@yoriai/domain/meetings';
import { found, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { remarksStore } from './remarks.store.js';
import { seenTarget } from './make-remark.js';

export async function withdrawRemark(tx: TenantTx, id: meetings.RemarkId): Promise<void> {
  const viewer = found(tx.viewer);
  const remark = found((await remarksStore.byIds(tx, [id]))[0]);
  if (remark.memberId !== viewer.memberId) refuse({ code: 'FORBIDDEN' });
  await remarksStore.remove(tx, id);
  // A member who left the group no longer sees what they answered.
  const answered = await seenTarget(tx, remark.checkInId, remark.topicId);
  if (answered) await tx.publish(meetings.withdrawRemark(remark, answered.meetingId, answered.target));
}
