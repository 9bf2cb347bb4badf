import {
  carries,
  type EventOf,
  type GroupId,
  type Id,
  type MeetingId,
  type MemberId,
} from '../../kernel/index.js';

type SeriesId = Id<'MeetingSeries'>;

export const meetingEvents = {
  'meeting.scheduled': carries<{ seriesId: SeriesId; groupId: GroupId }>(),
  'meeting.series-kept': carries<{ seriesId: SeriesId; groupId: GroupId }>(),
  'meeting.edited': carries<{ meetingId: MeetingId; seriesId: SeriesId; groupId: GroupId }>(),
  'meeting.place-changed': carries<{
    meetingId: MeetingId;
    seriesId: SeriesId;
    fromSeriesId?: SeriesId;
    groupId: GroupId;
  }>(),
  'meeting.moved': carries<{ meetingId: MeetingId; seriesId: SeriesId; groupId: GroupId }>(),
  'meeting.following-moved': carries<{
    meetingId: MeetingId;
    seriesId: SeriesId;
    fromSeriesId: SeriesId;
    groupId: GroupId;
  }>(),
  'meeting.cancelled': carries<{ meetingId: MeetingId; seriesId: SeriesId; groupId: GroupId }>(),
  'meeting.following-cancelled': carries<{ meetingId: MeetingId; seriesId: SeriesId; groupId: GroupId }>(),
  'meeting.rsvp-given': carries<{ meetingId: MeetingId; groupId: GroupId; memberId: MemberId }>(),
  'meeting.handed-over': carries<{ meetingId: MeetingId; groupId: GroupId; memberId?: MemberId }>(),
  'meeting.agenda-edited': carries<{ meetingId: MeetingId; groupId: GroupId }>(),
};
export type MeetingEvent = EventOf<typeof meetingEvents>;
