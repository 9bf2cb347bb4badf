import type { AudienceId, GroupId, MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { markFirstContent } from '../../groups/group/mark-first-content.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { checkInsStore, type CheckInAudiences, type SeenCheckIn } from './check-ins.store.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';

export interface SubmitCheckIn extends meetings.CheckInDraft {
  readonly meetingId: MeetingId;
}

/** A member writes the check-in for a meeting, or writes it anew. */
export async function submitCheckIn(
  tx: TenantTx,
  { meetingId, ...draft }: SubmitCheckIn,
): Promise<meetings.CheckInId> {
  const viewer = found(tx.viewer);
  const meeting = found(await meetingsStore.hold(tx, meetingId));
  must(meetings.canPrepare(viewer, await groupOf(tx, meeting.groupId)));
  const before = await checkInsStore.lockOwn(tx, meetingId, viewer.memberId);
  const facts = { id: tx.newId<'CheckIn'>(), memberId: viewer.memberId, now: tx.now };
  const { next, events } = must(meetings.submitCheckIn(meeting, before, draft, facts));
  if (next === before) return next.id;
  const readers = await audiencesOf(tx, next, before);
  if (before) await checkInsStore.save(tx, next, readers);
  else if (!(await checkInsStore.insert(tx, next, readers))) refuse({ code: 'CONFLICT' });
  await tx.publish(events);
  return next.id;
}

/**
 * Who reads each part: those who are members, or facilitate, when it is first shown to them. Later members do not see more
 * of it because the words were edited.
 */
async function audiencesOf(
  tx: TenantTx,
  next: meetings.CheckIn,
  before: SeenCheckIn | null,
): Promise<CheckInAudiences> {
  const parts = { note: next.visibility, mood: next.moodVisibility, figures: next.figuresVisibility };
  const had = before && {
    note: before.visibility,
    mood: before.moodVisibility,
    figures: before.figuresVisibility,
  };
  if (next.visibility === 'GROUP' && had?.note !== 'GROUP') await markFirstContent(tx, next.groupId);
  const of = async (part: keyof CheckInAudiences): Promise<AudienceId> => {
    const kept = had?.[part] === parts[part] ? before?.audiences[part] : undefined;
    return kept ?? audienceFor(tx, next.groupId, parts[part]);
  };
  return { note: await of('note'), mood: await of('mood'), figures: await of('figures') };
}

function audienceFor(
  tx: TenantTx,
  groupId: GroupId,
  visibility: meetings.CheckInVisibility,
): Promise<AudienceId> {
  switch (visibility) {
    case 'GROUP':
      return audiences.groupAtEpoch(tx, groupId);
    case 'FACILITATOR':
      return audiences.facilitators(tx, groupId);
    case 'SELF':
      return audiences.self(tx, found(tx.viewer).memberId);
  }
}
