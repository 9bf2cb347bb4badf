import type { Id } from '../../kernel/index.js';

export type AgendaStepId = Id<'AgendaStep'>;

export const speakerRules = ['PRESENTER', 'ALL', 'ALL_EXCEPT_PRESENTER'] as const;
export type SpeakerRule = (typeof speakerRules)[number];
/** What may be said during a step. */
export const allowedTalk = ['UPDATE', 'FACTS', 'QUESTIONS', 'EXPERIENCE', 'ADVICE', 'COMMIT'] as const;
export type Allowed = (typeof allowedTalk)[number];

/** `key` names a step of a template, shown in the reader's language; `name` is what a facilitator typed instead. */
export interface AgendaStep {
  readonly id: AgendaStepId;
  readonly key: string | null;
  readonly name: string | null;
  readonly minutes: number;
  readonly speakerRule: SpeakerRule;
  readonly allowed: readonly Allowed[];
}
export type PlannedStep = Omit<AgendaStep, 'id'>;

/** The steps last longer than the meeting, or are more than it has minutes. Both in minutes. */
export interface AgendaTooLong {
  readonly code: 'AGENDA_TOO_LONG';
  readonly minutes: number;
  readonly limit: number;
}

export const standardAgendas = [
  'monthly-review',
  'first-meeting',
  'doyukai',
  'incident',
  'open',
  'last',
] as const;
export type StandardAgenda = (typeof standardAgendas)[number];
export const isStandardAgenda = (text: string): text is StandardAgenda =>
  (standardAgendas as readonly string[]).includes(text);

export const standardAgendaNames: Readonly<
  Record<StandardAgenda, { readonly ja: string; readonly en: string }>
> = {
  'monthly-review': { ja: '月次レビュー', en: 'Monthly review' },
  'first-meeting': { ja: 'はじめての会', en: 'First meeting' },
  doyukai: { ja: '報告とグループ討論', en: 'Report and discussion' },
  incident: { ja: '事実から考える会', en: 'Incident method' },
  open: { ja: '目的を決めない会', en: 'Open meeting' },
  last: { ja: '最後の会', en: 'Last meeting' },
};

/** Minutes at the least and at the most, for the whole group or for each person. */
interface TemplateStep {
  readonly ja: string;
  readonly en: string;
  readonly minutes: readonly [min: number, max: number];
  readonly each?: true;
  readonly speakerRule: SpeakerRule;
  readonly allowed: readonly Allowed[];
}
const all = { speakerRule: 'ALL' } as const;
const presenter = { speakerRule: 'PRESENTER' } as const;
const others = { speakerRule: 'ALL_EXCEPT_PRESENTER' } as const;

