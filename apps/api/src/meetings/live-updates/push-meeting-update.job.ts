import { publishedEvents, type EventName } from '@yoriai/domain/events';
import type { MeetingId } from '@yoriai/domain/kernel';
import { Live } from '../../platform/live/live.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingTopic, type MeetingPart, type MeetingUpdated } from '../meeting/meeting-topic.js';
import { meetingsStore } from '../meeting/meetings.store.js';

type MeetingEventName = Extract<EventName, `meeting.${string}`>;
type MeetingEvent = StoredEvent<MeetingEventName>;
const heard = publishedEvents.filter((name): name is MeetingEventName => name.startsWith('meeting.'));

/**
 * Which part of a meeting an event is about. Where a meeting begins, ends, moves or is called off, what one may do in every part changes with it.
 * Null: the ids say which.
 */
const partOf: Readonly<Record<MeetingEventName, MeetingPart | 'all' | null>> = {
  'meeting.scheduled': 'all',
  'meeting.series-kept': 'all',
  'meeting.place-changed': 'all',
  'meeting.moved': 'all',
  'meeting.following-moved': 'all',
  'meeting.cancelled': 'all',
  'meeting.following-cancelled': 'all',
  'meeting.started': 'all',
  'meeting.start-taken-back': 'all',
  'meeting.closed': 'all',
  'meeting.reopened': 'all',
  'meeting.handed-over': 'all',
  'meeting.edited': 'details',
  'meeting.agenda-edited': 'agenda',
  'meeting.rsvp-given': 'attendance',
  'meeting.attendance-marked': 'attendance',
  'meeting.attendance-corrected': 'attendance',
  'meeting.run-moved': 'run',
  'meeting.airtime-marked': 'run',
  'meeting.check-in-shared': 'checkIns',
  'meeting.check-in-withdrawn': 'checkIns',
  'meeting.topic-proposed': 'topics',
  'meeting.topic-edited': 'topics',
  'meeting.topic-withdrawn': 'topics',
  'meeting.topic-voted': 'topics',
  'meeting.topic-taken': 'topics',
  'meeting.topic-released': 'topics',
  'meeting.remark-made': null,
  'meeting.remark-withdrawn': null,
  'meeting.commitment-made': 'commitments',
  'meeting.commitment-edited': 'commitments',
  'meeting.commitment-settled': 'commitments',
  'meeting.decision-recorded': 'decisions',
  'meeting.decision-withdrawn': 'decisions',
  'meeting.after-party-planned': 'afterParty',
  'meeting.after-party-answered': 'afterParty',
  'meeting.after-party-called-off': 'afterParty',
  'meeting.roles-set': 'roles',
  'meeting.recording-answered': 'recording',
  'meeting.recording-linked': 'recording',
  'meeting.recording-gone': 'recording',
  'meeting.minutes-corrected': 'minutes',
};

/** Tells open screens of a meeting what changed in it. Each reads that anew as its own viewer, so this says the same to all. */
@Reads({ reader: 'meetings.push-changes', events: heard, queue: 'normal' })
export class PushMeetingUpdate {
  constructor(private readonly live: Live) {}

  async handle(tx: TenantTx, event: MeetingEvent): Promise<void> {
    const { ids } = event;
    const others = 'seriesId' in ids ? await meetingsStore.ofSeries(tx, [ids.seriesId]) : [];
    const one = 'meetingId' in ids ? [ids.meetingId] : [];
    for (const meetingId of new Set([...one, ...others.map((meeting) => meeting.id)]))
      await this.live.publish(meetingTopic(tx.tenantId, meetingId), updatedBy(event, meetingId));
  }
}

function updatedBy({ name, ids }: MeetingEvent, meetingId: MeetingId): MeetingUpdated {
  const part = partOf[name] ?? partOfRemark(ids);
  return {
    meetingId,
    parts: [part],
    // Other events name a member too, whose attendance is as it was.
    memberIds: part === 'attendance' && 'memberId' in ids && ids.memberId ? [ids.memberId] : [],
    checkInIds: 'checkInId' in ids && ids.checkInId ? [ids.checkInId] : [],
    topicIds: 'topicId' in ids && ids.topicId ? [ids.topicId] : [],
    commitmentIds: 'commitmentId' in ids ? [ids.commitmentId] : [],
    decisionIds: 'decisionId' in ids ? [ids.decisionId] : [],
  };
}

/** Events of earlier versions do not name what was answered. */
const partOfRemark = (ids: object): MeetingPart | 'all' =>
  'checkInId' in ids ? 'checkIns' : 'topicId' in ids ? 'topics' : 'all';
