import { publicId, type MeetingId } from '@yoriai/domain/kernel';
import fc from 'fast-check';
import type pg from 'pg';
import type { TestApp } from '../../platform/testing/start-app.js';
import {
  cancelMutation,
  circle,
  editMutation,
  plan,
  rescheduleMutation,
  rsvpMutation,
  scheduleMutation,
  type Circle,
} from './meetings.factory.js';

export const hour = 3_600_000;
export const day = 24 * hour;
/** Japan keeps one offset all year, so the model can count in milliseconds; changes of clocks have proofs of their own. */
const tokyo = 9 * hour;
export const localOf = (at: number): string => new Date(at + tokyo).toISOString().slice(0, 16);
const minutes = 120;
export const endOf = ({ startsAt }: Expected): number => startsAt + minutes * 60_000;
const leads = [
  ['7d', 7 * day],
  ['24h', day],
  ['1h', hour],
] as const;
const nudges = [
  ['rsvp', 5 * day],
  ['check-in', 3 * day],
] as const;
export const people = ['facilitator', 'member', 'quiet'] as const;
export type Person = (typeof people)[number];
export type Answer = 'YES' | 'NO' | 'ASYNC';

/** The clock of an evening: by step, what it has had so far. */
export interface Evening {
  readonly agenda: readonly string[];
  step: string | null;
  since: number;
  paused: boolean;
  pausedMs: number;
  looseMs: number;
  readonly steps: Map<string, { spentMs: number; extraMinutes: number; state: string }>;
  last: string;
  version: number;
}
export interface Note {
  readonly text: string;
  readonly visibility: string;
  readonly version: number;
}
/** What a member means to do, and all that was said of it so far. */
export interface Intention {
  readonly meetingId: string;
  readonly owner: Person;
  due: string;
  status: string;
  settledIn: string | null;
  said: { status: string; statusBefore: string; dueBefore: string; at: number } | null;
  version: number;
}

/** What the model holds of a meeting, in its users' words. */
export interface Expected {
  startsAt: number;
  /** The slot it fills in its series; moved singly when it starts at another time. */
  slot: number;
  series: Series;
  status: 'SCHEDULED' | 'OPEN' | 'CLOSED' | 'CANCELLED';
  place: string;
  version: number;
  sequence: number;
  timeSetAt: number;
  readonly answers: Map<Person, Answer>;
  readonly notes: Map<Person, Note>;
  /** Who is there, in one word; empty when that was taken back. */
  readonly there: Map<Person, string>;
  evening: Evening | null;
}
/** A run of slots, a week apart. */
interface Series {
  slots: number[];
  readonly alone: boolean;
}

/** What people should find, kept in memory by rules of its own: none of the product's code is asked. */
export class Model {
  readonly meetings = new Map<string, Expected>();
  readonly intentions = new Map<string, Intention>();
  readonly reminders = new Set<string>();
  readonly told = new Map<string, string>();
  now = 0;