const steps = {
  welcome: {
    ja: 'はじめに・グループの約束',
    en: 'Welcome and our promises',
    minutes: [5, 5],
    ...all,
    allowed: [],
  },
  'good-news': {
    ja: 'よかったこと',
    en: 'Good news',
    minutes: [1, 1],
    each: true,
    ...all,
    allowed: ['UPDATE'],
  },
  'last-time': {
    ja: '前回からのふりかえり',
    en: 'Next steps since last time',
    minutes: [10, 10],
    ...all,
    allowed: ['UPDATE', 'COMMIT'],
  },
  updates: { ja: '近況', en: 'Updates', minutes: [3, 5], each: true, ...all, allowed: ['UPDATE'] },
  'hot-seat': {
    ja: '今月の相談者',
    en: 'Hot seat',
    minutes: [30, 40],
    ...all,
    allowed: ['FACTS', 'QUESTIONS', 'EXPERIENCE'],
  },
  'next-goals': {
    ja: '来月の目標',
    en: 'Goals for next month',
    minutes: [10, 10],
    ...all,
    allowed: ['COMMIT'],
  },
  close: { ja: 'おわりに', en: 'Close', minutes: [5, 5], ...all, allowed: [] },
  introductions: {
    ja: '自己紹介',
    en: 'Introductions',
    minutes: [3, 5],
    each: true,
    ...all,
    allowed: ['UPDATE'],
  },
  promises: {
    ja: 'グループの約束を読み合わせる',
    en: 'Reading our promises together',
    minutes: [15, 20],
    ...all,
    allowed: ['QUESTIONS'],
  },
  hopes: {
    ja: 'この会に期待すること',
    en: 'What I hope for',
    minutes: [2, 4],
    each: true,
    ...all,
    allowed: ['UPDATE'],
  },
  dates: { ja: 'これからの日程', en: 'Dates ahead', minutes: [10, 15], ...all, allowed: ['COMMIT'] },
  report: { ja: '報告', en: 'Report', minutes: [35, 50], ...presenter, allowed: ['UPDATE', 'FACTS'] },
  discussion: {
    ja: 'グループ討論',
    en: 'Group discussion',
    minutes: [40, 55],
    ...all,
    allowed: ['EXPERIENCE', 'ADVICE'],
  },
  share: {
    ja: '発表とまとめ',
    en: 'Sharing what we found',
    minutes: [10, 15],
    ...all,
    allowed: ['UPDATE', 'COMMIT'],
  },
  incident: { ja: '出来事を聞く', en: 'The incident', minutes: [5, 10], ...presenter, allowed: ['FACTS'] },
  facts: {
    ja: '事実を確かめる質問',
    en: 'Questions about the facts',
    minutes: [20, 30],
    ...others,
    allowed: ['FACTS', 'QUESTIONS'],
  },
  think: { ja: 'ひとりで考える', en: 'Thinking alone', minutes: [5, 10], ...others, allowed: [] },
  advice: {
    ja: '自分ならこうする(相談者は聞くだけ)',
    en: 'What I would do (the presenter listens)',
    minutes: [20, 30],
    ...others,
    allowed: ['EXPERIENCE', 'ADVICE'],
  },
  answer: {
    ja: '相談者から',
    en: 'The presenter answers',
    minutes: [5, 10],
    ...presenter,
    allowed: ['UPDATE', 'COMMIT'],
  },
  'look-back': {
    ja: 'これまでをふりかえる',
    en: 'Looking back',
    minutes: [3, 6],
    each: true,
    ...all,
    allowed: ['UPDATE'],
  },
  thanks: {
    ja: 'ありがとうを伝える',
    en: 'Thanks',
    minutes: [2, 4],
    each: true,
    ...all,
    allowed: ['UPDATE'],
  },
  'from-here': {
    ja: 'これからのつながり',
    en: 'Staying in touch',
    minutes: [10, 15],
    ...all,
    allowed: ['COMMIT'],
  },
  break: { ja: '休憩', en: 'Break', minutes: [10, 10], ...all, allowed: [] },
} as const satisfies Record<string, TemplateStep>;
type StepKey = keyof typeof steps;
export const isStepKey = (text: string): text is StepKey => Object.hasOwn(steps, text);

const templates: Readonly<Record<StandardAgenda, readonly StepKey[]>> = {
  'monthly-review': ['welcome', 'good-news', 'last-time', 'updates', 'hot-seat', 'next-goals', 'close'],
  'first-meeting': ['welcome', 'introductions', 'promises', 'hopes', 'dates', 'close'],
  doyukai: ['welcome', 'report', 'discussion', 'share', 'close'],
  incident: ['welcome', 'incident', 'facts', 'think', 'advice', 'answer', 'close'],
  open: [],
  last: ['welcome', 'look-back', 'thanks', 'from-here', 'close'],
};

/** Meetings this long have a break of ten minutes. */
export const breakFromMinutes = 90;

/** What a step is called in the reader's language. */
export function agendaStepName(step: Pick<AgendaStep, 'key' | 'name'>, locale: 'ja' | 'en'): string {
  return step.name ?? steps[step.key as StepKey]?.[locale] ?? '';
}

/**
 * The template a meeting gets when none was chosen: the group's first is はじめての会, then the monthly review. Until the
 * third meeting there is no hot seat: trust comes first.
 */
