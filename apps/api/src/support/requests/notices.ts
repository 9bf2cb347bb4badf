import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';
import type { MemberId } from '@yoriai/domain/kernel';
import type { SupportRequestId, SupportFacts } from '@yoriai/domain/support';
import { Describes } from '../../notifications/notices.js';
import { memberById } from '../../people/members/members.loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore, type SeenRequest } from './support-requests.store.js';

/** Whose name the words say, as far as the reader may know it. */
type Whose<Ids> = (request: SeenRequest, ids: Ids) => MemberId | null;
interface Pointed {
  readonly requestId: SupportRequestId;
}

const factsOfRequests = async <Ids extends Pointed>(
  tx: TenantTx,
  all: readonly Ids[],
  whose: Whose<Ids>,
): Promise<(SupportFacts | null)[]> => {
  const wanted = [...new Set(all.map((ids) => ids.requestId))];
  const requests = new Map(
    (await supportRequestsStore.byIds(tx, wanted)).map((request) => [request.id, request]),
  );
  const people = all.map((ids) => {
    const request = requests.get(ids.requestId);
    return request ? whose(request, ids) : null;
  });
  const members = await memberById.batch(tx, [...new Set(people.filter((id) => id !== null))]);
  return all.map((ids, i) => {
    const request = requests.get(ids.requestId);
    const person = people[i] ? (members.get(people[i])?.displayName ?? null) : null;
    return request ? { type: request.type, title: request.title, person } : null;
  });
};

/** For notices that name the asker. */
export const factsWithAsker = (tx: TenantTx, all: readonly Pointed[]): Promise<(SupportFacts | null)[]> =>
  factsOfRequests(tx, all, (request) => request.askerId);

/** A reply, offer or note that its reader may see no longer, or does not want to see, has no words. */
export const factsOfSeen = async <Said extends { readonly id: string }, Ids extends Pointed>(
  tx: TenantTx,
  all: readonly Ids[],
  said: readonly Said[],
  idOf: (ids: Ids) => string,
  whose: (said: Said, request: SeenRequest) => MemberId | null,
): Promise<(SupportFacts | null)[]> => {
  const known = new Map(said.map((one) => [one.id, one]));
  const seenOf = (ids: Ids) => known.get(idOf(ids));
  const words = await factsOfRequests(tx, all, (request, ids) => {
    const one = seenOf(ids);
    return one ? whose(one, request) : null;
  });
  return words.map((one, i) => (seenOf(all[i]!) ? one : null));
};

@Injectable()
export class RequestNotices {
  @Describes('support.posted')
  requests(tx: TenantTx, all: readonly IdsOfNotice['support.posted'][]) {
    return factsWithAsker(tx, all);
  }
}