  nth(n: number): [id: string, meeting: Expected] | null {
    return this.meetings.size === 0 ? null : [...this.meetings][n % this.meetings.size]!;
  }
  /** The one under way, for those who do not choose. */
  get open(): [id: string, meeting: Expected] | null {
    return [...this.meetings].find(([, { status }]) => status === 'OPEN') ?? null;
  }
  refuses(meeting: Expected): string | null {
    if (meeting.status === 'CANCELLED') return 'MEETING_CANCELLED';
    if (meeting.status === 'CLOSED' || this.now >= endOf(meeting)) return 'MEETING_OVER';
    return meeting.status === 'OPEN' ? 'MEETING_STARTED' : null;
  }
  /** What a stale wish would change: looked at, not done. */
  wouldChange = false;
  isTrying = false;
  change(meeting: Expected, to: Partial<Expected>): void {
    this.wouldChange = true;
    if (this.isTrying) return;
    Object.assign(meeting, to, { version: meeting.version + 1, sequence: meeting.sequence + 1 });
  }
  following({ series, slot }: Expected): Expected[] {
    return [...this.meetings.values()].filter((one) => one.series === series && one.slot >= slot);
  }
  /** What members are told while time passes without a query in between. */
  pass(to: number): void {
    for (const [id, meeting] of this.meetings) {
      if (meeting.status !== 'SCHEDULED') continue;
      const once = `${id.slice(4)}:${new Date(meeting.startsAt).toISOString()}`;
      for (const person of people) {
        const answer = meeting.answers.get(person);
        // The nearest reminder speaks for those before it.
        const lead = this.due(meeting, leads, to).at(-1);
        if (lead && lead.isNew && to < endOf(meeting) && answer !== 'NO')
          this.reminders.add(`${person} meeting.reminder.${lead.name} ${once}`);
        for (const { name, isNew } of this.due(meeting, nudges, to)) {
          const missing = name === 'rsvp' ? !answer : answer !== 'NO' && !meeting.notes.has(person);
          if (isNew && to < meeting.startsAt && missing)
            this.reminders.add(`${person} meeting.${name}-nudge ${once}`);
        }
      }
    }
    for (const [id, { owner, due, status }] of this.intentions) {
      const midnight = Date.parse(`${due}T00:00+09:00`);
      const at = midnight - 15 * hour;
      if ((status === 'OPEN' || status === 'CARRIED') && this.now < at && at <= to && to < midnight)
        this.reminders.add(`${owner} commitment.due ${id.slice(4)}:${due}`);
    }
    this.now = to;
  }
  private due<Name extends string>(
    { startsAt, timeSetAt }: Expected,
    alarms: readonly (readonly [name: Name, ahead: number])[],
    to: number,
  ): { name: Name; isNew: boolean }[] {
    return alarms
      .map(([name, ahead]) => ({ name, at: startsAt - ahead }))
      .filter(({ at }) => timeSetAt < at && at <= to)
      .map(({ name, at }) => ({ name, isNew: at > this.now }));
  }
}

/** The product, with a member at every end of it. */
export class Real {
  private constructor(
    readonly app: TestApp,
    readonly here: Circle,
    /** One line into the database, kept open: everything is looked up after every step. */
    private readonly postgres: pg.Client,
    private readonly versions: Map<string, number>,
  ) {}
  static async begin(app: TestApp, postgres: pg.Client, model: Model): Promise<Real> {
    const real = new Real(app, await circle(app), postgres, new Map());
    model.now = (await app.advance(0)).getTime();
    return real;
  }

  private async sql<Row>(text: string, params: unknown[]): Promise<Row[]> {
    return (await this.postgres.query(text, params)).rows as Row[];
  }

  /** `done`, or the code of the refusal. */
  async act(who: Person | 'office', query: string, variables: Record<string, unknown>): Promise<string> {
    return (await this.make(who, query, variables)).answer;
  }
  /** As well with the id of what was made, where the one field that was asked for has one. */
  async make(
    who: Person | 'office',
    query: string,
    variables: Record<string, unknown>,
  ): Promise<{ answer: string; id: string | null }> {
    const { data, errors } = await this.here.clients[who].query<Record<string, { id?: string }>>(
      query,
      variables,
    );
    const [made] = Object.values(data ?? {});
    return { answer: errors?.[0]?.extensions.code ?? 'done', id: made?.id ?? null };
  }
  /** When the clock of a meeting was last told something, and what its steps are. */
  async evening(id: string): Promise<{ since: number; agenda: string[] }> {
    const [row] = await this.sql<{ since: Date; agenda: { id: string }[] }>(
      'select r.since, m.agenda from meeting m left join meeting_run r on r.meeting_id = m.id where m.id = $1',
      [id.slice(4)],
    );
    return { since: row!.since?.getTime() ?? NaN, agenda: row!.agenda.map((step) => step.id) };
  }
  async meetingIds(): Promise<string[]> {
    const rows = await this.sql<{ id: MeetingId }>(
      'select id from meeting where group_id = $1 order by created_at, recurrence_id, id',
      [this.here.groupId],
    );
    return rows.map(({ id }) => publicId('Meeting', id));
  }

