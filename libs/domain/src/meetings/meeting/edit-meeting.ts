import { ok, type BadUserInput, type Instant, type Result } from '../../kernel/index.js';
import {
  readPlace,
  readTitle,
  readUrl,
  stillScheduled,
  type Meeting,
  type MeetingCancelled,
  type MeetingFormat,
  type MeetingOver,
} from './meeting.js';
import type { MeetingEvent } from './meeting-events.js';

/** What is not given stays; an empty place or url is taken away. */
export interface MeetingEdit {
  readonly title?: string | null;
  readonly format?: MeetingFormat | null;
  readonly place?: string | null;
  readonly url?: string | null;
}

/**
 * Changes the title, form, place or address of one meeting, also while it runs. SEQUENCE goes up, so that calendars follow; that people
 * meet elsewhere, or online instead of in a room, is an event of its own, since they have to be told.
 * Errors: MEETING_CANCELLED, MEETING_OVER, BAD_USER_INPUT (title, place, url).
 */
export function editMeeting(
  meeting: Meeting,
  edit: MeetingEdit,
  now: Instant,
): Result<
  { readonly next: Meeting; readonly events: readonly MeetingEvent[] },
  MeetingCancelled | MeetingOver | BadUserInput
> {
  const standing = stillScheduled(meeting, now);
  if (!standing.ok && standing.error.code !== 'MEETING_STARTED') return { ok: false, error: standing.error };
  const title = readTitle(edit.title ?? meeting.title);
  if (!title.ok) return title;
  const place = edit.place === undefined ? ok(meeting.place) : readPlace(edit.place);
  if (!place.ok) return place;
  const url = edit.url === undefined ? ok(meeting.url) : readUrl(edit.url);
  if (!url.ok) return url;
  const changes = {
    title: title.value,
    format: edit.format ?? meeting.format,
    place: place.value,
    url: url.value,
  };
  const isSame = (Object.keys(changes) as (keyof typeof changes)[]).every(
    (key) => changes[key] === meeting[key],
  );
  if (isSame) return ok({ next: meeting, events: [] });
  const ids = { meetingId: meeting.id, seriesId: meeting.seriesId, groupId: meeting.groupId };
  const elsewhere = changes.place !== meeting.place || changes.format !== meeting.format;
  return ok({
    next: { ...meeting, ...changes, sequence: meeting.sequence + 1 },
    events: [
      { name: 'meeting.edited', ids },
      ...(elsewhere ? [{ name: 'meeting.place-changed' as const, ids }] : []),
    ],
  });
}
