import {
  badInput,
  err,
  ok,
  wantsChange,
  type BadUserInput,
  type Instant,
  type NotFound,
  type Result,
} from '../../kernel/index.js';
import { fitsInto, readSteps, type StepDraft } from '../agendas/agenda-template.js';
import type { AgendaStep, AgendaStepId, AgendaTooLong } from '../agendas/agenda.js';
import {
  stillScheduled,
  type Meeting,
  type MeetingCancelled,
  type MeetingOver,
  type MeetingStarted,
} from './meeting.js';
import type { MeetingEvent } from './meeting-events.js';

/**
 * The agenda of one meeting from now on, in this order: steps that stay keep their id. Until the meeting begins; never longer
 * than it. Errors: MEETING_CANCELLED, MEETING_OVER, MEETING_STARTED, AGENDA_TOO_LONG,
 * NOT_FOUND (a step of another meeting), BAD_USER_INPUT (name, minutes, steps).
 */
export function editAgenda(
  meeting: Meeting,
  drafts: readonly (StepDraft & { readonly id?: AgendaStepId | null })[],
  newId: () => AgendaStepId,
  now: Instant,
): Result<
  { readonly next: Meeting; readonly events: readonly MeetingEvent[] },
  MeetingCancelled | MeetingOver | MeetingStarted | AgendaTooLong | NotFound | BadUserInput
> {
  const standing = stillScheduled(meeting, now);
  if (!standing.ok) return standing;
  const named = drafts.flatMap(({ id }) => (id ? [id] : []));
  const known = new Set(meeting.agenda.map(({ id }) => id));
  if (named.some((id) => !known.has(id))) return err({ code: 'NOT_FOUND' });
  if (new Set(named).size < named.length) return badInput('steps', 'MALFORMED');
  const steps = readSteps(drafts, (step, { id }): AgendaStep => ({ id: id ?? newId(), ...step }));
  if (!steps.ok) return steps;
  if (isSameAgenda(meeting.agenda, steps.value, known)) return ok({ next: meeting, events: [] });
  const fits = fitsInto(steps.value, meeting.durationMinutes);
  if (!fits.ok) return fits;
  return ok({
    next: { ...meeting, agenda: steps.value },
    events: [
      {
        name: 'meeting.agenda-edited',
        ids: { meetingId: meeting.id, groupId: meeting.groupId },
      },
    ],
  });
}

/** The same steps in the same order; a new step, whose id is not `known`, is there already where its place holds the same. */
const isSameAgenda = (
  before: readonly AgendaStep[],
  next: readonly AgendaStep[],
  known: ReadonlySet<AgendaStepId>,
): boolean => {
  const said = next.map((step, i) => ({
    ...step,
    id: known.has(step.id) ? step.id : (before[i]?.id ?? step.id),
  }));
  const change = wantsChange({ version: 0, steps: before }, { steps: said }, null);
  return change.ok && !change.value;
};