  /** Everything that both sides know, held against each other. */
  async agrees(model: Model): Promise<void> {
    const rows = await this.sql<{
      id: MeetingId;
      status: string;
      starts: Date;
      place: string;
      version: number;
      sequence: number;
      answers: Record<string, string> | null;
      notes: Record<string, string> | null;
      there: Record<string, string> | null;
      run: Record<string, unknown> | null;
      steps: { stepId: string }[] | null;
    }>(
      `select m.id, m.status, m.starts_at as starts, m.place, m.version, m.sequence,
              (select jsonb_object_agg(r.member_id, r.answer) from meeting_rsvp r where r.meeting_id = m.id) as answers,
              (select jsonb_object_agg(c.member_id, concat_ws(' ', c.note, c.visibility, c.version)) from check_in c
               where c.meeting_id = m.id) as notes,
              (select jsonb_object_agg(a.member_id, concat(a.presence, case when a.late then ' late' end)) from meeting_attendance a
               where a.meeting_id = m.id) as there,
              (select jsonb_build_object('step', r.step_id, 'since', floor(extract(epoch from r.since) * 1000)::bigint, 'paused', r.paused,
                 'pausedMs', r.paused_ms, 'looseMs', r.loose_ms, 'version', r.version) from meeting_run r where r.meeting_id = m.id) as run,
              (select r.steps from meeting_run r where r.meeting_id = m.id) as steps
       from meeting m where m.group_id = $1`,
      [this.here.groupId],
    );
    const names = new Map<string, string>(people.map((who) => [this.here.people[who].memberId, who]));
    const byName = (said: Record<string, string> | null): string[] =>
      Object.entries(said ?? {})
        .map(([member, word]) => `${names.get(member)} ${word}`)
        .sort();
    const found = Object.fromEntries(
      rows.map(({ id, status, starts, place, version, sequence, run, ...said }) => [
        publicId('Meeting', id),
        {
          status,
          startsAt: starts.toISOString(),
          place,
          version,
          sequence,
          answers: byName(said.answers),
          notes: byName(said.notes),
          there: byName(said.there),
          evening: run && { ...run, steps: inOrder(said.steps ?? []) },
        },
      ]),
    );
    const worded = <T>(said: Map<Person, T>, word: (one: T) => string): string[] =>
      [...said].map(([who, one]) => `${who} ${word(one)}`).sort();
    const wanted = Object.fromEntries(
      [...model.meetings].map(([id, { status, startsAt, place, version, sequence, ...said }]) => [
        id,
        {
          status,
          startsAt: new Date(startsAt).toISOString(),
          place,
          version,
          sequence,
          answers: worded(said.answers, (answer) => answer),
          notes: worded(said.notes, (note) => `${note.text} ${note.visibility} ${note.version}`),
          there: worded(said.there, (word) => word),
          evening: said.evening && shown(said.evening),
        },
      ]),
    );
    same('meetings', found, wanted);
    for (const [id, { sequence }] of Object.entries(found)) {
      if (sequence < (this.versions.get(id) ?? 0)) throw new Error(`SEQUENCE of ${id} went back`);
      this.versions.set(id, sequence);
    }
    if (rows.filter(({ status }) => status === 'OPEN').length > 1) throw new Error('two meetings are open');
    await this.meanTheSame(model, names);
  }

