import {
  badInput,
  type BadUserInput,
  type Conflict,
  err,
  type GroupId,
  limits,
  ok,
  required,
  type Result,
  sameVersion,
  wantsChange,
} from '../../kernel/index.js';
import type { GroupClosed } from '../group/group-errors.js';
import { type Group, groupLimits } from '../group/group.js';
import type { CharterEvent } from './charter-events.js';

/** A group's promises (グループの約束), one version of them. Signatures stay valid after leaving; a missing one blocks nothing. */
export interface Charter {
  readonly groupId: GroupId;
  readonly version: number;
  readonly clauses: readonly string[];
}

/** The promises a group starts with, in the tenant's language. */
export const defaultClauses: Readonly<Record<'ja' | 'en', readonly string[]>> = {
  ja: [
    '聞いた話は持ち出しません(家族・従業員・取引先にも)',
    '本人のいないところで、その人の話をしません',
    '自分の利益に使いません',
    '全員の同意なく録音・撮影・画面保存をしません',
    '保険・投資・ネットワークビジネス・宗教・政治の勧誘をしません',
    'お金の貸し借り・保証・名義貸しを頼みません',
    '値段・見積もり・入札・取引先の分け方を申し合わせません',
    'しつこい誘い、性的な言動、ばかにする言い方をしません',
    '競合・取引・親族の関係は先に伝えます',
    '反社会的勢力と関わりません',
    '命や体に危険があると思ったときは、できるだけ本人にことわって、進行役・119・専門の窓口に伝えます',
    'やめたあとも、この約束は続きます',
  ],
  en: [
    'What we hear stays here – not even family, staff or business partners hear of it.',
    'We do not talk about people who are not in the room.',
    'We do not use what we hear for our own gain.',
    'We do not record, photograph or screenshot unless everyone has agreed.',
    'We do not recruit for insurance, investments, multi-level marketing, religion or politics.',
    'We do not ask each other for loans, guarantees or the use of our names.',
    'We do not agree on prices, quotes, bids or who serves which customer.',
    'We do not pester, make sexual remarks or talk down to anyone.',
    'We say early on if we compete, trade with each other or are related.',
    'We have nothing to do with organised crime.',
    'If we fear for someone’s life or health, we tell the facilitator, the emergency services or a helpline – telling the person first whenever we can.',
    'These promises hold after we leave.',
  ],
};

/** At least one clause, each one line; empty lines are dropped. */
export function readClauses(lines: readonly string[]): Result<readonly string[], BadUserInput> {
  const clauses: string[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const clause = required('clauses', line, limits.line);
    if (!clause.ok) return clause;
    clauses.push(clause.value);
  }
  if (clauses.length === 0) return badInput('clauses', 'REQUIRED');
  return clauses.length > groupLimits.clauses
    ? badInput('clauses', 'TOO_MANY', groupLimits.clauses)
    : ok(clauses);
}

/** A new version, which all are asked to sign anew; `expectedVersion` is the version the writer had read. */
export function amendCharter(
  group: Group,
  charter: Charter,
  lines: readonly string[],
  expectedVersion: number,
): Result<{ next: Charter; events: readonly CharterEvent[] }, BadUserInput | Conflict | GroupClosed> {
  if (group.status === 'CLOSED') return err({ code: 'GROUP_CLOSED' });
  const clauses = readClauses(lines);
  if (!clauses.ok) return clauses;
  const change = wantsChange<Charter>(charter, { clauses: clauses.value }, expectedVersion);
  if (!change.ok) return change;
  if (!change.value) return ok({ next: charter, events: [] });
  const next = { ...charter, version: charter.version + 1, clauses: clauses.value };
  return ok({ next, events: [{ name: 'group.charter-amended', ids: { groupId: charter.groupId } }] });
}

/** One signs the version one has read, so only the current one can be signed. */
export const signCharter = (charter: Charter, version: number): Result<true, Conflict> =>
  sameVersion(charter.version, version);