export function agendaFor(
  template: StandardAgenda | null,
  meeting: { readonly nth: number; readonly headCount: number; readonly durationMinutes: number },
): PlannedStep[] {
  const chosen = template ?? (meeting.nth === 1 ? 'first-meeting' : 'monthly-review');
  const keys =
    template === null && meeting.nth < 3
      ? templates[chosen].filter((key) => key !== 'hot-seat')
      : templates[chosen];
  return scaled(keys, Math.max(1, meeting.headCount), meeting.durationMinutes);
}

/**
 * Fits the steps into the meeting: each gets its least, the rest is shared up to each one's most; a short meeting shrinks all
 * alike, never below a minute. From 90 minutes on there is a break of ten, nearest the middle. The sum is never longer than the meeting.
 */
function scaled(keys: readonly StepKey[], headCount: number, durationMinutes: number): PlannedStep[] {
  const pause = breakNeeded(
    keys.map((key) => ({ key })),
    durationMinutes,
  );
  const budget = durationMinutes - pause;
  const bounds = keys.map((key) => {
    const step: TemplateStep = steps[key];
    const people = step.each ? headCount : 1;
    return { min: step.minutes[0] * people, max: step.minutes[1] * people };
  });
  const least = bounds.reduce((sum, { min }) => sum + min, 0);
  const room = bounds.reduce((sum, { min, max }) => sum + max - min, 0);
  const minutes =
    least <= budget
      ? bounds.map(
          ({ min, max }) =>
            min + (room === 0 ? 0 : Math.floor((max - min) * Math.min(1, (budget - least) / room))),
        )
      : shrunk(
          bounds.map(({ min }) => min),
          budget,
        );
  return withBreak(
    keys.map((key, i) => planStep(key, minutes[i]!)),
    pause,
  );
}

/** Minutes of the break that such steps still need in a meeting so long: ten from ninety minutes on, unless they have one or are only one. */
export const breakNeeded = (planned: readonly Pick<PlannedStep, 'key'>[], durationMinutes: number): number =>
  durationMinutes >= breakFromMinutes && planned.length > 1 && planned.every(({ key }) => key !== 'break')
    ? steps.break.minutes[0]
    : 0;

/** The steps with a break of so many minutes nearest the middle; 0 is none. */
export function withBreak(planned: readonly PlannedStep[], minutes: number): PlannedStep[] {
  const at = minutes === 0 ? planned.length : middle(planned.map((step) => step.minutes));
  return minutes === 0
    ? [...planned]
    : [...planned.slice(0, at), planStep('break', minutes), ...planned.slice(at)];
}

/** All made shorter alike to fit, never below a minute; for no more steps than there are minutes. */
export function shrunk(minutes: readonly number[], budget: number): number[] {
  const total = minutes.reduce((sum, m) => sum + m, 0);
  const fitted = minutes.map((m) => Math.max(1, Math.floor((m * budget) / total)));
  for (let over = fitted.reduce((sum, m) => sum + m, 0) - budget; over > 0; over--)
    fitted[fitted.indexOf(Math.max(...fitted))]! -= 1;
  return fitted;
}

/** The gap between two steps that lies nearest half-time. */
function middle(minutes: readonly number[]): number {
  const half = minutes.reduce((sum, m) => sum + m, 0) / 2;
  let best = 1;
  let passed = 0;
  let nearest = Infinity;
  minutes.slice(0, -1).forEach((m, i) => {
    passed += m;
    if (Math.abs(passed - half) < nearest) {
      nearest = Math.abs(passed - half);
      best = i + 1;
    }
  });
  return best;
}

const planStep = (key: StepKey, minutes: number): PlannedStep => {
  const { speakerRule, allowed } = steps[key];
  return { key, name: null, minutes, speakerRule, allowed };
};

/** A template as a group takes it over: each step at its least, for the whole group or for each person. */
export const standardAgendaSteps = (
  template: StandardAgenda,
): readonly (PlannedStep & { readonly perPerson: boolean })[] =>
  templates[template].map((key) => {
    const step: TemplateStep = steps[key];
    return { ...planStep(key, step.minutes[0]), perPerson: step.each ?? false };
  });
