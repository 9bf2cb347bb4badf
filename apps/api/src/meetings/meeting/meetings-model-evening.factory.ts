import { publicId } from '@yoriai/domain/kernel';
import fc from 'fast-check';
import {
  Act,
  day,
  endOf,
  hour,
  localOf,
  people,
  stale,
  which,
  type Evening,
  type Expected,
  type Intention,
  type Model,
  type Person,
  type Real,
  type Step,
} from './meetings-model.factory.js';

type Chosen = [id: string, meeting: Expected];
/** A member with a phone in the evening looks at the meeting that is open, most of the time. */
const choose = (model: Model, n: number): Chosen | null => (n % 3 > 0 && model.open) || model.nth(n);

/** A member's note for a meeting, fresh or from a screen that has not heard of the last one. */
class CheckIn extends Act {
  constructor(
    private readonly which: number,
    private readonly who: Person,
    private readonly text: string,
    private readonly visibility: string | null,
    private readonly stale: boolean,
  ) {
    super();
  }
  get words() {
    return `checkIn(${this.which}, ${this.who}, ${this.text}, ${this.visibility}${this.stale ? ', stale' : ''})`;
  }
  async run(model: Model, real: Real): Promise<void> {
    const chosen = model.nth(this.which);
    if (!chosen) return;
    const [meetingId, meeting] = chosen;
    const before = meeting.notes.get(this.who);
    const version = before?.version ?? 0;
    const isSame = before?.text === this.text && before.visibility === (this.visibility ?? before.visibility);
    const wanted =
      meeting.status === 'CANCELLED'
        ? 'MEETING_CANCELLED'
        : model.now >= endOf(meeting) + 7 * day
          ? 'PREPARATION_OVER'
          : isSame
            ? 'done'
            : this.stale
              ? 'CONFLICT'
              : 'done';
    if (wanted === 'done' && !isSame)
      meeting.notes.set(this.who, {
        text: this.text,
        visibility: this.visibility ?? before?.visibility ?? 'GROUP',
        version: version + 1,
      });
    const seen = this.stale ? (version === 0 ? 1 : version - 1) : version;
    const answer = real.act(
      this.who,
      `mutation ($input: SubmitCheckInInput!) { submitCheckIn(input: $input) { id } }`,
      { input: { meetingId, note: this.text, visibility: this.visibility, expectedVersion: seen } },
    );
    await this.expect(model, real, answer, wanted);
  }
}

export class Start extends Act {
  constructor(private readonly which: number) {
    super();
  }
  get words() {
    return `start(${this.which})`;
  }
  async run(model: Model, real: Real): Promise<void> {
    const chosen = model.nth(this.which);
    if (!chosen) return;
    const [id, meeting] = chosen;
    const wanted =
      meeting.status === 'CANCELLED'
        ? 'MEETING_CANCELLED'
        : meeting.status === 'CLOSED'
          ? 'MEETING_OVER'
          : model.open && model.open[1] !== meeting
            ? 'ANOTHER_MEETING_OPEN'
            : 'done';
    const answer = await real.act(
      'facilitator',
      `mutation ($id: ID!) { startMeeting(meetingId: $id) { id } }`,
      { id },
    );
    if (wanted === 'done' && meeting.status === 'SCHEDULED') {
      meeting.status = 'OPEN';
      meeting.version += 1;
      const { since, agenda } = await real.evening(id);
      meeting.evening = {
        agenda,
        step: agenda[0] ?? null,
        since,
        paused: false,
        pausedMs: 0,
        looseMs: 0,
        steps: new Map(),
        last: '',
        version: 1,
      };
    }
    await this.expect(model, real, Promise.resolve(answer), wanted);
  }
}

const touched = (evening: Evening, step: string) => {
  const had = evening.steps.get(step) ?? { spentMs: 0, extraMinutes: 0, state: 'WAITING' };
  evening.steps.set(step, had);
  return had;
};
function count(evening: Evening, to: number): void {
  const passed = to - evening.since;
  if (evening.paused) evening.pausedMs += passed;
  else if (evening.step === null) evening.looseMs += passed;
  else touched(evening, evening.step).spentMs += passed;
  evening.since = to;
}
function goTo(evening: Evening, step: string | null): void {
  if (step !== null) touched(evening, step).state = 'WAITING';
  evening.step = step;
  evening.paused = false;
}

