import type { MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** 一年後の今日, if its owner wants it; いいえ is remembered and sets no timer. */
export async function scheduleLookBack(
  tx: TenantTx,
  meeting: meetings.Meeting,
  memberId: MemberId,
  agreed: boolean | null,
): Promise<void> {
  const key = `${meeting.id}:${memberId}`;
  const ids = { meetingId: meeting.id, memberId };
  if (agreed) await tx.at(meetings.oneYearAfter(meeting), { name: 'meeting.one-year-later', key, ids });
  else await tx.cancelTimers('meeting.one-year-later', [key]);
}
