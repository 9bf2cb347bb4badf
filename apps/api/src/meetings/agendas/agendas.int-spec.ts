import { describe, it, expect, test, beforeAll, afterAll, beforeEach } from '@jest/globals';
import {
  schedule,
  plan,
  eveningIn,
  scheduleMutation,
  circle,
  type Circle,
} from '../meeting/meetings.factory.js';
import { publicId } from '@yoriai/domain/kernel';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';

let app: TestApp;
let here: Circle;
let facilitator: TestClient,
  member: TestClient,
  office: TestClient,
  neighbour: TestClient,
  stranger: TestClient;

/** A day so many days from now. */
beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app?.stop());

beforeEach(async () => {
  here = await circle(app);
  ({ facilitator, member, office, neighbour, stranger } = here.clients);
});

describe('the agenda', () => {
  interface SeenStep {
    readonly id: string;
    readonly key: string | null;
    readonly name: string;
    readonly minutes: number;
    readonly speakerRule: string;
    readonly allowed: readonly string[];
  }
  const meetingFields = `id version durationMinutes agenda { id key name minutes speakerRule allowed }`;
  const editMutation = `mutation ($input: EditAgendaInput!) { editAgenda(input: $input) { ${meetingFields} } }`;
  const templateFields = `id name version steps { key name minutes perPerson speakerRule allowed }`;
  const createMutation = `mutation ($input: CreateAgendaTemplateInput!) { createAgendaTemplate(input: $input) { ${templateFields} } }`;
  const changeMutation = `mutation ($input: EditAgendaTemplateInput!) { editAgendaTemplate(input: $input) { ${templateFields} } }`;
  const removeMutation = `mutation ($id: ID!) { removeAgendaTemplate(templateId: $id) { id agendaTemplates { id } } }`;

  const one = async (changes: object = {}) => {
    const { meetings } = await schedule(
      facilitator,
      plan(here.groupId, await eveningIn(app, 20), changes as Record<string, unknown>),
    );
    const { node } = await facilitator.ask<{
      node: { id: string; version: number; agenda: readonly SeenStep[] };
    }>(`query ($id: ID!) { node(id: $id) { ... on Meeting { ${meetingFields} } } }`, { id: meetings[0]!.id });
    return node;
  };
  const edit = (meeting: { id: string; version: number }, steps: readonly object[]): { input: object } => ({
    input: { meetingId: meeting.id, expectedVersion: meeting.version, steps },
  });
  const own = (changes: object = {}) => ({
    input: {
      groupId: publicId('Group', here.groupId),
      name: 'いつもの会',
      steps: [
        { name: '見学', minutes: 30, allowed: ['QUESTIONS'] },
        { key: 'updates', minutes: 5, perPerson: true, speakerRule: 'ALL' },
      ],
      ...changes,
    },
  });
  const create = async (changes: object = {}) =>
    (
      await facilitator.ask<{ createAgendaTemplate: { id: string; version: number; steps: SeenStep[] } }>(
        createMutation,
        own(changes),
      )
    ).createAgendaTemplate;

  it('of one meeting is reordered, renamed, added to; steps that stay keep their ids', async () => {
    const meeting = await one();
    const [first, second] = meeting.agenda;
    const steps = [second, first, { name: '工場見学', minutes: 10, allowed: ['QUESTIONS'] }];
    const { editAgenda } = await facilitator.ask<{ editAgenda: { agenda: SeenStep[]; version: number } }>(
      editMutation,
      edit(meeting, steps as object[]),
    );
    expect(editAgenda.agenda.map(({ id }) => id).slice(0, 2)).toEqual([second!.id, first!.id]);
    expect(editAgenda.agenda[2]).toMatchObject({ key: null, name: '工場見学', allowed: ['QUESTIONS'] });
    expect(editAgenda.version).toBe(meeting.version + 1);
    expect(await facilitator.refusal(editMutation, edit(meeting, []))).toBe('CONFLICT');
  });

  it('says how much too long it is', async () => {
    const { errors } = await facilitator.query(
      editMutation,
      edit(await one(), [{ name: '長い話', minutes: 121 }]),
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'AGENDA_TOO_LONG',
      params: { minutes: 121, limit: 120 },
    });
  });

  it('of the group’s own is kept under its name and fitted to each meeting made with it', async () => {
    const template = await create();
    expect(template.steps.map(({ name, minutes }) => [name, minutes])).toEqual([
      ['見学', 30],
      ['近況', 5],
    ]);
    const meeting = await one({ agendaTemplate: template.id });
    expect(meeting.agenda.map(({ name, minutes }) => [name, minutes])).toEqual([
      ['見学', 30],
      ['休憩', 10],
      ['近況', 15],
    ]);
    const short = await one({ agendaTemplate: template.id, durationMinutes: 30 });
    expect(short.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(30);
    const { editAgendaTemplate } = await facilitator.ask<{ editAgendaTemplate: { version: number } }>(
      changeMutation,
      {
        input: {
          templateId: template.id,
          name: '別の名前',
          steps: [{ name: '話', minutes: 5 }],
          expectedVersion: template.version,
        },
      },
    );
    expect(editAgendaTemplate.version).toBe(2);
    expect(
      await facilitator.refusal(changeMutation, {
        input: {
          templateId: template.id,
          name: 'x',
          steps: [{ name: '話', minutes: 5 }],
          expectedVersion: 1,
        },
      }),
    ).toBe('CONFLICT');
    await facilitator.ask(removeMutation, { id: template.id });
    expect(await facilitator.refusal(removeMutation, { id: template.id })).toBe('NOT_FOUND');
    expect(
      await facilitator.refusal(scheduleMutation, {
        input: plan(here.groupId, await eveningIn(app, 9), { agendaTemplate: template.id }),
      }),
    ).toBe('BAD_USER_INPUT');
  });
  it('is made once by two taps', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => create({ idempotencyKey: 'k' })));
    expect(a!.id).toBe(b!.id);
  });

  test.each<[string, readonly object[], string]>([
    ['a name of 10,000 characters', [{ name: 'あ'.repeat(10_000), minutes: 5 }], 'BAD_USER_INPUT'],
    ['a NUL', [{ name: 'a\u0000', minutes: 5 }], 'BAD_USER_INPUT'],
    ['no minutes', [{ name: 'x', minutes: 0 }], 'BAD_USER_INPUT'],
    ['an unknown step', [{ key: '__proto__', minutes: 5 }], 'BAD_USER_INPUT'],
    [
      'a forged step',
      [{ id: 'stp_00000000-0000-7000-8000-000000000000', name: 'x', minutes: 5 }],
      'NOT_FOUND',
    ],
  ])('with %s is turned down and changes nothing', async (_, steps, code) => {
    const meeting = await one();
    expect(await facilitator.refusal(editMutation, edit(meeting, steps))).toBe(code);
    const { node } = await member.ask<{ node: { version: number } }>(
      `query ($id: ID!) { node(id: $id) { ... on Meeting { version } } }`,
      { id: meeting.id },
    );
    expect(node.version).toBe(meeting.version);
  });

  it('belongs to the group: members look, others know of nothing', async () => {
    const [meeting, template] = [await one(), await create()];
    const change = { input: { templateId: template.id, name: 'x', steps: [{ name: '話', minutes: 5 }] } };
    expect(await member.refusal(editMutation, edit(meeting, []))).toBe('FORBIDDEN');
    expect(await member.refusal(createMutation, own())).toBe('FORBIDDEN');
    expect(await member.refusal(changeMutation, change)).toBe('FORBIDDEN');
    for (const outsider of [neighbour, stranger]) {
      expect(await outsider.refusal(editMutation, edit(meeting, []))).toBe('NOT_FOUND');
      expect(await outsider.refusal(createMutation, own())).toBe('NOT_FOUND');
      expect(await outsider.refusal(changeMutation, change)).toBe('NOT_FOUND');
      expect(await outsider.refusal(removeMutation, { id: template.id })).toBe('NOT_FOUND');
    }
    // Another group of the same office does not borrow it either.
    const elsewhere = await app.group(here.tenant, [here.people.neighbour], '隣の会');
    expect(
      await office.refusal(scheduleMutation, {
        input: plan(elsewhere, await eveningIn(app, 9), { agendaTemplate: template.id }),
      }),
    ).toBe('NOT_FOUND');
  });
});