type Tapped = 'NEXT' | 'SKIP' | 'BACK' | 'PAUSE' | 'RESUME' | 'EXTEND' | 'GO_TO';

/** A tap at the console, made some time between the last one and now: a phone without a connection sends it later. */
class Tap extends Act {
  constructor(
    private readonly which: number,
    private readonly who: Person | 'office',
    private readonly act: Tapped,
    private readonly much: number,
    private readonly stale: boolean,
  ) {
    super();
  }
  get words() {
    return `tap(${this.which}, ${this.who}, ${this.act} ${this.much}${this.stale ? ', stale' : ''})`;
  }
  async run(model: Model, real: Real): Promise<void> {
    const chosen = choose(model, this.which);
    if (!chosen) return;
    const [meetingId, { status, evening }] = chosen;
    const since = evening?.since ?? model.now;
    const at = Math.round(since + (Math.max(0, model.now - since) * (this.much % 100)) / 100);
    const stepId = this.act === 'GO_TO' ? (evening?.agenda[this.much % 12] ?? null) : null;
    const minutes = this.act === 'EXTEND' ? this.much - 5 : null;
    const said = [this.act, stepId, minutes].join(' ');
    const input = {
      meetingId,
      act: this.act,
      stepId: stepId && publicId('AgendaStep', stepId as never),
      minutes,
      at: new Date(at).toISOString(),
      expectedVersion: (evening?.version ?? 1) - (this.stale ? 1 : 0),
    };
    const answer = real.act(
      this.who,
      `mutation ($input: RunMeetingInput!) { runMeeting(input: $input) { id } }`,
      { input },
    );
    const wanted =
      this.who !== 'facilitator'
        ? 'FORBIDDEN'
        : status === 'CANCELLED'
          ? 'MEETING_CANCELLED'
          : status === 'CLOSED'
            ? 'MEETING_OVER'
            : status === 'SCHEDULED' || !evening
              ? 'MEETING_NOT_STARTED'
              : this.stale
                ? evening.last === said
                  ? 'done'
                  : 'CONFLICT'
                : this.apply(evening, said, stepId, minutes ?? 0, at);
    await this.expect(model, real, answer, wanted);
  }

  private apply(evening: Evening, said: string, to: string | null, minutes: number, at: number): string {
    const { agenda, step, paused } = evening;
    const here = step === null ? agenda.length : agenda.indexOf(step);
    const before = agenda[here - 1] ?? null;
    if (this.act === 'GO_TO' && to === null) return 'BAD_USER_INPUT';
    if (this.act === 'EXTEND') {
      const extra = step === null ? 0 : (evening.steps.get(step)?.extraMinutes ?? 0);
      if (minutes < 1 || minutes > 60 || (step !== null && extra + minutes > 180)) return 'BAD_USER_INPUT';
    }
    const nothing = {
      PAUSE: paused,
      RESUME: !paused,
      NEXT: step === null,
      SKIP: step === null,
      EXTEND: step === null,
      BACK: before === null,
      GO_TO: to === step,
    }[this.act];
    if (nothing) return 'done';
    if (this.act !== 'EXTEND') count(evening, at);
    if (this.act === 'PAUSE' || this.act === 'RESUME') evening.paused = this.act === 'PAUSE';
    if (this.act === 'EXTEND') touched(evening, step!).extraMinutes += minutes;
    if (this.act === 'NEXT' || this.act === 'SKIP') {
      touched(evening, step!).state = this.act === 'NEXT' ? 'DONE' : 'SKIPPED';
      goTo(evening, agenda[here + 1] ?? null);
    }
    if (this.act === 'BACK') goTo(evening, before);
    if (this.act === 'GO_TO') goTo(evening, to);
    evening.last = said;
    evening.version += 1;
    return 'done';
  }
}

