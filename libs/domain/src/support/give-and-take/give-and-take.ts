import { Temporal } from 'temporal-polyfill';
import {
  badInput,
  dateAt,
  days,
  instantAt,
  isBefore,
  isPlainDate,
  ok,
  plus,
  wantsChange,
  type BadUserInput,
  type Conflict,
  type GroupId,
  type Id,
  type Instant,
  type MemberId,
  type PlainDate,
  type Result,
  type TimeZone,
  monthAt,
  startOfMonth,
} from '../../kernel/index.js';
import type { SupportRequestId, SupportType } from '../requests/support-request.js';
import type { SupportThanks } from '../thanks/resolve-support-request.js';

/**
 * What one kind of help weighs, for giver and receiver: know-how and opinions 1, concrete help 2, an open ear 1
 * for the giver and nothing for the receiver: emotional support never creates debt.
 */
export const helpWeights: Readonly<
  Record<SupportType, { readonly given: number; readonly received: number }>
> = {
  INFORMATIONAL: { given: 1, received: 1 },
  APPRAISAL: { given: 1, received: 1 },
  INSTRUMENTAL: { given: 2, received: 2 },
  EMOTIONAL: { given: 1, received: 0 },
};

/** Help that was given, written down once, when its request was resolved, for each helper named. */
export interface SupportCredit {
  readonly requestId: SupportRequestId;
  readonly helperId: MemberId;
  /** Null for an anonymous request: it counts for the giver, never for the receiver. */
  readonly receiverId: MemberId | null;
  readonly gave: SupportType;
  readonly at: Instant;
}

/** The credits of a resolved request: one per helper, however often it is told. */
export const creditsOf = (
  thanks: readonly Pick<SupportThanks, 'requestId' | 'helperId' | 'gave' | 'createdAt'>[],
  receiverId: MemberId | null,
): readonly SupportCredit[] =>
  [...new Map(thanks.map((one) => [one.helperId, one])).values()].map(
    ({ requestId, helperId, gave, createdAt }) => ({ requestId, helperId, receiverId, gave, at: createdAt }),
  );

export interface Window {
  readonly from: Instant;
  /** Not included. */
  readonly to: Instant;
}
export const guardLimits = {
  windowMonths: 6,
  leastReceived: 3,
  newcomerDays: 90,
  spareMonths: 12,
  /** After a flag was put aside, the same person is not flagged again for so long. */
  restMonths: 6,
} as const;

/** The six completed months that ended `back` months before the month in which `now` lies, on the clocks of `zone`. */
export function completedWindow(now: Instant, zone: TimeZone, back = 0): Window {
  const end = Temporal.PlainYearMonth.from(monthAt(now, zone)).subtract({ months: back });
  const begin = end.subtract({ months: guardLimits.windowMonths });
  return { from: startOfMonth(begin.toString(), zone), to: startOfMonth(end.toString(), zone) };
}

/** When the guard looks: a day after the month's end, at the next 2nd of a month, 0:00. */
export function nextGuardAt(now: Instant, zone: TimeZone): Instant {
  const month = Temporal.PlainYearMonth.from(monthAt(now, zone));
  const second = (of: Temporal.PlainYearMonth): Instant => instantAt(`${of.toString()}-02T00:00`, zone);
  return isBefore(now, second(month)) ? second(month) : second(month.add({ months: 1 }));
}

/** Weighted help; neither is ever below 0. */
export interface Balance {
  readonly given: number;
  readonly received: number;
}

/** What counts for one member inside a window. */
export function balanceOf(memberId: MemberId, credits: readonly SupportCredit[], window: Window): Balance {
  let [given, received] = [0, 0];
  for (const credit of credits) {
    if (isBefore(credit.at, window.from) || !isBefore(credit.at, window.to)) continue;
    if (credit.helperId === memberId) given += helpWeights[credit.gave].given;
    else if (credit.receiverId === memberId) received += helpWeights[credit.gave].received;
  }
  return { given, received };
}

/** Received at least 3 and (given + 1) / (received + 1) < 1/3, in whole numbers. */
export const isLopsided = ({ given, received }: Balance): boolean =>
  received >= guardLimits.leastReceived && 3 * (given + 1) < received + 1;