  private async meanTheSame(model: Model, names: ReadonlyMap<string, string>): Promise<void> {
    const rows = await this.sql<Record<'id' | 'meeting' | 'owner' | 'due' | 'status' | 'within', string>>(
      `select id, meeting_id as meeting, owner_id as owner, due_on as due, concat(status, ' ', version) as status, settled_in as within
       from commitment where group_id = $1 order by id`,
      [this.here.groupId],
    );
    same(
      'commitments',
      rows.map(({ id, meeting, owner, ...rest }) => ({ id, meeting, owner: names.get(owner), ...rest })),
      [...model.intentions]
        .map(([id, { meetingId, owner, due, status, version, settledIn }]) => ({
          id: id.slice(4),
          meeting: meetingId.slice(4),
          owner,
          due,
          status: `${status} ${version}`,
          within: settledIn?.slice(4) ?? null,
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  }

  /** Once per person and time: the rows on screen and the mails behind them. */
  async reminded(model: Model): Promise<void> {
    const memberIds = people.map((who) => this.here.people[who].memberId);
    const rows = await this.sql<{ member: string; kind: string; once: string; mails: number }>(
      `select n.member_id as member, n.kind, n.once_key as once,
              (select count(*) from mail_message m where m.notification_id = n.id)::int as mails
       from notification n where n.member_id = any ($1::uuid[]) and n.kind ~ '^(meeting[.]reminder|commitment[.]due|meeting[.].*nudge)'`,
      [memberIds],
    );
    const found = rows.map(({ member, kind, once, mails }) => {
      const who = people.find((one) => this.here.people[one].memberId === member);
      if (mails !== 1) throw new Error(`${mails} mails for ${kind} ${once}`);
      return `${who} ${kind} ${once}`;
    });
    same('reminders', found.sort(), [...model.reminders].sort());
    const [alarms] = await this.sql<{ n: number }>(
      `select count(*)::int as n from timer t join meeting m on m.tenant_id = t.tenant_id and m.id::text = t.key
       where m.group_id = $1 and m.status = 'CANCELLED' and t.name like 'meeting.reminder.%' and t.state = 'DUE'`,
      [this.here.groupId],
    );
    if (alarms!.n > 0) throw new Error(`${alarms!.n} alarms of meetings that are off`);
  }
}

const inOrder = <Step extends { stepId: string }>(steps: readonly Step[]): Step[] =>
  [...steps].sort((a, b) => (a.stepId < b.stepId ? -1 : 1));
const shown = ({ step, since, paused, pausedMs, looseMs, steps, version }: Evening): unknown => ({
  step,
  since,
  paused,
  pausedMs,
  looseMs,
  version,
  steps: inOrder([...steps].map(([stepId, had]) => ({ stepId, ...had }))),
});

function same(what: string, found: unknown, wanted: unknown): void {
  const [is, should] = [JSON.stringify(found, sorted, 1), JSON.stringify(wanted, sorted, 1)];
  if (is !== should) throw new Error(`The ${what} differ.\nThe product: ${is}\nThe model: ${should}`);
}
const sorted = (_: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

export type Step = fc.AsyncCommand<Model, Real>;
/** One act of a member; the model predicts the answer. */
export abstract class Act implements Step {
  check = (): boolean => true;
  abstract readonly words: string;
  abstract run(model: Model, real: Real): Promise<void>;
  toString(): string {
    return this.words;
  }
  protected async expect(model: Model, real: Real, answer: Promise<string>, wanted: string): Promise<void> {
    const given = await answer;
    if (given !== wanted) throw new Error(`${this.words}: the product says ${given}, the model ${wanted}`);
    await real.agrees(model);
  }
}
type By = 'facilitator' | 'office';

export class Schedule extends Act {
  constructor(
    private readonly inHours: number,
    private readonly count: number,
  ) {
    super();
  }
  get words() {
    return `schedule(${this.count}, in ${this.inHours} h)`;
  }
  async run(model: Model, real: Real): Promise<void> {
    const first = Math.floor((model.now + this.inHours * hour) / 60_000) * 60_000;
    const slots = Array.from({ length: this.count }, (_, i) => first + i * 7 * day);
    const series: Series = { slots, alone: this.count === 1 };
    const input = plan(real.here.groupId, localOf(first), {
      rule: series.alone ? null : `FREQ=WEEKLY;COUNT=${this.count}`,
      durationMinutes: minutes,
    });
    const answer = await real.act('facilitator', scheduleMutation, { input });
    const made = (await real.meetingIds()).filter((id) => !model.meetings.has(id));
    slots.forEach((slot, i) => {
      if (made[i])
        model.meetings.set(made[i], {
          startsAt: slot,
          slot,
          series,
          status: 'SCHEDULED',
          place: '産業振興センター',
          version: 1,
          sequence: 0,
          timeSetAt: model.now,
          answers: new Map(),
          notes: new Map(),
          there: new Map(),
          evening: null,
        });
    });
    await this.expect(model, real, Promise.resolve(answer), 'done');
  }
}

/** What changes a meeting that a member has on screen, fresh or stale. */
abstract class Change extends Act {
  constructor(
    protected readonly which: number,
    protected readonly by: By,
    protected readonly stale: boolean,
  ) {
    super();
  }
  protected get on(): string {
    return `${this.which} by ${this.by}${this.stale ? ', stale' : ''}`;
  }
  protected abstract send(real: Real, id: string, meeting: Expected, version: number): Promise<string>;
  /** Applies the change to the model, or says why it is refused. */
  protected abstract decide(model: Model, meeting: Expected): string;
  async run(model: Model, real: Real): Promise<void> {
    const chosen = model.nth(this.which);
    if (!chosen) return;
    const [id, meeting] = chosen;
    const version = meeting.version - (this.stale ? 1 : 0);
    const answer = this.send(real, id, { ...meeting }, version);
    const wanted = this.stale ? this.whenStale(model, meeting) : this.decide(model, meeting);
    await this.expect(model, real, answer, wanted);
  }
  /** An edit whose result stands already is done, whatever version was on screen. */
  private whenStale(model: Model, meeting: Expected): string {
    Object.assign(model, { isTrying: true, wouldChange: false });
    const verdict = this.decide(model, meeting);
    model.isTrying = false;
    return verdict === 'done' && !model.wouldChange ? 'done' : 'CONFLICT';
  }
}

class Move extends Change {
  constructor(
    which: number,
    by: By,
    stale: boolean,
    private readonly hours: number,
    private readonly rest: boolean,
  ) {
    super(which, by, stale);
  }
  get words() {
    return `move${this.rest ? 'Rest' : ''}(${this.on}, ${this.hours} h)`;
  }
  protected send(real: Real, id: string, { startsAt }: Expected, expectedVersion: number): Promise<string> {
    const startsAtLocal = localOf(startsAt + this.hours * hour);
    const input = { meetingId: id, startsAtLocal, andFollowing: this.rest, expectedVersion };
    return real.act(this.by, rescheduleMutation, { input });
  }
  protected decide(model: Model, meeting: Expected): string {
    const refused = model.refuses(meeting);
    if (refused) return refused;
    const to = meeting.startsAt + this.hours * hour;
    if (to <= model.now) return 'BAD_USER_INPUT';
    if (this.rest && !meeting.series.alone) this.moveRest(model, meeting, to);
    else if (this.hours !== 0) model.change(meeting, { startsAt: to, timeSetAt: model.now });
    return 'done';
  }
  private moveRest(model: Model, meeting: Expected, to: number): void {
    const old = meeting.series;
    const following = model.following(meeting);
    const last = Math.max(...following.map(({ slot }) => slot));
    const from = old.slots.filter((slot) => slot >= meeting.slot && slot <= last);
    const series: Series = { slots: from.map((_, i) => to + i * 7 * day), alone: false };
    const moves = following
      .filter((one) => one === meeting || !model.refuses(one))
      .map((one) => {
        const slot = series.slots[from.indexOf(one.slot)]!;
        const movedSingly = one !== meeting && one.startsAt !== one.slot;
        const time = movedSingly ? {} : { startsAt: slot, timeSetAt: model.now };
        return { one, to: { ...time, slot, series } };
      });
    if (moves.every(({ one, to: { startsAt = one.startsAt } }) => startsAt === one.startsAt)) return;
    for (const { one, to } of moves) model.change(one, to);
    if (!model.isTrying) old.slots = old.slots.filter((slot) => slot < from[0]!);
  }
}

class Edit extends Change {
  constructor(
    which: number,
    by: By,
    stale: boolean,
    private readonly place: string,
  ) {
    super(which, by, stale);
  }
  get words() {
    return `edit(${this.on}, ${this.place})`;
  }
  protected send(real: Real, id: string, _: Expected, expectedVersion: number): Promise<string> {
    return real.act(this.by, editMutation, { input: { meetingId: id, place: this.place, expectedVersion } });
  }
  protected decide(model: Model, meeting: Expected): string {
    const refused = model.refuses(meeting);
    if (refused && refused !== 'MEETING_STARTED') return refused;
    if (meeting.place !== this.place) model.change(meeting, { place: this.place });
    return 'done';
  }
}

class Cancel extends Change {
  constructor(
    which: number,
    by: By,
    stale: boolean,
    private readonly rest: boolean,
  ) {
    super(which, by, stale);
  }
  get words() {
    return `cancel${this.rest ? 'Rest' : ''}(${this.on})`;
  }
  protected send(real: Real, id: string, _: Expected, version: number): Promise<string> {
    return real.act(this.by, cancelMutation, { id, rest: this.rest, version });
  }
  protected decide(model: Model, meeting: Expected): string {
    if (meeting.status === 'CANCELLED') {
      const goesOn = model.following(meeting).some((one) => one.slot > meeting.slot && !model.refuses(one));
      return this.rest && goesOn ? 'MEETING_CANCELLED' : 'done';
    }
    const refused = model.refuses(meeting);
    if (refused) return refused;
    const off = this.rest ? model.following(meeting) : [meeting];
    for (const one of off)
      if (one === meeting || !model.refuses(one)) model.change(one, { status: 'CANCELLED' });
    if (this.rest && !model.isTrying)
      meeting.series.slots = meeting.series.slots.filter((slot) => slot < meeting.slot);
    return 'done';
  }
}

class Rsvp extends Act {
  constructor(
    private readonly which: number,
    private readonly who: Person,
    private readonly answer: Answer,
  ) {
    super();
  }
  get words() {
    return `rsvp(${this.which}, ${this.who}, ${this.answer})`;
  }
  async run(model: Model, real: Real): Promise<void> {
    const chosen = model.nth(this.which);
    if (!chosen) return;
    const [id, meeting] = chosen;
    const refused = model.refuses(meeting);
    const wanted = refused === 'MEETING_STARTED' ? null : refused;
    if (!wanted) meeting.answers.set(this.who, this.answer);
    const answer = real.act(this.who, rsvpMutation, { id, rsvp: this.answer });
    await this.expect(model, real, answer, wanted ?? 'done');
  }
}

export class PassTime extends Act {
  constructor(private readonly hours: number) {
    super();
  }
  get words() {
    return `pass(${this.hours} h)`;
  }
  async run(model: Model, real: Real): Promise<void> {
    await real.app.drain();
    const now = await real.app.advance(this.hours * 3_600);
    // Twice and at once, as two workers would.
    await Promise.all([real.app.drain(), real.app.drain()]);
    model.pass(now.getTime());
    await real.agrees(model);
    await real.reminded(model);
  }
}

export const which = fc.nat(11);
const by = fc.constantFrom<By>('facilitator', 'office');
export const stale = fc.oneof(
  { weight: 4, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);
const shift = fc.oneof(fc.integer({ min: -96, max: 96 }), fc.constantFrom(0, 24, -24, 168));

/** What is done on the way to a meeting. */
export const planning: fc.Arbitrary<Step>[] = [
  fc
    .tuple(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 1, max: 5 }))
    .map(([inHours, count]) => new Schedule(inHours, count)),
  fc
    .tuple(which, by, stale, shift, fc.boolean())
    .map(([nth, who, old, hours, rest]) => new Move(nth, who, old, hours, rest)),
  fc
    .tuple(which, by, stale, fc.constantFrom('別館', '本館', '駅前'))
    .map(([nth, who, old, place]) => new Edit(nth, who, old, place)),
  fc.tuple(which, by, stale, fc.boolean()).map(([nth, who, old, rest]) => new Cancel(nth, who, old, rest)),
  fc
    .tuple(which, fc.constantFrom(...people), fc.constantFrom<Answer>('YES', 'NO', 'ASYNC'))
    .map(([nth, who, answer]) => new Rsvp(nth, who, answer)),
  fc.integer({ min: 1, max: 200 }).map((hours) => new PassTime(hours)),
];
