import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { editAgenda } from '../meeting/edit-agenda.js';
import { after, code, groupId, oneMeeting, today, value } from '../meeting/meetings.factory.js';
import { rescheduleMeeting } from '../meeting/reschedule-meeting.js';
import {
  agendaLimits,
  createAgendaTemplate,
  editAgendaTemplate,
  fittedAgenda,
  refitted,
  type AgendaTemplateId,
  type AgendaTemplateStep,
  type StepDraft,
} from './agenda-template.js';
import { standardAgendas, standardAgendaSteps, type AgendaStepId, type Allowed } from './agenda.js';

const total = (steps: readonly { readonly minutes: number }[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);
const step = (changes: Partial<StepDraft> = {}): StepDraft => ({
  name: '工場見学',
  minutes: 20,
  speakerRule: 'ALL',
  allowed: ['QUESTIONS'],
  ...changes,
});
const newId = () => 'new' as AgendaStepId;
const edited = (drafts: Parameters<typeof editAgenda>[1], meeting = oneMeeting()) =>
  editAgenda(meeting, drafts, newId, today);

describe('the agenda of one meeting', () => {
  const meeting = oneMeeting();
  it('can be put in another order, and its steps keep their ids', () => {
    const { next } = value(edited([...meeting.agenda].reverse(), meeting));
    expect(next.agenda).toEqual([...meeting.agenda].reverse());
    expect(next.sequence).toBe(meeting.sequence);
  });
  it('takes steps of one’s own', () =>
    expect(value(edited([meeting.agenda[0]!, step()], meeting)).next.agenda[1]).toEqual({
      id: 'new',
      key: null,
      name: '工場見学',
      minutes: 20,
      speakerRule: 'ALL',
      allowed: ['QUESTIONS'],
    }));
  it('keeps the words of a template’s step in both languages, until a member renames it', () => {
    const named = (name: string) => value(edited([step({ key: 'break', name })])).next.agenda[0];
    expect(named('休憩')).toMatchObject({ key: 'break', name: null });
    expect(named('Break')).toMatchObject({ key: 'break', name: null });
    expect(named('お茶の時間')).toMatchObject({ key: 'break', name: 'お茶の時間' });
  });
  it('may be empty: 目的を決めない会', () => expect(value(edited([])).next.agenda).toEqual([]));
  it('is refused when it lasts longer than the meeting', () =>
    expect(edited([step({ minutes: 100 }), step({ minutes: 21 })])).toEqual({
      ok: false,
      error: { code: 'AGENDA_TOO_LONG', minutes: 121, limit: 120 },
    }));

  test.each<[string, Parameters<typeof editAgenda>[1], string]>([
    ['a step without a name', [step({ name: ' ' })], 'name'],
    ['a name of 81 characters', [step({ name: 'あ'.repeat(81) })], 'name'],
    ['no minutes', [step({ minutes: 0 })], 'minutes'],
    ['half a minute', [step({ minutes: 0.5 })], 'minutes'],
    ['a step of a template that is none', [step({ key: 'toString' })], 'steps'],
    ['a step twice', [meeting.agenda[0]!, meeting.agenda[0]!], 'steps'],
    ['31 steps', Array.from({ length: 31 }, () => step({ minutes: 1 })), 'steps'],
  ])('is refused with %s', (_, drafts, field) =>
    expect(edited(drafts, meeting)).toMatchObject({ error: { code: 'BAD_USER_INPUT', field } }),
  );

  it('knows no steps of another meeting', () =>
    expect(code(edited([{ ...step(), id: 'elsewhere' as AgendaStepId }]))).toBe('NOT_FOUND'));

  test.each([
    ['MEETING_CANCELLED', oneMeeting({ status: 'CANCELLED' }), today],
    ['MEETING_STARTED', oneMeeting({ status: 'OPEN' }), today],
    ['MEETING_OVER', oneMeeting(), after],
  ])('no longer changes: %s', (expected, over, now) =>
    expect(code(editAgenda(over, [], newId, now))).toBe(expected),
  );
});

describe('an agenda of the group’s own', () => {
  const plan = { name: 'いつもの会', steps: [{ ...step(), perPerson: false }] };
  const id = 'template' as AgendaTemplateId;
  it('has a name, steps and a version', () =>
    expect(value(createAgendaTemplate(groupId, plan, 0, id))).toMatchObject({
      name: 'いつもの会',
      version: 1,
    }));
  it('comes in twenty at the most', () =>
    expect(createAgendaTemplate(groupId, plan, agendaLimits.templates, id)).toMatchObject({
      error: { field: 'name', rule: 'TOO_MANY' },
    }));
  it('is refused without a step or a name', () => {
    expect(code(createAgendaTemplate(groupId, { ...plan, steps: [] }, 0, id))).toBe('BAD_USER_INPUT');
    expect(code(createAgendaTemplate(groupId, { ...plan, name: '' }, 0, id))).toBe('BAD_USER_INPUT');
  });
  it('is not overwritten from an older copy', () => {
    const agenda = value(createAgendaTemplate(groupId, plan, 0, id));
    expect(code(editAgendaTemplate(agenda, { ...plan, name: '別の名前' }, 3))).toBe('CONFLICT');
    expect(value(editAgendaTemplate(agenda, plan, 3))).toBe(agenda);
    expect(value(editAgendaTemplate(agenda, { ...plan, name: '新しい名前' }, 1)).name).toBe('新しい名前');
  });
  it('can begin with any template', () => {
    for (const template of standardAgendas.filter((one) => one !== 'open'))
      expect(
        code(createAgendaTemplate(groupId, { name: 'x', steps: standardAgendaSteps(template) }, 0, id)),
      ).toBe('OK');
  });
});

const ownStep = fc.record({
  key: fc.constantFrom(null, 'break', 'updates'),
  name: fc.constant('x'),
  minutes: fc.integer({ min: 1, max: 720 }),
  speakerRule: fc.constant('ALL' as const),
  allowed: fc.constant([] as Allowed[]),
  perPerson: fc.boolean(),
});
const size = {
  headCount: fc.integer({ min: 0, max: 60 }),
  durationMinutes: fc.integer({ min: 15, max: 720 }),
};

describe('fitted to a meeting', () => {
  const own: readonly AgendaTemplateStep[] = [
    { key: null, name: '見学', minutes: 30, speakerRule: 'ALL', allowed: [], perPerson: false },
    { key: null, name: '感想', minutes: 5, speakerRule: 'ALL', allowed: [], perPerson: true },
  ];
  const named = (headCount: number, durationMinutes: number) =>
    value(fittedAgenda(own, { headCount, durationMinutes })).map(
      ({ key, name, minutes }) => [name ?? key, minutes] as const,
    );
  it('gives each person their minutes, and all of them a break', () =>
    expect(named(8, 120)).toEqual([
      ['見学', 30],
      ['break', 10],
      ['感想', 40],
    ]));
  it('shrinks all alike in a short meeting', () =>
    expect(named(8, 35)).toEqual([
      ['見学', 15],
      ['感想', 20],
    ]));

  it('is never longer than the meeting, loses no step and breaks once from ninety minutes on', () => {
    fc.assert(
      fc.property(fc.array(ownStep, { minLength: 1, maxLength: 30 }), fc.record(size), (steps, meeting) => {
        const fitted = fittedAgenda(steps, meeting);
        if (!fitted.ok) return expect(steps.length).toBeGreaterThan(meeting.durationMinutes - 10);
        const breaks = (list: readonly { readonly key: string | null }[]): number =>
          list.filter(({ key }) => key === 'break').length;
        expect(total(fitted.value)).toBeLessThanOrEqual(meeting.durationMinutes);
        expect(fitted.value.every(({ minutes }) => Number.isInteger(minutes) && minutes >= 1)).toBe(true);
        const added = meeting.durationMinutes >= 90 && steps.length > 1 && breaks(steps) === 0 ? 1 : 0;
        expect(fitted.value).toHaveLength(steps.length + added);
        expect(breaks(fitted.value)).toBe(breaks(steps) + added);
      }),
    );
  });
});

describe('a meeting that is made shorter', () => {
  it('shrinks its agenda with it', () => {
    const meeting = oneMeeting();
    const { next } = value(
      rescheduleMeeting(meeting, { startsAtLocal: meeting.startsAtLocal, durationMinutes: 60 }, today),
    );
    expect(total(next.agenda)).toBeLessThanOrEqual(60);
    expect(next.agenda.map(({ id }) => id)).toEqual(meeting.agenda.map(({ id }) => id));
  });
  it('never has more agenda than time', () => {
    const steps = fc.array(
      fc.integer({ min: 1, max: 200 }).map((minutes) => ({ ...oneMeeting().agenda[0]!, minutes })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, size.durationMinutes, (agenda, duration) => {
        const fitted = refitted(agenda, duration);
        expect(total(fitted)).toBeLessThanOrEqual(duration);
        if (total(agenda) <= duration) expect(fitted).toBe(agenda);
      }),
    );
  });
});