/** 来ました, or what the facilitator says of a member. */
class Attend extends Act {
  constructor(
    private readonly which: number,
    private readonly by: Person,
    private readonly who: Person,
    private readonly presence: string | null,
    private readonly late: boolean,
  ) {
    super();
  }
  get words() {
    return `attend(${this.which}, ${this.who} by ${this.by}, ${this.presence}${this.late ? ' late' : ''})`;
  }
  async run(model: Model, real: Real): Promise<void> {
    const chosen = choose(model, this.which);
    if (!chosen) return;
    const [meetingId, meeting] = chosen;
    const { status, startsAt, there } = meeting;
    const isThere = this.presence === 'PRESENT' || this.presence === 'ONLINE';
    const closed =
      status === 'OPEN'
        ? null
        : status === 'CANCELLED'
          ? 'MEETING_CANCELLED'
          : status === 'CLOSED' || model.now >= endOf(meeting)
            ? 'MEETING_OVER'
            : model.now < startsAt - hour / 2
              ? 'MEETING_NOT_STARTED'
              : null;
    const wanted =
      this.by !== this.who && this.by !== 'facilitator'
        ? 'FORBIDDEN'
        : (closed ?? (this.late && !isThere ? 'BAD_USER_INPUT' : 'done'));
    if (wanted === 'done') there.set(this.who, `${this.presence ?? ''}${this.late ? ' late' : ''}`);
    const memberId = publicId('Member', real.here.people[this.who].memberId);
    const answer = real.act(
      this.by,
      `mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { id } }`,
      { input: { meetingId, memberId, presence: this.presence, late: this.late } },
    );
    await this.expect(model, real, answer, wanted);
  }
}

const dayOf = (at: number): string => localOf(at).slice(0, 10);
const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10);

/** 次までにやること, said by its owner or written down by the facilitator. */
class Commit extends Act {
  constructor(
    private readonly which: number,
    private readonly by: Person,
    private readonly owner: Person,
    private readonly inDays: number,
  ) {
    super();
  }
  get words() {
    return `commit(${this.which}, ${this.owner} by ${this.by}, in ${this.inDays} days)`;
  }
  async run(model: Model, real: Real): Promise<void> {
    const chosen = choose(model, this.which);
    if (!chosen) return;
    const [meetingId, meeting] = chosen;
    const wanted =
      this.by !== this.owner && this.by !== 'facilitator'
        ? 'FORBIDDEN'
        : meeting.status === 'CANCELLED'
          ? 'MEETING_CANCELLED'
          : model.now > endOf(meeting) + 7 * day
            ? 'MEETING_OVER'
            : 'done';
    const due = later(dayOf(model.now), this.inDays);
    const ownerId = publicId('Member', real.here.people[this.owner].memberId);
    const { answer, id } = await real.make(
      this.by,
      `mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }`,
      { input: { meetingId, ownerId, statement: '見積書をつくる', dueOn: due } },
    );
    if (wanted === 'done' && id)
      model.intentions.set(id, {
        meetingId,
        owner: this.owner,
        due,
        status: 'OPEN',
        settledIn: null,
        said: null,
        version: 1,
      });
    await this.expect(model, real, Promise.resolve(answer), wanted);
  }
}

class Settle extends Act {
  constructor(
    private readonly which: number,
    private readonly by: Person,
    private readonly status: string,
    private readonly days: number,
    private readonly stale: boolean,
  ) {
    super();
  }
  get words() {
    return `settle(${this.which}, ${this.by}, ${this.status} ${this.days}${this.stale ? ', stale' : ''})`;
  }
  async run(model: Model, real: Real): Promise<void> {
    const all = [...model.intentions];
    if (all.length === 0) return;
    const [commitmentId, intention] = all[this.which % all.length]!;
    const today = dayOf(model.now);
    const dueOn = later(intention.due > today ? intention.due : today, this.days);
    const input = {
      commitmentId,
      status: this.status,
      reason: '事情が変わったため',
      dueOn,
      expectedVersion: intention.version - (this.stale ? 1 : 0),
    };
    const wanted =
      this.by !== intention.owner && this.by !== 'facilitator'
        ? 'FORBIDDEN'
        : this.stale
          ? this.whenStale(model, intention, dueOn)
          : this.apply(model, intention, dueOn);
    const answer = real.act(
      this.by,
      `mutation ($input: SettleCommitmentInput!) { settleCommitment(input: $input) { id } }`,
      { input },
    );
    await this.expect(model, real, answer, wanted);
  }

  private whenStale(model: Model, intention: Intention, dueOn: string): string {
    const copy = { ...intention };
    const verdict = this.apply(model, copy, dueOn);
    return verdict === 'done' && copy.version === intention.version ? 'done' : 'CONFLICT';
  }

