import { gql, type TypedDocumentNode } from '@apollo/client';
import type { AgendaStepId, RunState } from '@yoriai/domain/meetings';
import type { RunClockFragment } from '../../graphql/generated/operations.js';

/** What a tap at the console changes. */
export const runNowFragment = gql`
  fragment RunNow on Meeting {
    id
    status
    run {
      startedAt
      stepId
      since
      paused
      pausedMs
      looseMs
      steps {
        stepId
        spentMs
        extraMinutes
        state
      }
      version
    }
  }
`;

export const runClockFragment: TypedDocumentNode<RunClockFragment> = gql`
  fragment RunClock on Meeting {
    id
    agenda {
      id
      name
      minutes
      speakerRule
      prompt
    }
    ...RunNow @unmask
  }
  ${runNowFragment}
`;

/** The steps as the rules want them, with what a screen shows of each. */
export interface Step {
  readonly id: AgendaStepId;
  readonly name: string;
  readonly minutes: number;
  readonly prompt: string | null;
}
export const stepsOf = (meeting: Pick<RunClockFragment, 'agenda'>): readonly Step[] =>
  meeting.agenda.map((step) => ({ ...step, id: step.id as AgendaStepId }));

/** The clock as the rules want it, so that screens count by the very functions that the server uses. */
export function runStateOf({ run }: Pick<RunClockFragment, 'run'>): RunState | null {
  return (
    run && {
      ...run,
      startedAt: new Date(run.startedAt),
      since: new Date(run.since),
      stepId: run.stepId as AgendaStepId | null,
      steps: run.steps.map((step) => ({ ...step, stepId: step.stepId as AgendaStepId })),
      last: null,
    }
  );
}
