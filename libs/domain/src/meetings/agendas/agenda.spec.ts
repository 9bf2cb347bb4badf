import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import {
  agendaFor,
  agendaStepName,
  standardAgendas,
  type StandardAgenda,
  type PlannedStep,
} from './agenda.js';

const total = (steps: readonly PlannedStep[]): number => steps.reduce((sum, step) => sum + step.minutes, 0);
const keys = (steps: readonly PlannedStep[]): (string | null)[] => steps.map((step) => step.key);

it('lays out a monthly review for eight people in two hours, with a break', () => {
  const steps = agendaFor('monthly-review', { nth: 6, headCount: 8, durationMinutes: 120 });
  expect(steps.map((step) => [agendaStepName(step, 'ja'), step.minutes])).toEqual([
    ['はじめに・グループの約束', 5],
    ['よかったこと', 8],
    ['前回からのふりかえり', 10],
    ['近況', 35],
    ['休憩', 10],
    ['今月の相談者', 36],
    ['来月の目標', 10],
    ['おわりに', 5],
  ]);
});
it('is never longer than the meeting, and breaks from ninety minutes on', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<StandardAgenda | null>(null, ...standardAgendas),
      fc.integer({ min: 15, max: 720 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 20 }),
      (template, durationMinutes, headCount, nth) => {
        const steps = agendaFor(template, { nth, headCount, durationMinutes });
        expect(total(steps)).toBeLessThanOrEqual(durationMinutes);
        expect(steps.every((step) => Number.isInteger(step.minutes) && step.minutes >= 1)).toBe(true);
        const breaks = steps.filter((step) => step.key === 'break');
        expect(breaks.map((step) => step.minutes)).toEqual(
          durationMinutes >= 90 && template !== 'open' ? [10] : [],
        );
        expect(steps[0]?.key).not.toBe('break');
        expect(steps.at(-1)?.key).not.toBe('break');
        expect(
          steps.every((step) => agendaStepName(step, 'ja') !== '' && agendaStepName(step, 'en') !== ''),
        ).toBe(true);
      },
    ),
  );
});
describe('when no template was chosen', () => {
  it('begins with はじめての会', () =>
    expect(keys(agendaFor(null, { nth: 1, headCount: 6, durationMinutes: 120 }))).toContain('introductions'));
  it('has no hot seat before the third meeting', () => {
    expect(keys(agendaFor(null, { nth: 2, headCount: 6, durationMinutes: 120 }))).not.toContain('hot-seat');
    expect(keys(agendaFor(null, { nth: 3, headCount: 6, durationMinutes: 120 }))).toContain('hot-seat');
  });
});
test('目的を決めない会 has no agenda, only a date', () =>
  expect(agendaFor('open', { nth: 4, headCount: 6, durationMinutes: 120 })).toEqual([]));
test('a step that a facilitator named keeps that name in both languages', () =>
  expect(agendaStepName({ key: null, name: '工場見学' }, 'en')).toBe('工場見学'));