export interface GuardedMember {
  readonly memberId: MemberId;
  readonly status: string;
  readonly joinedAt: Instant;
  /** 大変な時期: when a bereavement or another hard time began. */
  readonly hardTimes: readonly PlainDate[];
  /** When emergencies of theirs, or about them, were opened. */
  readonly emergencies: readonly Instant[];
}

/** Whom the guard leaves alone, each for a reason of its own. */
export const exemptions: Readonly<
  Record<string, (member: GuardedMember, now: Instant, zone: TimeZone) => boolean>
> = {
  newcomer: ({ joinedAt }, now) => isBefore(now, plus(joinedAt, days(guardLimits.newcomerDays))),
  /** On leave, alumni, and all others who are not active. */
  away: ({ status }) => status !== 'ACTIVE',
  hardTime: ({ hardTimes }, now, zone) => hardTimes.some((since) => since > yearBefore(now, zone)),
  emergency: ({ emergencies }, now, zone) =>
    emergencies.some((openedAt) => dateAt(openedAt, zone) > yearBefore(now, zone)),
};
const yearBefore = (now: Instant, zone: TimeZone): PlainDate =>
  Temporal.PlainDate.from(dateAt(now, zone)).subtract({ months: guardLimits.spareMonths }).toString();

/**
 * Whether a facilitator is privately asked to say a kind word: out of balance in two windows that ended at consecutive ends of
 * months, and spared by nothing.
 */
export function guardSpeaks(
  member: GuardedMember,
  credits: readonly SupportCredit[],
  now: Instant,
  zone: TimeZone,
): boolean {
  if (Object.values(exemptions).some((spares) => spares(member, now, zone))) return false;
  return [0, 1].every((back) =>
    isLopsided(balanceOf(member.memberId, credits, completedWindow(now, zone, back))),
  );
}

export type GiveAndTakeFlagId = Id<'GiveAndTakeFlag'>;
export const flagStates = ['OPEN', 'PUT_ASIDE'] as const;
export type FlagState = (typeof flagStates)[number];

/** A private prompt to those who facilitated at that time. It holds no figures. */
export interface GiveAndTakeFlag {
  readonly id: GiveAndTakeFlagId;
  readonly groupId: GroupId;
  readonly memberId: MemberId;
  readonly state: FlagState;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
}

/** One open prompt per person and group is enough, and after one was put aside half a year's rest. */
export const mayFlagAgain = (
  before: readonly Pick<GiveAndTakeFlag, 'state' | 'changedAt'>[],
  now: Instant,
  zone: TimeZone,
): boolean => {
  const rested = Temporal.PlainDate.from(dateAt(now, zone)).subtract({ months: guardLimits.restMonths });
  return before.every(
    ({ state, changedAt }) => state === 'PUT_ASIDE' && dateAt(changedAt, zone) <= rested.toString(),
  );
};

/** 確認しました: off the facilitators' list. The same again changes nothing. */
export function putFlagAside(
  flag: GiveAndTakeFlag,
  expectedVersion: number | null | undefined,
  now: Instant,
): Result<GiveAndTakeFlag, Conflict> {
  const change = wantsChange<GiveAndTakeFlag>(flag, { state: 'PUT_ASIDE' }, expectedVersion);
  if (!change.ok) return change;
  return ok(change.value ? { ...flag, state: 'PUT_ASIDE', changedAt: now, version: flag.version + 1 } : flag);
}

/** 大変な時期: a day within the last twelve months, today included; it spares its member until a year after that day. */
export function hardTimeSince(
  since: PlainDate,
  now: Instant,
  zone: TimeZone,
): Result<PlainDate, BadUserInput> {
  if (!isPlainDate(since)) return badInput('since', 'MALFORMED');
  if (since > dateAt(now, zone) || since <= yearBefore(now, zone)) return badInput('since', 'OUT_OF_RANGE');
  return ok(since);
}

/** The half year up to now, for those who ask for their own: counts, in words, never a ratio. */
export const ownHalfYear = (now: Instant, zone: TimeZone): Window => {
  const from = Temporal.PlainDate.from(dateAt(now, zone)).subtract({ months: guardLimits.windowMonths });
  return { from: instantAt(`${from.toString()}T00:00`, zone), to: now };
};
