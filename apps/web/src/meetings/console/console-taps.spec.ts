import { describe, expect, it } from '@jest/globals';
import type { AgendaStepId, RunState } from '@yoriai/domain/meetings';
import { foreseenAttendees, foreseenRun, foreseenSpeech, spokenBy, type Tap } from './console-taps.js';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 21, 10, minute)).toISOString();
const steps = ['stp_1', 'stp_2', 'stp_3'].map((id) => ({
  id: id as AgendaStepId,
  name: id,
  minutes: 5,
  prompt: null,
}));
const run: RunState = {
  startedAt: new Date(at(0)),
  stepId: steps[0]!.id,
  since: new Date(at(0)),
  paused: false,
  pausedMs: 0,
  looseMs: 0,
  steps: [],
  last: null,
  version: 4,
};
const clock = (
  act: 'NEXT' | 'PAUSE' | 'RESUME' | 'EXTEND',
  minute: number,
  expectedVersion: number,
): Tap => ({
  kind: 'run',
  key: `${act}${minute}`,
  at: at(minute),
  act,
  stepId: null,
  expectedVersion,
  minutes: act === 'EXTEND' ? 5 : null,
});
const speak = (memberId: string | null, minute: number): Tap => ({
  kind: 'speak',
  key: `${minute}`,
  at: at(minute),
  memberId,
});

describe('what was tapped and has not arrived yet', () => {
  it('shows on the clock at once, each tap on top of the one before', () => {
    const seen = foreseenRun(run, steps, [clock('NEXT', 2, 4), clock('EXTEND', 3, 5), clock('NEXT', 4, 6)]);
    expect(seen).toMatchObject({ stepId: 'stp_3', version: 7 });
    expect(seen.steps.find(({ stepId }) => stepId === 'stp_1')?.spentMs).toBe(120_000);
  });
  it('is not counted a second time once it has arrived', () =>
    expect(
      foreseenRun({ ...run, stepId: steps[1]!.id, version: 5 }, steps, [clock('NEXT', 2, 4)]).stepId,
    ).toBe('stp_2'));
  it('the last tap on a person counts', () => {
    const hanako = { member: { id: 'mem_1' }, presence: null, late: false };
    const taps: Tap[] = [
      { kind: 'attend', key: 'a', at: at(0), memberId: 'mem_1', presence: 'PRESENT', late: false },
      { kind: 'attend', key: 'b', at: at(1), memberId: 'mem_1', presence: 'ONLINE', late: true },
    ];
    expect(foreseenAttendees([hanako], taps)).toEqual([{ ...hanako, presence: 'ONLINE', late: true }]);
  });
  it('one speaks at a time; the next step and a pause end it', () => {
    const before = [{ member: { id: 'mem_1' }, spentMs: 1_000, speakingSince: at(0) }];
    const speeches = foreseenSpeech(before, [speak('mem_2', 2), clock('NEXT', 5, 4)]);
    expect(spokenBy(speeches.get('mem_1')!, new Date(at(30)))).toBe(121_000);
    expect(spokenBy(speeches.get('mem_2')!, new Date(at(30)))).toBe(180_000);
  });
});
