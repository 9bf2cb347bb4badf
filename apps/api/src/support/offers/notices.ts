import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';

import { Describes } from '../../notifications/notices.js';
import { mutesStore } from '../mutes/mutes.store.js';
import { factsOfSeen, factsWithAsker } from '../requests/notices.js';
import { offersStore } from './offers.store.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

@Injectable()
export class OfferNotices {
  @Describes('support.offer-accepted', 'support.offer-declined')
  answers(tx: TenantTx, all: readonly IdsOfNotice['support.offer-accepted'][]) {
    return factsWithAsker(tx, all);
  }

  @Describes('support.offer')
  async offers(tx: TenantTx, all: readonly IdsOfNotice['support.offer'][]) {
    const offers = await offersStore.byIds(
      tx,
      all.map(({ offerId }) => offerId),
    );
    const helpers = offers.map(({ helperId }) => helperId);
    const muted = tx.viewer ? await mutesStore.mutedAmong(tx, tx.viewer.memberId, helpers) : new Map();
    return factsOfSeen(
      tx,
      all,
      offers.filter(({ helperId }) => !muted.has(helperId)),
      ({ offerId }) => offerId,
      ({ helperId }) => helperId,
    );
  }
}