  private apply(model: Model, intention: Intention, dueOn: string): string {
    const { status, due, said } = intention;
    const isOpen = status === 'OPEN' || status === 'CARRIED';
    const change = (to: Partial<Intention>): string => {
      const now = { status: this.status, statusBefore: status, dueBefore: due, at: model.now };
      Object.assign(intention, to, { said: now, version: intention.version + 1 });
      return 'done';
    };
    if (this.status === 'OPEN') {
      if (said?.status === 'OPEN') return 'done';
      if (!said) return 'BAD_USER_INPUT';
      if (model.now > said.at + 7 * day) return 'COMMITMENT_SETTLED';
      return change({ status: said.statusBefore, due: said.dueBefore, settledIn: null });
    }
    if (!isOpen) return status === this.status ? 'done' : 'COMMITMENT_SETTLED';
    const settledIn = model.open?.[0] ?? null;
    if (this.status !== 'CARRIED') return change({ status: this.status, settledIn });
    if (status === 'CARRIED' && dueOn === due) return 'done';
    return dueOn > due && this.days > 0
      ? change({ status: 'CARRIED', due: dueOn, settledIn })
      : 'BAD_USER_INPUT';
  }
}

/** Ends a meeting that is under way, or one that was held on paper once its time is over. */
class Close extends Act {
  constructor(private readonly which: number) {
    super();
  }
  get words() {
    return `close(${this.which})`;
  }
  async run(model: Model, real: Real): Promise<void> {
    const chosen = choose(model, this.which);
    if (!chosen) return;
    const [id, meeting] = chosen;
    const wanted =
      meeting.status === 'CANCELLED'
        ? 'MEETING_CANCELLED'
        : meeting.status === 'CLOSED'
          ? 'MEETING_OVER'
          : meeting.status === 'SCHEDULED' && model.now < endOf(meeting)
            ? 'MEETING_NOT_STARTED'
            : 'done';
    const close = `mutation ($input: CloseMeetingInput!) { closeMeeting(input: $input) { id } }`;
    const answer = await real.act('facilitator', close, { input: { meetingId: id } });
    if (wanted === 'done') {
      meeting.status = 'CLOSED';
      meeting.version += 1;
    }
    if (wanted === 'done' && meeting.evening) {
      // The clock stops at the moment of closing, which only the product knows to the millisecond.
      const { since } = await real.evening(id);
      if (since < model.now) throw new Error('the clock was stopped before the meeting was closed');
      count(meeting.evening, since);
      meeting.evening.paused = true;
      meeting.evening.version += 1;
    }
    await this.expect(model, real, Promise.resolve(answer), wanted);
  }
}

const who = fc.constantFrom(...people);
const taps = ['NEXT', 'NEXT', 'SKIP', 'BACK', 'PAUSE', 'RESUME', 'EXTEND', 'GO_TO'] as const;

/** What is done before a meeting by those who come, in its evening, and after it. */
export const evening: fc.Arbitrary<Step>[] = [
  fc
    .tuple(
      which,
      who,
      fc.constantFrom('元気', '人手不足', '値上げ'),
      fc.constantFrom(null, 'FACILITATOR', 'GROUP'),
      stale,
    )
    .map(([nth, person, text, visibility, old]) => new CheckIn(nth, person, text, visibility, old)),
  which.map((nth) => new Start(nth)),
  ...[1, 2].map(() =>
    fc
      .tuple(
        which,
        fc.oneof(
          { weight: 8, arbitrary: fc.constant('facilitator' as const) },
          { weight: 1, arbitrary: fc.constantFrom('member' as const, 'office' as const) },
        ),
        fc.constantFrom<Tapped>(...taps),
        fc.nat(70),
        stale,
      )
      .map(([nth, person, act, much, old]) => new Tap(nth, person, act, much, old)),
  ),
  fc
    .tuple(which, who, who, fc.constantFrom('PRESENT', 'ONLINE', 'ABSENT', null), fc.boolean())
    .map(([nth, by, person, presence, late]) => new Attend(nth, by, person, presence, late)),
  fc
    .tuple(which, who, who, fc.integer({ min: 1, max: 20 }))
    .map(([nth, by, owner, inDays]) => new Commit(nth, by, owner, inDays)),
  fc
    .tuple(
      which,
      who,
      fc.constantFrom('KEPT', 'PARTLY', 'DROPPED', 'CARRIED', 'OPEN'),
      fc.integer({ min: 0, max: 20 }),
      stale,
    )
    .map(([nth, by, status, days, old]) => new Settle(nth, by, status, days, old)),
  which.map((nth) => new Close(nth)),
];
