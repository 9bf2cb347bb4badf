import type { AudienceId, GroupId, Instant, MemberId } from '../../kernel/index.js';
import {
  postSupportRequest,
  resolveSupportRequest,
  type Reader,
  type RequestDraft,
  type SupportOffer,
  type SupportOfferId,
  type SupportRequest,
  type SupportRequestId,
} from '../index.js';

export const uuid = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const member = (n: number) => uuid(n) as MemberId;
export const [asker, sato, suzuki, tanaka] = [member(1), member(2), member(3), member(4)] as [
  MemberId,
  MemberId,
  MemberId,
  MemberId,
];
export const group = uuid(100) as GroupId;
export const now: Instant = new Date('2026-11-20T10:00:00Z');

export const draft = (change: Partial<RequestDraft> = {}): RequestDraft => ({
  groupId: group,
  type: 'INFORMATIONAL',
  wanted: 'EXPERIENCE',
  title: '値上げの伝え方',
  body: '常連さんにどう伝えましたか。',
  urgency: 'NORMAL',
  audience: 'GROUP',
  chosenMemberIds: [],
  anonymous: false,
  acceptsPaid: false,
  includeNewcomers: false,
  ...change,
});
export const readers = (others: number): readonly Reader[] =>
  Array.from({ length: others + 1 }, (_, n) => ({ memberId: member(n + 1), status: 'ACTIVE', proven: true }));
export const post = (change: Partial<RequestDraft> = {}, others = 5) =>
  postSupportRequest(draft(change), {
    id: uuid(200) as SupportRequestId,
    author: asker,
    audienceId: uuid(300) as AudienceId,
    readers: readers(others),
    now,
  });
export function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
export const request = (change: Partial<SupportRequest> = {}): SupportRequest => ({
  ...value(post()).next,
  ...change,
});
export const anonymous = (change: Partial<SupportRequest> = {}): SupportRequest =>
  request({ authorId: null, ...change });
export const offer = (change: Partial<SupportOffer> = {}): SupportOffer => ({
  id: uuid(400) as SupportOfferId,
  requestId: uuid(200) as SupportRequestId,
  helperId: sato,
  message: '土曜なら空いています',
  terms: 'FREE',
  price: null,
  status: 'OFFERED',
  createdAt: now,
  ...change,
});
export const facts = (change: Partial<Parameters<typeof resolveSupportRequest>[2]> = {}) => ({
  asker,
  audience: new Set([asker, sato, suzuki]),
  answered: new Set([sato]),
  offers: [] as SupportOffer[],
  now,
  ...change,
});
