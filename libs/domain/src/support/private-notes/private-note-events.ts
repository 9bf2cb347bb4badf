import { carries, type EventOf, type Id, type MemberId } from '../../kernel/index.js';
import type { RequestIds } from '../requests/support-request-events.js';

export const privateNoteEvents = {
  'support.note-sent': carries<RequestIds & { noteId: Id<'PrivateNote'> }>(),
  'support.note-withdrawn': carries<RequestIds & { readerId: MemberId; noteId: Id<'PrivateNote'> }>(),
};
export type PrivateNoteEvent = EventOf<typeof privateNoteEvents>;
